/** Several tabs of a browser: signing in and out, after which the next user finds nothing, and changes. */
import type { Page } from '@playwright/test'

import { expect, paths, TODAY } from './fixtures.ts'
import { test } from './live-server.ts'

const TOKEN = 'token-of-the-tabs'

test.use({ expected: /status of 40[13]/ })

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: TODAY })
})

const signIn = async (page: Page, { inTab }: { readonly inTab: boolean }) => {
  await page.getByLabel('Token', { exact: true }).fill(TOKEN)
  await page.getByRole('checkbox', { name: 'Keep it in this tab' }).setChecked(inTab)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
}

/** The page's content, and everything stored for it. */
const everything = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      location.href,
      history.state,
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  )

const isSignedOut = async (page: Page, how: string) => {
  await expect(page.getByTestId(`farewell-${how}`)).toBeVisible()
  await expect(page).toHaveURL('/sign-in')
  await expect.poll(() => everything(page)).not.toMatch(/token-of-the-tabs|demo-shop|demo@example\.com|orders-db/)
}

test('a reload asks again, unless the tab keeps the token; signing out reaches every tab', async ({
  page,
  context,
}) => {
  await page.goto(paths.services())
  await signIn(page, { inTab: false })
  expect(await everything(page)).not.toContain(TOKEN)
  await page.reload()
  await expect(page.getByLabel('Token', { exact: true })).toBeVisible()
  await signIn(page, { inTab: true })
  await page.reload()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()

  const second = await context.newPage()
  await second.goto(paths.services())
  await signIn(second, { inTab: false })
  // Like a tab that the browser has discarded: its storage exists, but no page to be notified.
  const asleep = await context.newPage()
  await asleep.goto(paths.services())
  await signIn(asleep, { inTab: true })
  await asleep.goto('about:blank')

  await page.clock.runFor(1000)
  await second.getByRole('button', { name: 'Sign out' }).click()
  await isSignedOut(second, 'signed-out')
  await isSignedOut(page, 'signed-out')
  await asleep.goto(paths.services())
  await expect(asleep.getByLabel('Token', { exact: true })).toBeVisible()
  expect(await asleep.evaluate(() => sessionStorage.length)).toBe(0)
})

test('what one tab creates is in another as soon as that one is looked at', async ({ page, context }) => {
  const databases = '/project/demo-shop/services/orders-db/databases'
  await page.goto(databases)
  await page.getByLabel('Token', { exact: true }).fill(TOKEN)
  await page.getByRole('checkbox', { name: 'Keep it in this tab' }).setChecked(true)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('table', { name: 'Databases' })).toBeVisible()
  /** Headless tabs are all visible: says that this one is looked at, or isn't. */
  const look = (state: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, state)
  await look('hidden')

  const second = await context.newPage()
  await second.goto(`${databases}?do=create-database`)
  await second.getByLabel('Token', { exact: true }).fill(TOKEN)
  await second.getByRole('button', { name: 'Sign in' }).click()
  await second.getByLabel('Database name').fill('of_the_second_tab')
  await second.getByRole('dialog').getByRole('button', { name: 'Create database' }).click()
  await expect(second.getByRole('table').getByText('of_the_second_tab')).toBeVisible()

  await page.clock.runFor(60_000)
  await look('visible')
  await expect(page.getByRole('table').getByText('of_the_second_tab')).toBeVisible()
})

test('half an hour without use signs out every tab, after a warning; use in one counts for all', async ({
  page,
  context,
}) => {
  await page.goto(paths.service('orders-db'))
  await page.getByLabel('Token', { exact: true }).fill(TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeVisible()
  const second = await context.newPage()
  await second.goto(paths.services())
  await signIn(second, { inTab: true })

  // In a dialog, which makes everything outside it unreachable.
  await page.getByRole('button', { name: 'Actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Power off' }).click()
  await page.clock.fastForward('29:10')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' })).toBeVisible()
  await expect(second.getByRole('button', { name: 'Stay signed in' })).toBeVisible()
  // Like assistive technology: only a `click` event.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Stay signed in' })
    .evaluate((button: HTMLElement) => {
      button.click()
    })
  await expect(page.getByTestId('idle')).toHaveCount(0)
  await second.clock.runFor(6000)
  await expect(second.getByRole('button', { name: 'Stay signed in' })).toHaveCount(0)

  await page.clock.fastForward('29:10')
  await expect(second.getByRole('button', { name: 'Stay signed in' })).toBeVisible()
  await page.clock.runFor(60_000)
  await isSignedOut(second, 'idle')
  await isSignedOut(page, 'idle')
})

test('a revoked token opens nothing any more, in any tab', async ({ page, context, server }) => {
  const ask = async () => {
    const { status } = await fetch(`${server.origin}/v1/me`, { headers: { authorization: `aivenv1 ${TOKEN}` } })
    return status
  }
  await page.goto(paths.services())
  await signIn(page, { inTab: true })
  const second = await context.newPage()
  await second.goto(paths.services())
  await signIn(second, { inTab: false })
  expect(await ask()).toBe(200)
  // From the menu of a phone, which closes when the dialog opens.
  await page.setViewportSize({ width: 320, height: 700 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Revoke token' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await isSignedOut(page, 'revoked')
  await isSignedOut(second, 'elsewhere')
  expect(await ask()).toBe(403)
})
