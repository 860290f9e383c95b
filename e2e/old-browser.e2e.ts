/** A browser that lacks what the app needs gets a page that says so, under the policy of the live build. */
import { readFileSync } from 'node:fs'

import { expect, paths, test } from './fixtures.ts'

/** Scripts that remove one feature that old browsers lack, by the name that public/supported.js checks. */
const LACKING: Readonly<Record<string, string>> = {
  'AbortSignal.any': 'delete AbortSignal.any',
  'Array.toSorted': 'delete Array.prototype.toSorted',
  'CSS color-mix': 'CSS.supports = () => false',
  dialogs: 'delete HTMLDialogElement.prototype.showModal',
  popovers: 'delete HTMLElement.prototype.showPopover',
  ResizeObserver: 'delete window.ResizeObserver',
  'String.toWellFormed': 'delete String.prototype.toWellFormed',
  'URL.parse': 'delete URL.parse',
}

test('what is asked for is what is tried here', () => {
  const [, asked = ''] = /needed = \{(.*?)\n {2}\}/s.exec(readFileSync('public/supported.js', 'utf8')) ?? []
  const names = [...asked.matchAll(/^ {4}'?([\w.\- ]+?)'?:/gm)].map(([, name]) => name)
  expect(names).toEqual(Object.keys(LACKING))
})

for (const [what, script] of Object.entries(LACKING))
  test(`a browser without ${what} is told so, and nothing starts`, async ({ page }) => {
    await page.addInitScript(script)
    await page.goto(paths.services())
    await expect(page.getByTestId('browser-too-old').getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(what)
    await expect(page).toHaveTitle(/too old/)
    await page.waitForTimeout(500)
    await expect(page.getByRole('table')).toHaveCount(0)
  })

test.describe('the app itself', () => {
  test.use({ expected: /Failed to load (resource|module script)|Unexpected token '<'/ })
  for (const [what, answer] of [
    ['404', { status: 404 }],
    ['a page instead', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
    ['a page that is called JavaScript', { status: 200, contentType: 'text/javascript', body: '<!doctype html>' }],
  ] as const)
    test(`does not come (${what}): the page says so`, async ({ page }) => {
      await page.route('**/assets/index-*.js', (route) => route.fulfill(answer))
      await page.goto(paths.services())
      await expect(page.getByTestId('not-loaded').getByRole('heading', { level: 1 })).toBeVisible()
    })
})

test('README and the build name the same browsers', () => {
  const [, targets = ''] = /target: \[(.*?)\]/.exec(readFileSync('vite.config.ts', 'utf8')) ?? []
  const readme = readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ')
  const versions = [...targets.matchAll(/'(\w+?)(\d+)'/g)].map(([, name = '', version = '']) => ({ name, version }))
  expect(versions.map(({ name }) => name)).toEqual(['chrome', 'edge', 'firefox', 'safari'])
  for (const { name, version } of versions)
    expect(readme.toLowerCase()).toMatch(new RegExp(`${name}( and edge)? before ${version}\\b`))
})
