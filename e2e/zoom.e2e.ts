/** Narrow windows, and the same by zoom: nothing is cut, and nothing leaves its place. */
import { expect, paths, row, test } from './fixtures.ts'

for (const width of [1280, 320])
  test(`code is shown whole, ${String(width)} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(paths.connect('orders-db', '?client=psql&os=linux'))
    const code = page.getByRole('main').locator('pre')
    await expect(page.getByRole('heading', { level: 3, name: /^4\. / })).toBeVisible()
    expect(await code.count()).toBeGreaterThan(2)
    const cut = await code.evaluateAll((boxes) =>
      boxes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ ariaLabel }) => ariaLabel),
    )
    expect(cut).toEqual([])
  })

test('a masked password stands in the line of its URI, and keys reveal it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(paths.service('orders-db'))
  const mask = row(page, 'Service URI').getByRole('button', { name: 'CLICK_TO:REVEAL_PASSWORD' })
  const indent = await mask.evaluate((element) => {
    const [first] = element.getClientRects()
    return (first?.left ?? 0) - (element.parentElement?.getBoundingClientRect().left ?? 0)
  })
  expect(indent).toBeGreaterThan(20)
  for (const key of ['Enter', 'Space']) {
    const uri = row(page, 'Service URI').locator('[translate=no]').first()
    const shown = await uri.innerText()
    await page.getByRole('main').locator('span[role=button]').first().focus()
    await page.keyboard.press(key)
    await expect(uri).not.toHaveText(shown)
  }
})

for (const address of [paths.services(), '/services'])
  test(`marks stay in their cells, in tables and in cards: ${address}`, async ({ page }) => {
    test.slow()
    await page.goto(address)
    await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
    for (const width of [320, 640, 680, 700, 768, 800, 900, 960, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const outside = await page.getByRole('table', { name: 'Services' }).evaluate((table) => {
        const frame = table.parentElement?.getBoundingClientRect().right ?? 0
        return [...table.querySelectorAll('td')].flatMap((cell) => {
          // A mark's glyph is beside it, in its margin.
          const end = Math.min(frame, cell.getBoundingClientRect().right)
          return [...cell.querySelectorAll('button, div')]
            .filter(
              (part) => part.getBoundingClientRect().right + parseFloat(getComputedStyle(part).marginRight) > end + 1,
            )
            .map((part) => part.textContent)
        })
      })
      expect(outside, String(width)).toEqual([])
    }
  })
