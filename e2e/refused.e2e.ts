/** A browser that refuses the clipboard, or to save files, as far as a page can notice. */
import type { Locator, Page } from '@playwright/test'

import { apiCa, apiUser, expect, paths, row, test } from './fixtures.ts'

type Reach = (page: Page) => Locator | Promise<Locator>

const button =
  (name: string, exact = true): Reach =>
  (page) =>
    page.getByRole('button', { name, exact }).first()

const chosen =
  (name: string): Reach =>
  async (page) => {
    await page.getByRole('checkbox', { name: 'Select orders-db', exact: true }).check()
    return page.getByRole('region', { name: 'Selection' }).getByRole('button', { name, exact: true })
  }

const inActions =
  (name: string): Reach =>
  async (page) => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click()
    return page.getByRole('menuitem', { name, exact: true })
  }

const user = () => apiUser('events', 'avnadmin')
const KCAT = paths.connect('events', '?client=kcat&os=linux')

/** What can be copied: page, button, and the text that must then be shown and selected for manual copying. */
const COPIES: readonly (readonly [string, string, Reach, () => Promise<string> | RegExp])[] = [
  ['CA certificate', paths.service('orders-db'), button('Copy CA certificate'), () => apiCa()],
  ['access key', paths.service('events'), button('Copy access key'), async () => (await user()).access_key],
  [
    'access certificate',
    paths.service('events'),
    button('Copy access certificate'),
    async () => (await user()).access_cert,
  ],
  ['password', paths.service('orders-db'), button('Copy Password'), () => /^AVNS_\w+$/],
  ['service URI', paths.service('orders-db'), button('Copy Service URI'), () => /^postgres:\/\/avnadmin:AVNS_/],
  ['host', paths.service('orders-db'), button('Copy Host'), () => /^orders-db-/],
  ['link', paths.service('orders-db'), inActions('Share link'), () => /^http/],
  ['Markdown', paths.service('orders-db'), inActions('Copy as Markdown'), () => /^# orders-db/],
  ['names', paths.services(), chosen('Copy names'), () => /^orders-db$/],
  ['command', KCAT, button('Copy command to run'), () => /kcat/],
  ['details of an error', `${paths.services()}?scenario=500`, button('Copy details'), () => /^operation: ServiceList/],
]

for (const [what, url, reach, expected] of COPIES) {
  test(`the clipboard is forbidden: the ${what} can be copied by hand`, async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
    })
    await page.goto(url)
    await (await reach(page)).click()
    const wanted = await expected()
    const selected = expect.poll(() => page.evaluate(() => getSelection()?.toString().trim()))
    if (typeof wanted === 'string') await selected.toBe(wanted.trim())
    else await selected.toMatch(wanted)
    await expect(page.getByText(/^Copied/)).toHaveCount(0)
  })
}

test('there is no clipboard at all, as on a page that came without TLS', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.goto(paths.service('orders-db'))
  await page.getByRole('button', { name: 'Copy CA certificate' }).click()
  await expect(row(page, 'CA Certificate').getByRole('status').last()).toHaveAttribute('data-testid', 'copy-by-hand')
})

/** What can be saved: page and button. */
const SAVES: readonly (readonly [string, string, Reach])[] = [
  ['CA certificate', paths.service('orders-db'), button('Download CA certificate')],
  ['access key', paths.service('events'), button('Download access key')],
  ['three files', paths.service('events'), button('Download all three files')],
  ['bundle', KCAT, button('Download bundle')],
  ['configuration', KCAT, button('Download kcat.conf')],
  ['CA of a selection', paths.services(), chosen('Download CA')],
  ['table of certificates', '/certificates', button('CSV: download certificates.csv')],
  [
    'DER file',
    paths.service('orders-db'),
    async (page) => {
      await page.getByRole('button', { name: 'Other formats of CA certificate' }).click()
      return page.getByRole('dialog').getByRole('button', { name: /^Download / })
    },
  ],
]

for (const [what, url, reach] of SAVES) {
  test(`the browser takes no file: nobody says that the ${what} was saved`, async ({ page }) => {
    let saved = 0
    page.on('download', () => saved++)
    await page.addInitScript(() => {
      URL.createObjectURL = () => {
        throw new TypeError('Out of memory')
      }
    })
    await page.goto(url)
    if (url === '/certificates') await expect(page.getByText(/need attention$/).last()).toBeVisible()
    const save = await reach(page)
    await save.click()
    const refusal = page.getByRole('alert').and(page.getByTestId(/^(not-saved|defect)$/))
    await expect(refusal).toBeVisible()
    // A second try at once is refused again.
    await save.click()
    await expect(refusal).toBeVisible()
    await expect(page.getByText(/^Saved (?!searches)/)).toHaveCount(0)
    expect(saved).toBe(0)
  })
}
