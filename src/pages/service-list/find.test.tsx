import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { IN_DEMO_SHOP } from '../../../mocks/testing/how-many.ts'
import { renderApp } from '../../app/testing/render-app.tsx'

const LIST = '/project/demo-shop/services'
const table = () => page.getByRole('table', { name: 'Services' })
const field = () => page.getByRole('searchbox', { name: 'Search services' })
const names = () =>
  table()
    .getByRole('link')
    .elements()
    .map((link) => link.textContent)
const columns = () =>
  table()
    .getByRole('columnheader')
    .elements()
    .map((header) => header.textContent)
/** Waits for the tools, which load after the list. */
const ready = async () => {
  await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
}
const search = (text: string) => `${LIST}?${new URLSearchParams({ search: text }).toString()}`

describe('quick filters', () => {
  const chip = (name: string) => page.getByRole('group', { name: 'Quick filters' }).getByRole('button', { name })

  it('are switched on and off with a click, beside what was typed', async () => {
    const { url } = await renderApp(search('prod'))
    await ready()
    await chip('Required').click()
    await expect.poll(url).toBe(search('prod ca:required'))
    await expect.element(chip('Required')).toHaveAttribute('aria-pressed', 'true')
    expect(page.getByRole('list', { name: 'Filters' }).elements()).toHaveLength(0)
    await chip('Required').click()
    await expect.poll(url).toBe(search('prod'))
    await field().fill('')
    await chip('TLS off').click()
    await expect.poll(names).toEqual(['carts'])
    await chip('TLS off').click()
    await chip('Ending soon').click()
    await expect.poll(names).toContain('events')
    await expect.poll(names).not.toContain('ledger')
  })
})

describe('rows', () => {
  it('are at most two lines high, and stay within their columns', async () => {
    await renderApp(LIST)
    await ready()
    for (const width of [720, 1280]) {
      await page.viewport(width, 800)
      const rows = [...document.querySelectorAll('table[aria-label=Services] tbody tr')]
      const heights = rows.map((row) => row.getBoundingClientRect().height).toSorted((a, b) => a - b)
      expect(heights[0]).toBeGreaterThanOrEqual(44)
      expect(heights[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(52)
      const wide = [...document.querySelectorAll('table[aria-label=Services] td')].filter(
        (cell) => cell.scrollWidth > cell.clientWidth,
      )
      expect(wide.map(({ textContent }) => textContent)).toEqual([])
    }
    await page.viewport(1280, 800)
  })

  it('name what their buttons are about', async () => {
    await renderApp(LIST)
    await expect
      .element(
        page
          .getByRole('row', { name: /orders-db/ })
          .last()
          .getByRole('button', { name: 'Required: orders-db' }),
      )
      .toBeVisible()
  })
})

describe('filter words', () => {
  it('come from the URL, as chips that can be removed', async () => {
    const { url } = await renderApp(search('service:kafka,pg -status:poweroff prod'))
    await ready()
    await expect.poll(names).toEqual(['events', 'orders-db'])
    const chips = page.getByRole('list', { name: 'Filters' }).getByRole('button')
    expect(chips.elements().map((chip) => chip.textContent)).toEqual(['service:kafka,pg×', '-status:poweroff×'])
    await page.getByRole('button', { name: 'service:kafka,pg, remove filter' }).click()
    await expect.element(field()).toHaveFocus()
    await expect.element(field()).toHaveValue('-status:poweroff prod')
    await expect.poll(names).toEqual(['billing-mysql', 'events', 'orders-db'])
    await expect.poll(url).toBe(search('-status:poweroff prod'))
  })

  it('are reported if invalid, not ignored', async () => {
    await renderApp(search('expires:soon nonsense:x'))
    await expect.element(page.getByRole('status').getByTestId('bad-value')).toBeVisible()
    await expect.element(page.getByRole('status').getByTestId('no-such-filter')).toBeVisible()
    await expect.element(page.getByText('No service matches')).toBeVisible()
  })

  it('are suggested while typing, by keyboard', async () => {
    const { url } = await renderApp(LIST)
    await ready()
    await userEvent.keyboard('/')
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard('prod ser')
    const options = page.getByRole('listbox', { name: 'Filter words' }).getByRole('option')
    await expect.element(options.first()).toHaveTextContent('service:')
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(options.first()).toHaveAttribute('aria-selected', 'true')
    expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(options.first().element().id)
    await userEvent.keyboard('{Enter}')
    await expect.element(field()).toHaveValue('prod service:')
    await userEvent.keyboard('kaf{ArrowDown}{Enter}')
    await expect.element(field()).toHaveValue('prod service:kafka ')
    await expect.poll(names).toEqual(['events'])
    await expect.poll(url).toBe(search('prod service:kafka '))
    expect(page.getByRole('listbox').elements()).toHaveLength(0)
  })

  it('Escape closes the suggestions and keeps the text', async () => {
    await renderApp(LIST)
    await ready()
    await field().fill('sta')
    await expect.element(page.getByRole('listbox')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(page.getByRole('listbox').elements()).toHaveLength(0)
    await expect.element(field()).toHaveValue('sta')
  })

  it('plain text covers no row that it finds: suggestions for it appear on request', async () => {
    await renderApp(LIST)
    await ready()
    await field().fill('kafka')
    await expect.poll(names).toContain('events')
    expect(page.getByRole('listbox').elements()).toHaveLength(0)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('service:kafka')
  })

  it('can be chosen with the pointer', async () => {
    await renderApp(LIST)
    await ready()
    await field().fill('ca:')
    await page.getByRole('option', { name: /ca:unknown/ }).click()
    await expect.element(field()).toHaveFocus()
    await expect.poll(names).toEqual(['prototype'])
  })

  it('markup in names and tags is text, in suggestions too', async () => {
    await renderApp(LIST, { scenario: 'odd' })
    await ready()
    await field().fill('tag:')
    await expect.element(page.getByRole('option', { name: /<img src=x onerror/ })).toBeVisible()
    await page.getByRole('option', { name: /<img src=x onerror/ }).click()
    await expect.poll(() => names().length).toBe(1)
    expect(names()[0]).toMatch(/^<img src=x/)
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })
})

describe('columns', () => {
  it('are chosen, in the URL, and remembered', async () => {
    const { url } = await renderApp(LIST)
    await ready()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Plan' }).click()
    await page.getByRole('checkbox', { name: 'Created' }).click()
    const wanted = ['Service', 'Status', 'CA certificate', 'Certificates', 'Cloud', 'Created']
    await expect.poll(columns).toEqual(wanted)
    await expect.poll(url).toBe(`${LIST}?columns=${encodeURIComponent('name,status,ca,expires,cloud,created')}`)
    await expect.element(page.getByRole('row', { name: /\bevents Apache/ })).toHaveTextContent('3 days ago')
    await page.getByRole('button', { name: 'Reset columns' }).click()
    await expect.poll(url).toBe(LIST)
    expect(localStorage.getItem('service-columns')).toBeNull()
  })

  it('that were stored are back on the next visit, and in its URL', async () => {
    localStorage.setItem('service-columns', 'name,ca,tags,<b>,nonsense')
    const { url } = await renderApp(LIST)
    await expect.poll(columns).toEqual(['Service', 'CA certificate', 'Tags'])
    await expect.poll(url).toContain('columns=name')
  })

  it('of a link take precedence over stored ones; sorting by any of them works', async () => {
    localStorage.setItem('service-columns', 'name,ca')
    await renderApp(`${LIST}?columns=name,ca,nodes&sort=-nodes`)
    await expect.poll(columns).toEqual(['Service', 'CA certificate', 'Nodes'])
    await expect.element(page.getByRole('columnheader', { name: 'Nodes' })).toHaveAttribute('aria-sort', 'descending')
    expect(names()[0]).toBe('clicks')
  })
})

it('two changes in one moment are both in the URL', async () => {
  const { url } = await renderApp(search('service:pg'))
  await ready()
  const sort = table().getByRole('button', { name: 'Plan' }).element() as HTMLElement
  const chip = page.getByRole('list', { name: 'Filters' }).getByRole('button').element() as HTMLElement
  sort.click()
  chip.click()
  await expect.poll(url).toBe(`${LIST}?sort=plan`)
  await expect.poll(() => names().length).toBe(IN_DEMO_SHOP)
})

describe('saved searches', () => {
  it('are saved under a name, opened and deleted', async () => {
    const { url } = await renderApp(`${search('service:kafka')}&sort=-plan`)
    await ready()
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await expect.element(page.getByRole('textbox', { name: 'Name of this search' })).toHaveValue('service:kafka')
    await page.getByRole('textbox', { name: 'Name of this search' }).fill(' ')
    await page.getByRole('button', { name: 'Save this search' }).click()
    expect(localStorage.getItem('saved-searches')).toBeNull()
    await page.getByRole('textbox', { name: 'Name of this search' }).fill('<b>Kafkas</b>')
    await page.getByRole('button', { name: 'Save this search' }).click()
    await userEvent.keyboard('{Escape}')
    await field().fill('')
    await expect.poll(() => names().length).toBe(IN_DEMO_SHOP)
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await page.getByRole('link', { name: '<b>Kafkas</b>' }).click()
    await expect.poll(names).toEqual(['events', 'events-archive'])
    await expect.poll(url).toBe(`${search('service:kafka')}&sort=-plan`)
    await page.getByRole('button', { name: 'Saved searches' }).click()
    await page.getByRole('button', { name: 'Delete saved search <b>Kafkas</b>' }).click()
    await expect.element(page.getByText('No saved searches yet.')).toBeVisible()
    expect(localStorage.getItem('saved-searches')).toBe('[]')
  })

  it.each(['no JSON', '{"a":1}', '[null, 3, {"name": 1}, {"name": "good", "view": "search=kafka"}]'])(
    'what is stored may be anything: %s',
    async (stored) => {
      localStorage.setItem('saved-searches', stored)
      await renderApp(LIST)
      await ready()
      await page.getByRole('button', { name: 'Saved searches' }).click()
      await expect
        .poll(() => page.getByRole('button', { name: /^Delete saved search/ }).elements())
        .toHaveLength(stored.includes('good') ? 1 : 0)
    },
  )
})

describe('freshness', () => {
  it('says how old the list is, and reloads on Refresh', async () => {
    const { requests } = await renderApp(LIST)
    await expect.element(page.getByText(/^Updated/)).toBeVisible()
    const before = requests.length
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => requests.length).toBeGreaterThan(before)
  })
})
