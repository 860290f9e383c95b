/** Rows of lists: their actions, line breaks and counts. */
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

test('lists: no cell has more than two lines, and an unread project is one quiet line', async ({ page }) => {
  for (const [address, known] of [
    [paths.services(), /Ends in 7 years/],
    [paths.services('demo-rotation'), /rotating/],
    ['/services', /rotating/],
  ] as const) {
    await page.goto(address)
    const table = page.getByRole('table', { name: 'Services' })
    await expect(table).toContainText(known)
    const broken = await table.evaluate((element) =>
      [...element.querySelectorAll('td')].flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        const tops: number[] = []
        const range = document.createRange()
        while (texts.nextNode()) {
          range.selectNodeContents(texts.currentNode)
          tops.push(...[...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => top))
        }
        const lines = tops
          .toSorted((one, other) => one - other)
          .filter((top, nth, all) => top - (all[nth - 1] ?? 0) > 6)
        return lines.length > 2 ? [cell.textContent] : []
      }),
    )
    expect({ address, broken }).toEqual({ address, broken: [] })
  }
  const alert = page.getByRole('alert').filter({ hasText: 'demo-restricted' })
  await expect(alert).toHaveCount(1)
  expect((await alert.boundingBox())?.height).toBeLessThanOrEqual(36)
})

test('certificates: project, end and state each stand in one line, the end in words first', async ({ page }) => {
  await page.goto('/certificates')
  const table = page.getByRole('table', { name: 'Certificates' })
  await expect(table).toContainText('CA of demo-legacy')
  const broken = await table.evaluate((element) =>
    [...element.querySelectorAll('td:nth-of-type(-n+3)')].flatMap((cell) => {
      const range = document.createRange()
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        range.selectNodeContents(texts.currentNode)
        const [first, ...others] = [...range.getClientRects()].map(({ top }) => Math.round(top))
        if (others.some((top) => top !== first) && !cell.querySelector('[role=alert]')) return [cell.textContent]
      }
      return []
    }),
  )
  expect(broken).toEqual([])
  await expect(
    page
      .getByRole('row', { name: /audit-consumer/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText(/^Expired 3 days ago/)
})

test('320 px: a row’s header stays in one line, and so does a short value with its label', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(paths.service('events'))
  for (const header of ['CA Certificate', 'Access Key', 'All files']) {
    const name = row(page, header).getByRole('rowheader')
    await expect(name).toBeVisible()
    const lines = await name.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getClientRects().length
    })
    expect({ header, lines }).toEqual({ header, lines: 1 })
  }
  await page.goto(paths.service('events').replace('overview', 'users'))
  const certificate = page.getByRole('row', { name: /^avnadmin/ }).getByRole('cell', { name: / days left/ })
  await expect(certificate).toBeVisible()
  expect((await certificate.boundingBox())?.height).toBeLessThanOrEqual(48)
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
