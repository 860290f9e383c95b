/** What is printed of each page: what can be read, and nothing that could only be pressed or typed into. */
import { pagePaths } from '../tools/page-paths.ts'
import { expect, test } from './fixtures.ts'

/** Names of what is printed and says nothing: empty fields, and columns without a word in any row. */
const POINTLESS = `(() => {
  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0
  const fields = [...document.querySelectorAll('main :is(input:placeholder-shown, textarea:placeholder-shown)')]
    .filter(isShown).map((field) => field.labels?.[0]?.textContent ?? field.id)
  const columns = [...document.querySelectorAll('main table')].flatMap((table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter(isShown)
    return [...(table.tHead?.rows[0]?.cells ?? [])].filter((head) => {
      const cells = rows.map(({ cells }) => cells[head.cellIndex]).filter((cell) => cell !== undefined)
      return isShown(head) && cells.length > 0 && cells.every(({ innerText }) => innerText.trim() === '')
    }).map((head) => table.getAttribute('aria-label') + ': ' + head.textContent)
  })
  const buttons = [...document.querySelectorAll('main :is(button, select)')].filter(isShown)
    .filter((button) => button.matches('button') && getComputedStyle(button).borderTopWidth !== '0px')
    .map((button) => 'button ' + button.textContent)
  return [...fields, ...columns, ...buttons]
})()`

for (const path of await pagePaths())
  test(`printed: /${path}`, async ({ page }) => {
    await page.goto(`/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('main .animate-pulse')).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    // What other requests bring comes later.
    await expect.poll(() => page.evaluate(POINTLESS)).toEqual([])
  })
