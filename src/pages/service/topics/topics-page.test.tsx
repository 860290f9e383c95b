import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'
import { dialog, singles, table, topic, url } from './testing/topics.ts'

describe('the topics of a service', () => {
  it('are listed with what differs between them, found by tag, and sorted in the URL', async () => {
    const { url: here, requests } = await renderApp(url())
    await expect.element(topic('orders.created')).toHaveTextContent(/12.*3, min 2 in sync.*7 days.*team=orders/)
    await expect.element(topic('page-views')).toHaveTextContent('24 hours, at most 50 GiB a partition')
    await page.getByRole('searchbox').fill('team=payments auth')
    await expect.element(page.getByText('1 of 13 topics')).toBeVisible()
    await page.getByRole('searchbox').fill('')
    await table().getByRole('button', { name: 'Partitions' }).click()
    await table().getByRole('button', { name: 'Partitions' }).click()
    await expect.poll(here).toBe(url('?sort=-partitions'))
    await expect.element(table().getByRole('rowheader').first()).toHaveTextContent('page-views')
    expect(singles(requests)).toEqual([])
  })

  it('an opened one: consumer groups with their lag, partitions, settings; one request, and gone when closed', async () => {
    const { url: here, requests } = await renderApp(url())
    await page.getByRole('button', { name: 'Open topic orders.created' }).click()
    await expect.poll(here).toBe(url('?topic=orders.created'))
    await expect
      .element(page.getByRole('table', { name: 'Consumer groups of orders.created' }))
      .toHaveTextContent(/warehouse.*message/)
    const partitions = page.getByRole('table', { name: 'Partitions of orders.created' })
    await expect.element(partitions.getByRole('row').nth(1)).toHaveTextContent('3 of 3')
    const settings = page.getByRole('table', { name: 'Configuration of orders.created' })
    expect(settings.getByRole('row').elements()).toHaveLength(5)
    await page.getByRole('button', { name: /^Show all \d+ settings/ }).click()
    expect(settings.getByRole('row').elements().length).toBeGreaterThan(10)
    await expectAccessible()
    expect(new Set(singles(requests)).size).toBe(1)
    await page.getByRole('button', { name: 'Close topic orders.created' }).click()
    await expect.poll(here).toBe(url())
    await expect.element(partitions).not.toBeInTheDocument()
  })

  it('leads to Quick connect, to who may use it, to users and their certificates, and to metrics', async () => {
    await renderApp(url('?topic=orders.created'))
    const links = page.getByRole('region', { name: 'Topic orders.created' }).getByRole('link')
    await expect
      .element(links.first())
      .toHaveAttribute('href', expect.stringMatching(/connect\?topic=orders\.created$/))
    expect(links.elements().map((link) => link.getAttribute('href')?.replace(/.*\//, ''))).toEqual([
      'connect?topic=orders.created',
      'acl?topic=orders.created',
      'users',
      'metrics?topic=orders.created',
    ])
  })

  it('says that a topic does not exist', async () => {
    await renderApp(url('?topic=nothing'))
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'no-such-topic')
  })

  it('fit into 320 px', async () => {
    await page.viewport(320, 800)
    await renderApp(url('?topic=orders.created'))
    await expect.element(page.getByRole('table', { name: 'Partitions of orders.created' })).toBeVisible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('that could not be read: says so in their place, and Retry loads them', async () => {
    let isBroken = true
    await renderApp(url(), { tamper: (path, body) => (isBroken && path.endsWith('/topic') ? {} : body) })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'contract')
    isBroken = false
    await page.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
    await expect.element(table()).toBeVisible()
  })

  it('of which one is broken: the others are shown', async () => {
    const breakOne = (body: unknown) => {
      const { topics } = body as { topics: readonly object[] }
      return { topics: [{ topic_name: 7 }, ...topics.slice(1)] }
    }
    await renderApp(url(), { tamper: (path, body) => (path.endsWith('/topic') ? breakOne(body) : body) })
    await expect.element(page.getByTestId('unread')).toBeVisible()
    await expect.element(page.getByText('12 topics')).toBeVisible()
  })

  it('of a service that is off: sends no request, says why, and offers Power on', async () => {
    const { requests, url: here } = await renderApp(url().replace('/events/', '/events-archive/'))
    await expect.element(page.getByTestId('powered-off')).toBeVisible()
    expect(requests.filter((path) => path.includes('/topic'))).toEqual([])
    await page.getByTestId('powered-off').getByRole('button', { name: 'Power on' }).click()
    await expect.element(dialog()).toBeVisible()
    expect(here()).toContain('do=power-on')
  })
})

describe('ten thousand topics', () => {
  it('need no request each, and few elements', async () => {
    const { requests } = await renderApp(url(), { scenario: 'many-topics' })
    await expect.element(page.getByText('10,000 topics')).toBeVisible()
    await expect.element(table()).toHaveAttribute('aria-rowcount', '10001')
    expect(page.getByRole('main').element().querySelectorAll('*').length).toBeLessThanOrEqual(400)
    await page.getByRole('searchbox').fill('09999')
    await expect.element(page.getByText('1 of 10,000 topics')).toBeVisible()
    expect(singles(requests)).toEqual([])
  })
})
