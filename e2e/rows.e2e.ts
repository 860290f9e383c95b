/** Rows of lists as the eye and the hand meet them: what can be done, what breaks a line, what is counted. */
import { readFile } from 'node:fs/promises'

import { apiCa, expect, paths, row, test } from './fixtures.ts'

test('list: a row’s actions come with the pointer and with the focus, move nothing and cover no mark', async ({
  page,
}) => {
  await page.goto(paths.services())
  const line = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  const button = page.getByRole('button', { name: 'Download CA: orders-db' })
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  const boxes = () =>
    line('orders-db')
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells.map((cell) => {
          const { x, width, height } = cell.getBoundingClientRect()
          return { x, width, height }
        }),
      )
  const before = await boxes()
  await line('orders-db').hover()
  await expect(button).toBeVisible()
  expect(await boxes()).toEqual(before)
  const health = await line('orders-db').getByRole('cell').nth(2).boundingBox()
  expect((await button.boundingBox())?.x).toBeGreaterThanOrEqual((health?.x ?? 0) + (health?.width ?? 0) - 24)
  // Pinning the project's CA where a public one is used breaks clients: it isn't offered in passing.
  await line('dashboards').hover()
  await expect(line('dashboards').getByRole('button', { name: 'Quick connect: dashboards' })).toBeVisible()
  await expect(line('dashboards').getByRole('button', { name: /^Download/ })).toHaveCount(0)
  await expect(button).toHaveCount(0)

  await page.mouse.move(0, 0)
  await page.getByRole('link', { name: 'orders-db', exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Required: orders-db' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(await readFile(await saved.path(), 'utf8')).toBe(await apiCa())
  await expect(page.getByRole('region', { name: 'Download' }).getByRole('status')).toContainText(
    saved.suggestedFilename(),
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/orders-db\/connect/)
})

test('list: no plan, state or end of a certificate breaks its line, and an unread project is one quiet line', async ({
  page,
}) => {
  await page.goto(paths.services())
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  const broken = await page.evaluate(() => {
    const words = /^(\w+-\d+|Powered off|Running|Re\w+|Ends in \w+ \w+|Expired \d+ \w+ ago)$/
    const range = document.createRange()
    return [...document.querySelectorAll('table[aria-label=Services] td')].flatMap((cell) => {
      const first = cell.querySelector('span') ?? cell
      range.selectNodeContents(first)
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)))
      return words.test(first.textContent.trim()) && lines.size > 1 ? [first.textContent] : []
    })
  })
  expect(broken).toEqual([])
  await page.goto('/services')
  const alert = page.getByRole('alert').filter({ hasText: 'demo-restricted' })
  await expect(alert).toHaveCount(1)
  expect((await alert.boundingBox())?.height).toBeLessThanOrEqual(36)
})

test('words: nothing is said to sign an endpoint that isn’t there, and a filtered list counts what it shows', async ({
  page,
}) => {
  await page.goto(paths.service('dashboards'))
  await expect(row(page, 'CA Certificate')).toContainText('Optional')
  await expect(row(page, 'CA Certificate')).not.toContainText(/this endpoint/)
  await page.goto('/certificates?state=expired')
  const table = page.getByRole('table', { name: 'Certificates' })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  const shown = await table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .count()
  await expect(page.getByRole('main')).toContainText(new RegExp(`of ${String(shown)} certificates? shown`))
  await page.goto('/project/demo-shop/ca-rotation')
  await expect(page.getByRole('heading', { name: 'The file to install' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/\b0 of \d/)
  await page.goto('/project/demo-shop/services/events/users')
  await expect(page.getByRole('row', { name: /^orders-producer/ }).getByText('Expiring', { exact: true })).toBeVisible()
})
