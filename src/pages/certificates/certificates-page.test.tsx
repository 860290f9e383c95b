import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp, TODAY } from '../../app/testing/render-app.tsx'

const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

const names = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map((header) => header.querySelector('a')?.textContent)

describe('all certificates', () => {
  it('have a row each: state, end, who needs it', async () => {
    await renderApp('/certificates')
    await expect.element(page.getByRole('main').getByText('7 need attention')).toBeVisible()
    for (const [name, ...texts] of [
      ['avnadmin of events', 'demo-shop', '24 Aug 2028', 'Valid'],
      ['orders-producer of events', '13 Dec 2026', 'Expiring'],
      ['audit-consumer of events', '20 Nov 2026', 'Expired'],
      ['invoices-sync of events', '15 Jan 2027', '14 Jan 2029', 'Renewed'],
      ['CA of demo-rotation', '22 Jan 2027', 'warehouse'],
      ['New CA of demo-rotation', '14 Nov 2036', 'Valid'],
      ['CA of demo-legacy', 'Expired'],
      ['CA of demo-empty', 'No service'],
    ] as const)
      for (const text of texts) await expect.element(row(name)).toHaveTextContent(text)
    expect(names()[0]).toBe('avnadmin of old-events')
  })

  it('are counted as shown', async () => {
    await renderApp('/certificates?search=zzz')
    await expect.element(page.getByRole('main').getByText('Nothing needs attention')).toBeVisible()
    await expect.element(page.getByRole('main').getByText(/^of 0 certificates shown/)).toBeVisible()
  })

  it('one project that refuses is one line, with Retry', async () => {
    const { requests } = await renderApp('/certificates')
    const alert = page.getByRole('alert')
    await expect.element(alert).toHaveAttribute('data-testid', 'http-403')
    await expect.element(alert).toHaveTextContent(/demo-restricted.*Not a project member/)
    const before = requests.filter((path) => path.includes('demo-restricted')).length
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(() => requests.filter((path) => path.includes('demo-restricted')).length).toBeGreaterThan(before)
    await expect.element(row('CA of demo-shop')).toBeVisible()
  })

  it('users are listed even if the CA could not be read', async () => {
    await renderApp('/certificates', { scenario: 'ca-html' })
    const failures = page.getByRole('alert').and(page.getByTestId('web-page'))
    await expect.element(failures).toHaveTextContent(/^[2-6] /)
    await expect.element(failures).toHaveTextContent(/The CA of project demo-shop/)
    await expect.element(row('avnadmin of events')).toBeVisible()
  })

  it('are not asked for again within five minutes, and then are', async () => {
    const { requests } = await renderApp('/certificates')
    const asked = () => requests.filter((path) => path === '/v1/project/demo-shop/service').length
    await expect.element(row('CA of demo-shop')).toBeVisible()
    await page.getByRole('link', { name: 'TLS requirements' }).click()
    await page.getByRole('link', { name: /^Certificates/ }).click()
    await expect.element(row('CA of demo-shop')).toBeVisible()
    expect(asked()).toBe(1)
    vi.setSystemTime(TODAY.getTime() + 5.1 * 60_000)
    await page.getByRole('link', { name: 'TLS requirements' }).click()
    await page.getByRole('link', { name: /^Certificates/ }).click()
    await expect.poll(asked).toBe(2)
  })

  it('few projects are read at once, with progress', async () => {
    await renderApp('/certificates', { scenario: 'slow' })
    await expect.element(page.getByText('Loading certificates')).toBeInTheDocument()
    await expect.element(page.getByText('0 of 6 projects')).toBeVisible()
    await expect.element(page.getByText('4 of 6 projects')).toBeVisible()
  })

  it('signing out while they load leaves nothing behind', async () => {
    const { queryClient } = await renderApp('/certificates', { scenario: 'slow' })
    await expect.element(page.getByText('0 of 6 projects')).toBeVisible()
    const rejected = vi.fn<(event: PromiseRejectionEvent) => void>()
    addEventListener('unhandledrejection', rejected)
    queryClient.clear()
    await new Promise((resolve) => setTimeout(resolve, 50))
    removeEventListener('unhandledrejection', rejected)
    expect(rejected).not.toHaveBeenCalled()
  })

  it.each([
    ['no-projects', 'no-projects'],
    ['500', 'http-500'],
  ] as const)('scenario %s', async (scenario, id) => {
    await renderApp('/certificates', { scenario })
    await expect.element(page.getByTestId(id)).toBeVisible()
  })

  it('says that nothing is known if no project could be read', async () => {
    const unreadable = (paths: RegExp) => (path: string, body: unknown) => (paths.test(path) ? [] : body)
    await renderApp('/certificates', { tamper: unreadable(/\/project\/[^/]+\/(service|kms\/ca)/) })
    await expect.element(page.getByTestId('attention-unknown')).toBeVisible()
    expect(page.getByTestId(/^attention-(partial|whole)$/).elements()).toEqual([])
  })

  it('says of a count that something is missing in it', async () => {
    await renderApp('/certificates?search=nothing-like-it')
    await expect.element(page.getByTestId('attention-partial')).toBeVisible()
    await expect.element(page.getByText(/^of 0 certificates/)).toHaveTextContent(/in \d of \d projects$/)
  })

  it('unreadable services are reported, and do not affect others', async () => {
    await renderApp('/certificates?project=demo-shop', { scenario: 'wrong-shapes' })
    await expect.element(page.getByTestId('unread')).toHaveTextContent(/demo-shop.*no-type/)
    await expect.element(row('CA of demo-shop')).toBeVisible()
  })
})

describe('the view', () => {
  it('of a project that may be among those that could not be read: does not say that it is missing', async () => {
    await renderApp('/certificates?project=ghost', {
      tamper: (path, body) =>
        path === '/v1/project' ? { projects: [...(body as { projects: unknown[] }).projects, 42] } : body,
    })
    await expect.element(page.getByTestId('unread')).toBeVisible()
    await expect.element(page.getByText('No certificate matches')).toBeVisible()
    expect(page.getByTestId('no-such-project').elements()).toEqual([])
  })

  it('of a project that is not there: says so, counts nothing, and leads on', async () => {
    const { url } = await renderApp('/certificates?project=ghost&kind=ca')
    await expect.element(page.getByTestId('no-such-project')).toHaveTextContent('ghost')
    await expect.element(page.getByRole('button', { name: 'Refresh' })).not.toHaveAttribute('aria-busy', 'true')
    expect(page.getByText(/\d certificates?/).elements()).toHaveLength(0)
    expect(page.getByRole('table').elements()).toHaveLength(0)
    await page.getByRole('button', { name: 'Show every project' }).click()
    await expect.poll(url).toBe('/certificates?kind=ca')
    await expect.element(row('CA of demo-shop')).toBeVisible()
  })

  it('is what the URL says', async () => {
    await renderApp('/certificates?kind=user&project=demo-shop&state=attention&sort=-name&search=events')
    await expect.element(row('invoices-sync of events')).toBeVisible()
    expect(names()).toEqual(['orders-producer of events', 'invoices-sync of events', 'audit-consumer of events'])
    await expect.element(page.getByLabelText('State')).toHaveValue('attention')
    await expect
      .element(page.getByRole('columnheader', { name: 'Certificate' }))
      .toHaveAttribute('aria-sort', 'descending')
  })

  it('writes every choice into the URL, and clears it', async () => {
    const { url } = await renderApp('/certificates')
    await expect.element(row('CA of demo-shop')).toBeVisible()
    await page.getByLabelText('Kind').selectOptions('Project CAs')
    await page.getByLabelText('State').selectOptions('Expired')
    await page.getByRole('button', { name: 'Project', exact: true }).click()
    await expect.poll(url).toBe('/certificates?kind=ca&state=expired&sort=project')
    expect(names()).toEqual(['CA of demo-legacy'])
    await page.getByLabelText('Search certificates').fill('nothing like it')
    await expect.element(page.getByText('No certificate matches')).toBeVisible()
    await expect.poll(url).toContain('search=nothing')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(url).toBe('/certificates?sort=project')
    await expect.element(row('CA of demo-shop')).toBeVisible()
  })

  it('two choices in one moment are both in the URL', async () => {
    const { url } = await renderApp('/certificates')
    await expect.element(row('CA of demo-shop')).toBeVisible()
    for (const name of ['Project', 'State'])
      (page.getByRole('button', { name, exact: true }).element() as HTMLElement).click()
    await expect.poll(url).toBe('/certificates?sort=state')
    const kind = page.getByLabelText('Kind').element() as HTMLSelectElement
    kind.value = 'ca'
    kind.dispatchEvent(new Event('change', { bubbles: true }))
    ;(page.getByRole('button', { name: 'Certificate', exact: true }).element() as HTMLElement).click()
    await expect.poll(url).toBe('/certificates?sort=name&kind=ca')
  })

  it('the timeline matches the table', async () => {
    await renderApp('/certificates?project=demo-shop&kind=user')
    await expect
      .element(page.getByRole('main').getByRole('img', { name: /^\d+ certificates?/ }))
      .toHaveAccessibleName(/Dec 2026: 1, Jan 2027: 1/)
  })
})

describe('a CA that has changed since the last visit', () => {
  it('is shown with old and new fingerprint until acknowledged', async () => {
    const first = await renderApp('/certificates?project=demo-rotation&kind=ca')
    await expect.element(row('CA of demo-rotation')).toBeVisible()
    expect(page.getByTestId('ca-changed').elements()).toHaveLength(0)
    await expect.poll(() => localStorage.getItem('ca-fingerprints')).not.toBeNull()
    const stored = localStorage.getItem('ca-fingerprints') ?? ''
    expect(Object.values(JSON.parse(stored) as object).every((text) => /^[0-9A-F: ]+$/.test(String(text)))).toBe(true)
    first.queryClient.clear()
    await renderApp('/certificates?project=demo-rotation&kind=ca', { scenario: 'rotation-done' })
    const note = page.getByTestId('ca-changed').last()
    await expect.element(note).toBeVisible()
    const table = page.getByRole('table').last()
    await expect.element(table).toHaveTextContent(/SHA-256 before([0-9A-F]{2}:){31}/)
    await page.getByRole('button', { name: /^Dismiss/ }).click()
    await expect.element(page.getByRole('button', { name: /^Dismiss/ })).not.toBeInTheDocument()
  })
})
