import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { IN_ALL_PROJECTS } from '../../../mocks/testing/how-many.ts'
import { renderApp } from '../../app/testing/render-app.tsx'

const LIST = '/project/demo-shop/services'
const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const bar = () => page.getByRole('region', { name: 'Selection' })

/** The files that the browser was asked to download. */
let saved: { name: string; blob: Blob }[] = []
let spies: MockInstance[] = []
beforeEach(() => {
  saved = []
  const blobs = new Map<string, Blob>()
  const make = URL.createObjectURL.bind(URL)
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = make(blob)
    blobs.set(url, blob as Blob)
    return url
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob) saved.push({ name: this.download, blob })
  })
  spies = [create, click]
})
afterEach(() => {
  for (const spy of spies) spy.mockRestore()
})

describe('the selection', () => {
  it('is made with the keyboard: up and down between rows, space selects', async () => {
    await renderApp(LIST)
    await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
    page.getByRole('link', { name: 'cache', exact: true }).element().focus()
    await userEvent.keyboard(' {ArrowDown}{ArrowDown} ')
    await expect.element(page.getByRole('link', { name: 'catalog', exact: true })).toHaveFocus()
    await expect.element(box('cache')).toBeChecked()
    await expect.element(box('catalog')).toBeChecked()
    await expect.element(bar()).toHaveTextContent('2 selected')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}')
    await expect.element(page.getByRole('searchbox')).toHaveFocus()
  })

  it('leaves `?` to the sheet of shortcuts, and ends with Escape if nothing else closes', async () => {
    await renderApp(LIST)
    await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
    await box('cache').click()
    await expect.element(bar()).toHaveTextContent('1 selected')
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(bar()).toHaveTextContent('1 selected')
    await userEvent.keyboard('{Escape}')
    await expect.element(bar()).not.toBeInTheDocument()
    await expect.element(box('cache')).not.toBeChecked()
  })

  it('of one project gives its CA, checked', async () => {
    await renderApp(LIST)
    await box('events').click()
    await box('orders-db').click()
    await bar().getByRole('button', { name: 'Download CA' }).click()
    await expect.element(bar()).toHaveTextContent(/Saved demo-shop-ca\.pem.* ([0-9A-F]{2}:){31}/)
    expect(saved.map(({ name }) => name)).toEqual(['demo-shop-ca.pem'])
    expect(await saved[0]?.blob.text()).toMatch(/^-----BEGIN CERTIFICATE-----/)
  })

  it("saves nothing that isn't a certificate", async () => {
    await renderApp(LIST, { scenario: 'ca-html' })
    await box('events').click()
    await bar().getByRole('button', { name: 'Download CA' }).click()
    await expect.element(bar().getByRole('alert')).toHaveAttribute('data-testid', 'web-page')
    await expect.element(bar().getByRole('button', { name: 'Retry' })).toBeVisible()
    expect(saved).toEqual([])
  })

  it('of several projects gives one archive with a file for each', async () => {
    await renderApp('/services?search=project:rotation,analytics')
    await expect.element(page.getByText(`4 of ${String(IN_ALL_PROJECTS)} services`)).toBeVisible()
    await page.getByRole('checkbox', { name: 'Select warehouse' }).first().click()
    await bar().getByRole('button', { name: 'Select all 4' }).click()
    await bar().getByRole('button', { name: 'Download 2 CAs' }).click()
    await expect.element(bar()).toHaveTextContent(/project-cas\.zip.*demo-analytics-ca\.pem, demo-rotation-ca\.pem/)
    const text = await saved[0]?.blob.text()
    expect(text?.match(/BEGIN CERTIFICATE/g)).toHaveLength(3)
  })

  it('stays if the search hides some of it, says so, and can be cleared', async () => {
    await renderApp(LIST)
    await box('events').click()
    await page.getByRole('searchbox').fill('orders-db')
    await expect.element(bar()).toHaveTextContent('1 selected (1 not shown)')
    await bar().getByRole('button', { name: 'Clear selection' }).click()
    expect(bar().elements()).toHaveLength(0)
    expect(document.activeElement?.id).toBe('main')
  })

  it('copies names unchanged, also if the clipboard is refused', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('denied'))
    spies.push(write)
    await renderApp(LIST, { scenario: 'odd' })
    await page.getByRole('checkbox', { name: /^Select <img/ }).click()
    await box('名前-ñandú-שלום-🦀').click()
    await bar().getByRole('button', { name: 'Copy names' }).click()
    const item = write.mock.calls[0]?.[0][0]
    expect(await (await item?.getType('text/plain'))?.text()).toMatch(
      /<img src=x .*\n名前-ñandú-שלום-🦀|名前-ñandú-שלום-🦀\n<img src=x/,
    )
    await expect.element(page.getByRole('region', { name: 'Names' })).toHaveTextContent('名前')
  })
})

describe('all services', () => {
  it('are those of every project; a failed project is one notice', async () => {
    const { requests } = await renderApp('/services')
    await expect.element(page.getByText(`${String(IN_ALL_PROJECTS)} services`)).toBeVisible()
    const alert = page.getByRole('alert')
    await expect.element(alert).toHaveTextContent(/demo-restricted.*Not a project member/)
    expect(alert.elements()).toHaveLength(1)
    await expect
      .element(page.getByRole('row', { name: /Select warehouse/ }).first())
      .toHaveTextContent(/demo-analytics/)
    await expect
      .element(page.getByRole('link', { name: 'warehouse' }).nth(1))
      .toHaveAttribute('href', '/project/demo-rotation/services/warehouse/overview')
    const count = () => requests.filter((path) => path === '/v1/project/demo-restricted/service').length
    const before = count()
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(count).toBeGreaterThan(before)
  })

  it('can be sorted by project, like any column', async () => {
    await renderApp('/services?sort=-project')
    await expect.element(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'descending')
    await expect.element(page.getByRole('row').nth(1)).toHaveTextContent('demo-shop')
  })

  it('show their progress', async () => {
    await renderApp('/services', { scenario: 'slow' })
    await expect.element(page.getByRole('progressbar', { name: 'Projects loaded' })).toBeVisible()
    await expect.element(page.getByText('0 of 6 projects')).toBeVisible()
    expect(page.getByRole('table').elements()).toHaveLength(0)
  })

  it('say that there are none, or that loading failed', async () => {
    await renderApp('/services', { scenario: 'no-projects' })
    await expect.element(page.getByTestId('no-projects')).toBeVisible()
    // Nothing there that leads nowhere.
    expect(page.getByTestId('no-projects').getByRole('link').elements()).toHaveLength(0)
  })

  it('say it once when the API fails', async () => {
    await renderApp('/services', { scenario: '500' })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'http-500')
    expect(page.getByRole('alert').elements()).toHaveLength(1)
  })
})

describe('many services', () => {
  const table = () => page.getByRole('table', { name: 'Services' })
  const nodes = () => table().element().querySelectorAll('*').length

  it('are a complete table for assistive technology, and a small one for the browser', async () => {
    await renderApp(LIST, { scenario: '1000' })
    await expect.element(table()).toHaveAttribute('aria-rowcount', '1001')
    await expect.poll(nodes).toBeLessThanOrEqual(500)
    await page.getByRole('searchbox').fill('events-archive')
    await expect.element(table()).toHaveAttribute('aria-rowcount', expect.stringMatching(/^\d\d$/))
    expect(nodes()).toBeLessThanOrEqual(500)
  })

  it('work by keyboard: rows load while moving, and the focus stays', async () => {
    await renderApp(LIST, { scenario: '1000' })
    await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
    await expect.element(table()).toHaveAttribute('aria-rowcount', '1001')
    table().getByRole('link').first().element().focus()
    for (let press = 0; press < 40; press++) await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('42')
    await userEvent.keyboard(' ')
    await expect.element(bar()).toHaveTextContent('1 selected')
    expect(nodes()).toBeLessThanOrEqual(500)
    scrollTo(0, document.documentElement.scrollHeight)
    await expect.element(table().getByRole('row').last()).toHaveAttribute('aria-rowindex', '1001')
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('42')
    scrollTo(0, 0)
  })

  it('are printed up to a limit, which is stated', async () => {
    await renderApp(`${LIST}?search=-service:pg`, { scenario: '1000' })
    await expect.element(table()).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
    expect(document.querySelectorAll('table')).toHaveLength(1)
    dispatchEvent(new Event('beforeprint'))
    const printed = document.querySelector('table[aria-label="Services, for print"]')
    expect(printed?.querySelectorAll('tbody tr')).toHaveLength(500)
    expect(printed?.parentElement?.textContent).toMatch(/-service:pg.* 500 of 9\d\d services/)
    dispatchEvent(new Event('afterprint'))
    expect(document.querySelectorAll('table')).toHaveLength(1)
  })
})
