import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { hasPage } from '../../domain/catalog.ts'
import { PLACES, PROJECT_PLACES, PROJECT_TASKS, SERVICE_PLACES } from '../nav.ts'
import { renderApp } from '../testing/render-app.tsx'

const LIST = '/project/demo-shop/services'
const field = () => page.getByRole('combobox', { name: 'Page, project or service' })
const dialog = () => page.getByRole('dialog')
const options = () =>
  page
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent)
const ready = async (url = LIST, scenario: 'default' | 'ca-html' | 'wrong-shapes' = 'default') => {
  const app = await renderApp(url, { scenario })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  return app
}
const open = async () => {
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(field()).toHaveFocus()
}

describe('the palette', () => {
  it('opens a service by a few letters, by keyboard', async () => {
    const { url } = await ready()
    await open()
    await expect.element(page.getByRole('option', { name: /^orders-db/ })).toBeVisible()
    await userEvent.keyboard('neworders')
    await expect.element(page.getByRole('option').first()).toHaveTextContent('new-orders-db')
    await expect.element(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('heading', { level: 1, name: 'new-orders-db' })).toBeVisible()
    expect(url()).toBe(`${LIST}/new-orders-db/overview`)
    expect(dialog().elements()).toHaveLength(0)
  })

  it.each(['self-signed certificate in certificate chain', 'unable to get local issuer certificate'])(
    'offers to troubleshoot a message that matches no name: %s',
    async (message) => {
      const { url } = await ready()
      await open()
      await userEvent.keyboard(message)
      await expect.element(page.getByRole('option')).toHaveAttribute('aria-selected', 'true')
      await userEvent.keyboard('{Enter}')
      await expect.element(page.getByRole('heading', { level: 1, name: 'Troubleshoot' })).toBeVisible()
      await expect.element(page.getByRole('region', { name: 'For your service' })).toBeVisible()
      expect(url()).toBe('/check')
    },
  )

  it('loses no key that is pressed before it, or its results, are loaded', async () => {
    const { url } = await ready('/certificates')
    const search = page.getByRole('searchbox').first()
    await search.click()
    await userEvent.keyboard('{Control>}k{/Control}clickstr{Enter}')
    await expect.element(page.getByRole('heading', { level: 1, name: 'clickstream' })).toBeVisible()
    expect(url()).toMatch(/\/clickstream\/overview$/)
  })

  it('returns the focus, however early it is closed', async () => {
    await ready()
    const search = page.getByRole('searchbox').first()
    await search.click()
    await userEvent.keyboard('{Control>}k{/Control}ev')
    await expect.element(field()).toHaveValue('ev')
    await expect.element(dialog()).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(search).toHaveFocus()
    await expect.element(search).toHaveValue('')
  })

  it('arrow keys move, wrapping around, and the field says which option is active', async () => {
    await ready()
    await open()
    const active = () => document.getElementById(field().element().getAttribute('aria-activedescendant') ?? '')
    expect(active()?.textContent).toMatch(/^Services of demo-shop/)
    await userEvent.keyboard('{ArrowDown}')
    expect(active()?.textContent).toMatch(/^Event log of demo-shop/)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(active()).toBe(page.getByRole('option').elements().at(-1))
    expect(active()?.getAttribute('aria-selected')).toBe('true')
    await expect.element(field()).toHaveFocus()
  })

  it('offers the CA of a project only if the input names it', async () => {
    await ready()
    await open()
    await userEvent.keyboard('orders')
    await expect.poll(() => options()[0]).toBe('orders-dbService')
    expect(options().filter((text) => text?.startsWith('Download CA'))).toEqual([])
  })

  it('says which services of the open project could not be read', async () => {
    await ready(LIST, 'wrong-shapes')
    await open()
    await expect.element(dialog().getByTestId('unread')).toBeVisible()
  })

  it('finds projects and pages', async () => {
    await ready()
    await open()
    await userEvent.keyboard('demo-an')
    await expect
      .poll(() => options().slice(0, 2))
      .toEqual(['demo-analyticsProject', 'Download CA for demo-analyticsDownload'])
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('link', { name: 'clickstream' })).toBeVisible()
  })

  it('saves the CA of a project, checked, and says what was saved', async () => {
    await ready()
    await open()
    await userEvent.keyboard('download ca demo-shop{Enter}')
    await expect.element(dialog()).toHaveTextContent(/Saved demo-shop-ca\.pem.* ([0-9A-F]{2}:){31}/)
  })

  it("saves nothing that isn't a certificate", async () => {
    await ready(LIST, 'ca-html')
    await open()
    await userEvent.keyboard('download ca demo-shop{Enter}')
    await expect.element(dialog().getByRole('alert')).toHaveAttribute('data-testid', 'web-page')
    await expect.element(dialog().getByRole('button', { name: 'Retry' })).toBeVisible()
  })

  it('says how many were found, none included', async () => {
    await ready()
    await open()
    await userEvent.keyboard('zzzz')
    await expect.element(dialog().getByText('0 found')).toBeVisible()
    await userEvent.keyboard('{Enter}{ArrowDown}')
    await expect.element(field()).not.toHaveAttribute('aria-activedescendant')
  })

  it('closes with Escape and returns the focus; opens by its button too', async () => {
    await ready()
    const button = page.getByRole('button', { name: 'Search', exact: true })
    await button.click()
    await expect.element(field()).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog()).not.toBeInTheDocument()
    await expect.element(button).toHaveFocus()
  })

  it('without an open project still leads on', async () => {
    await ready('/projects')
    await open()
    await expect.element(page.getByRole('option', { name: /^demo-shop/ })).toBeVisible()
  })
})

/** Every place that the list of places has for a service of that type: label and kind. */
const placesOf = (type: string): readonly (readonly [label: string, kind: 'Page' | 'Action'])[] => [
  ...PLACES.map(({ route }) => [route.title, 'Page'] as const),
  ...PROJECT_PLACES.map(({ label }) => [label, 'Page'] as const),
  ...SERVICE_PLACES.filter((place) => hasPage(type, place.page)).map(({ label }) => [label, 'Page'] as const),
  ...PROJECT_TASKS.map(({ label }) => [label, 'Action'] as const),
]

describe('places in the palette', () => {
  it.each([
    ['demo-legacy', 'Project', '/project/demo-legacy/services'],
    ['troubleshoot', 'Page', '/check'],
    ['certificates', 'Page', '/certificates'],
    ['all services', 'Page', '/services'],
    ['clickstream', 'Service', '/project/demo-analytics/services/clickstream/overview'],
    ['grafana', 'Page', '/services?search=service%3Agrafana'],
  ])('%s', async (typed, kind, at) => {
    const { url } = await ready()
    await open()
    await userEvent.keyboard(typed)
    await expect.element(page.getByRole('option').first()).toHaveTextContent(new RegExp(`${kind}$`))
    await userEvent.keyboard('{Enter}')
    await expect.poll(url).toBe(at)
  })

  it.each(['events', 'orders-db'])('every place there is, for %s', async (service) => {
    await ready(`${LIST}/${service}/overview`)
    await open()
    const places = service === 'events' ? placesOf('kafka') : placesOf('pg')
    expect(places.length).toBeGreaterThan(15)
    for (const [label, kind] of places) {
      await field().fill(label)
      const name = kind === 'Page' ? new RegExp(String.raw`^${label}( of ${service}| of demo-shop)? Page$`) : label
      await expect.element(page.getByRole('option', { name }).first()).toBeVisible()
    }
  })

  it('pages of the service that is open', async () => {
    const { url } = await ready(`${LIST}/events/overview`)
    await open()
    await userEvent.keyboard('users{Enter}')
    await expect.poll(url).toBe(`${LIST}/events/users`)
  })

  it('actions on the open service open a dialog that asks first', async () => {
    await ready(`${LIST}/events/overview`)
    await open()
    await userEvent.keyboard('power off')
    const option = page.getByRole('option', { name: /^Power off: events/ })
    await expect.element(option).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('dialog', { name: /events/ })).toBeVisible()
  })
})

describe('the sheet of shortcuts', () => {
  const sheet = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  it('opens with ?, but not in a field', async () => {
    await ready()
    await page.getByRole('searchbox', { name: 'Search services' }).click()
    await userEvent.keyboard('?')
    expect(sheet().elements()).toHaveLength(0)
    await expect.element(page.getByRole('searchbox')).toHaveValue('?')
    page.getByRole('main').element().focus()
    await userEvent.keyboard('?')
    await expect.element(sheet().getByRole('term').first()).toBeVisible()
  })

  it('switches single keys off persistently, and on again through the palette', async () => {
    await ready('/projects')
    await userEvent.keyboard('?')
    await sheet().getByRole('checkbox').click()
    expect(localStorage.getItem('single-key-shortcuts')).toBe('off')
    await userEvent.keyboard('{Escape}')
    await expect.element(sheet()).not.toBeInTheDocument()
    await userEvent.keyboard('?')
    expect(dialog().elements()).toHaveLength(0)
    await open()
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('checkbox').click()
    expect(localStorage.getItem('single-key-shortcuts')).toBeNull()
  })
})
