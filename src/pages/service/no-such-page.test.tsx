import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { lacksPage } from './no-such-page.tsx'

const url = (service: string, name: string) => `/project/demo-shop/services/${service}/${name}`

describe('a page that services of the type do not have', () => {
  // What each type has, as Aiven's console names it.
  it.each([
    ['pg', 'databases connection-pools current-queries query-statistics'],
    ['mysql', 'databases current-queries query-statistics'],
    ['kafka', 'topics acl'],
    ['redis', 'current-queries'],
    ['opensearch', 'indexes'],
    ['a-new-type', ''],
  ])('%s has %j of those that some have', (type, has) => {
    const pages = ['topics', 'acl', 'databases', 'connection-pools', 'indexes', 'current-queries', 'query-statistics']
    expect(
      pages
        .filter((name) => !lacksPage(type, name))
        .join(' ')
        .split(' ')
        .toSorted(),
    ).toEqual(has.split(' ').toSorted())
    expect(['overview', 'connect', 'users', 'backups', 'settings'].filter((name) => lacksPage(type, name))).toEqual([])
  })

  it.each([
    ['orders-db', 'topics'],
    ['orders-db', 'acl'],
    ['events', 'databases'],
    ['orders-db', 'indexes'],
    ['billing-mysql', 'connection-pools'],
    ['dashboards', 'current-queries'],
    ['cache', 'query-statistics/'],
  ])('%s/%s: says so, and offers nothing that would be refused', async (service, name) => {
    const { requests } = await renderApp(url(service, name))
    const main = page.getByRole('main')
    await expect.element(main.getByTestId('no-such-page')).toBeVisible()
    await expect.element(main.getByRole('heading', { level: 1 })).toHaveTextContent(service)
    expect(main.getByRole('alert').elements()).toHaveLength(0)
    expect(requests.filter((path) => /\/(topic|acl|db|index|query|connection_pool)\b/.test(path))).toEqual([])
    expect(main.getByRole('button', { name: /^(Create|Add|Retry)/ }).elements()).toHaveLength(0)
  })
})
