/** A deploy while the page is open removes code files that the page hasn't loaded yet. */
import type { Page } from '@playwright/test'

import { IN_DEMO_SHOP } from '../mocks/testing/how-many.ts'
import { expect, paths, test } from './fixtures.ts'

// Messages of the browser, React and the router about a dialog's missing code.
test.use({
  expected: /Failed to load (resource|module script)|Failed to fetch dynamically imported module|Unexpected token '<'/,
})

const chunkUrl = (chunk: string) => `**/assets/${chunk}-*.js`

/** A server's answer for a removed file; some servers send the app's page for any path. */
interface Answer {
  readonly status: number
  readonly contentType?: string
  readonly body?: string
}

const PAGE = '<!doctype html><title>Anchor</title>'

const ANSWERS: readonly (readonly [string, Answer])[] = [
  ['404', { status: 404 }],
  ['404 with a page', { status: 404, contentType: 'text/html', body: PAGE }],
  ['503', { status: 503 }],
  ['200 with a page', { status: 200, contentType: 'text/html', body: PAGE }],
  ['200 with a page that it calls JavaScript', { status: 200, contentType: 'text/javascript', body: PAGE }],
]

/** Removes the chunk until the page is reloaded; `reloads` counts the reloads. */
const deploy = async (page: Page, chunk: string, instead: Answer = { status: 404 }) => {
  let reloads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) reloads++
  })
  await page.route(chunkUrl(chunk), (route) => (reloads > 0 ? route.fallback() : route.fulfill(instead)))
  return { reloads: () => reloads }
}

const goTo = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

for (const [what, answer] of ANSWERS)
  test(`a page whose code has gone (${what}) is loaded anew, once, where the user was going`, async ({ page }) => {
    await page.goto(paths.services())
    await expect(page.getByRole('table')).toBeVisible()
    const { reloads } = await deploy(page, 'requirements-page', answer)
    await goTo(page, 'TLS requirements')
    await expect(page.getByRole('heading', { level: 1, name: 'TLS requirements' })).toBeVisible()
    await expect(page).toHaveURL('/tls-requirements')
    expect(reloads()).toBe(1)
    await page.goBack()
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  })

test('a dialog whose code has gone: the page is loaded anew with its search, and has the dialog then', async ({
  page,
}) => {
  const place = `${paths.services()}?search=kafka&sort=plan`
  await page.goto(place)
  await expect(page.getByText(`4 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  const { reloads } = await deploy(page, 'overlay')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect.poll(reloads).toBe(1)
  await expect(page.getByText(`4 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  await expect(page).toHaveURL(place)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  expect(reloads()).toBe(1)
})

for (const [link, chunk] of [
  ['TLS requirements', 'requirements-page'],
  ['Projects', 'projects-page'],
] as const)
  test(`${link}: code that does not come at all is said, with a way on, and the old title goes`, async ({ page }) => {
    await page.goto(paths.services())
    await expect(page.getByRole('table')).toBeVisible()
    let loads = 0
    page.on('load', () => loads++)
    const isSaid = async () => {
      await expect(page.getByRole('alert')).toHaveAttribute('data-testid', 'code-lost')
      const heading = await page.getByRole('heading', { level: 1 }).innerText()
      await expect(page).toHaveTitle(new RegExp(`^${heading}`))
    }
    await page.route(chunkUrl(chunk), (route) => route.fulfill({ status: 404 }))
    await goTo(page, link)
    await expect.poll(() => loads).toBe(1)
    await isSaid()
    // The user may reload as often as they like; the page reloads itself only once.
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => loads).toBe(2)
    await isSaid()
    expect(loads).toBe(2)
  })

test('a guide whose code does not come is said in its place, and Retry shows it once it is there', async ({ page }) => {
  await page.goto(paths.connect('orders-db', '?client=psql&os=linux'))
  const steps = page.getByRole('heading', { level: 3, name: /^1\. / })
  await expect(steps).toBeVisible()
  await page.route(chunkUrl('jdbc'), (route) => route.fulfill({ status: 404 }))
  await page.getByRole('radio', { name: /^JDBC/ }).check()
  await expect(page.getByRole('alert')).toHaveAttribute('data-testid', 'guide-lost')
  await expect(page.getByRole('heading', { level: 2, name: 'Java, JDBC' })).toBeVisible()
  await page.getByRole('radio', { name: /^psql/ }).check()
  await expect(steps).toBeVisible()
  await page.getByRole('radio', { name: /^JDBC/ }).check()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.unroute(chunkUrl('jdbc'))
  await page.getByRole('alert').getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('region', { name: 'Connect.java', exact: true })).toContainText('verify-full')
})

test('while the server is out of reach, the page stays and says so', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('table')).toBeVisible()
  await page.context().setOffline(true)
  await goTo(page, 'TLS requirements')
  await expect(page.getByRole('heading', { level: 1, name: 'This page couldn’t be loaded' })).toBeVisible()
  await page.context().setOffline(false)
  await goTo(page, 'Services')
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
})

const OFFLINE_PARTS: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  ['the palette', paths.services(), (page) => page.getByRole('button', { name: 'Search', exact: true }).click()],
  ['the shortcuts', paths.services(), (page) => page.keyboard.press('?')],
  ['the projects', paths.services(), (page) => page.getByRole('button', { name: /^Project/ }).click()],
  [
    'a form',
    `/project/demo-shop/services/events/topics`,
    (page) => page.getByRole('button', { name: 'Create topic' }).click(),
  ],
  ['the evidence', paths.service('orders-db'), (page) => page.getByRole('button', { name: 'Why?' }).first().click()],
]

for (const [what, place, open] of OFFLINE_PARTS)
  test(`while the server is out of reach, ${what} says so, the page stays, and Retry opens it later`, async ({
    page,
  }) => {
    await page.goto(place)
    const main = page.getByRole('main')
    await expect(main.getByRole('row').nth(1)).toBeVisible()
    await page.context().setOffline(true)
    await open(page)
    const lost = page.getByTestId('part-lost')
    await expect(lost).toBeVisible()
    await expect(main.getByRole('row').nth(1)).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await page.context().setOffline(false)
    await lost.getByRole('button', { name: 'Retry' }).click()
    await expect(
      page
        .getByRole('dialog')
        .or(page.getByRole('link', { name: 'demo-legacy' }))
        .first(),
    ).toBeVisible()
    await expect(lost).toBeHidden()
  })

test('what nobody asked for may be missing: the page stays as it is', async ({ page }) => {
  const chunks = ['attention-badge', 'extras', 'sidebar-footer']
  const lost = new Set<string>()
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads++
  })
  for (const chunk of chunks) {
    await page.route(chunkUrl(chunk), (route) => {
      lost.add(chunk)
      return route.fulfill({ status: 404 })
    })
  }
  await page.goto(paths.services())
  await expect.poll(() => [...lost].toSorted()).toEqual(chunks)
  // Whatever comes of a file that isn't there has come of it when the page answers a press.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'events', exact: true })).toBeVisible()
  expect(loads).toBe(1)
})
