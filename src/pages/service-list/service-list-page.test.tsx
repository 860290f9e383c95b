import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { IN_DEMO_SHOP } from '../../../mocks/testing/how-many.ts'
import { renderApp } from '../../app/testing/render-app.tsx'

const LIST = '/project/demo-shop/services'
const table = () => page.getByRole('table', { name: 'Services' })

describe('the service list', () => {
  it('shows every service with its mark', async () => {
    await renderApp(LIST)
    await expect.element(table()).toBeVisible()
    await expect.element(page.getByRole('row', { name: /orders-db/ }).first()).toHaveTextContent(/Required/)
    await expect
      .element(page.getByRole('row', { name: /\bevents Apache/ }))
      .toHaveTextContent(/Required\+ client certificate/)
    await expect.element(page.getByRole('row', { name: /dashboards/ })).toHaveTextContent(/Powered off.*Optional/)
    await expect.element(page.getByRole('row', { name: /prototype/ })).toHaveTextContent(/Unknown/)
    await expect.element(page.getByText(`${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  })

  it('shows no table while loading', async () => {
    await renderApp(LIST, { scenario: 'slow' })
    await expect.element(page.getByText('Loading services')).toBeInTheDocument()
    expect(table().elements()).toHaveLength(0)
  })

  it('says that a project is empty, and not that nothing matches', async () => {
    await renderApp('/project/demo-empty/services')
    await expect.element(page.getByText('No services yet')).toBeVisible()
    expect(page.getByRole('searchbox').elements()).toHaveLength(0)
  })

  it.each([
    ['500', 'http-500', 'Internal server error'],
    ['403', 'http-403', 'member'],
    ['429', 'http-429', 'Too many requests'],
    ['html', 'contract', /./],
    ['no-list', 'contract', 'services'],
  ] as const)('scenario %s: one message with Retry', async (scenario, problem, word) => {
    await renderApp(LIST, { scenario })
    const alert = page.getByRole('alert')
    await expect.element(alert).toHaveAttribute('data-testid', problem)
    await expect.element(alert).toHaveTextContent(word)
    expect(alert.elements()).toHaveLength(1)
    await expect.element(alert.getByRole('button', { name: 'Retry' })).toBeVisible()
    expect(table().elements()).toHaveLength(0)
  })

  it('recovers from a request that fails once', async () => {
    const { requests } = await renderApp(LIST, { scenario: '503-once' })
    await expect.element(table()).toBeVisible()
    // Twice; once more where React, which mounts everything twice while developing, gives up the first try.
    expect(requests.filter((path) => path === '/v1/project/demo-shop/service').length).toBeLessThanOrEqual(3)
  })

  it('a project that is not there is not found', async () => {
    await renderApp('/project/nowhere/services')
    await expect.element(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
  })

  it('a broken service is one line each, the rest is shown', async () => {
    await renderApp(LIST, { scenario: 'wrong-shapes' })
    await expect.element(page.getByTestId('unread').getByText(/no-type .*service_type/)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'orders-db', exact: true })).toBeVisible()
  })

  it('shows markup and odd characters as text', async () => {
    await renderApp(`${LIST}?columns=name,status,ca,created`, { scenario: 'odd' })
    await expect.element(page.getByRole('link', { name: /^<img src=x onerror/ })).toBeVisible()
    await expect.element(page.getByRole('link', { name: '名前-ñandú-שלום-🦀' })).toBeVisible()
    await expect.element(page.getByText('HIBERNATING')).toBeVisible()
    await expect.element(page.getByText('yesterday-ish')).toBeVisible()
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })

  it('a refused token takes the place of the page, and Retry asks again', async () => {
    const { requests } = await renderApp(LIST, { scenario: '401' })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'token-refused')
    await expect.element(page.getByRole('alert')).toHaveTextContent('Token has expired')
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    const before = requests.length
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(() => requests.length).toBeGreaterThan(before)
  })

  it('a token that only this project refuses is not called bad', async () => {
    const { requests } = await renderApp('/project/demo-restricted/services')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/Not a project member/)
    await expect.poll(() => requests).toContain('/v1/me')
    await expect.element(page.getByRole('heading', { name: 'Services' })).toBeVisible()
  })
})

describe('search and sort', () => {
  const names = () =>
    table()
      .getByRole('link')
      .elements()
      .map((link) => link.textContent)

  it.each([
    ['KAFKA 3.9', ['events']],
    ['startup-16', ['billing-mysql']],
    ['azure', ['search']],
    ['team=orders', ['orders-db']],
    ['prod kafka', ['events']],
  ])('finds "%s" by type, plan, cloud, tag or words of several', async (text, expected) => {
    const { url } = await renderApp(LIST)
    await page.getByRole('searchbox', { name: 'Search services' }).fill(text)
    await expect.poll(names).toEqual(expected)
    await expect.element(page.getByText(` of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
    await expect.poll(url).toBe(`${LIST}?search=${new URLSearchParams({ x: text }).toString().slice(2)}`)
  })

  it('opens as the URL says, and says when nothing matches', async () => {
    await renderApp(`${LIST}?search=no%20such%20thing`)
    await expect.element(page.getByText('No service matches')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect.element(table()).toBeVisible()
    await expect.element(page.getByRole('searchbox')).toHaveValue('')
  })

  it('sorts by every column, both ways, and keeps it in the URL', async () => {
    const { url } = await renderApp(LIST)
    await expect.poll(() => names()[0]).toBe('billing-mysql')
    for (const [column, id] of [
      ['Status', 'status'],
      ['CA certificate', 'ca'],
      ['Plan', 'plan'],
      ['Cloud', 'cloud'],
      ['Certificates', 'expires'],
    ] as const) {
      const header = table().getByRole('columnheader', { name: column, exact: true })
      await header.getByRole('button').click()
      await expect.element(header).toHaveAttribute('aria-sort', 'ascending')
      await expect.poll(url).toBe(`${LIST}?sort=${id}`)
      await header.getByRole('button').click()
      await expect.element(header).toHaveAttribute('aria-sort', 'descending')
      await expect.poll(url).toBe(`${LIST}?sort=-${id}`)
    }
    await expect.poll(() => names().at(-1)).toBe('events')
  })
})

it('loading from a slow API can be cancelled and repeated', async () => {
  await renderApp('/project/demo-shop/services', { scenario: 'slow' })
  await expect.element(page.getByRole('status').filter({ hasText: /\d s$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(page.getByTestId('cancelled')).toBeVisible()
  await page.getByRole('button', { name: 'Load again' }).click()
  await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
})
