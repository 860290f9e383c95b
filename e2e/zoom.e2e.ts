/** Narrow windows, and the same by zoom: nothing is cut, and nothing leaves its place. */
import { expect, paths, PROJECT, row, test } from './fixtures.ts'

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

const inside = (service: string, place: string) => `/project/${PROJECT}/services/${service}/${place}`

for (const width of [1280, 320])
  test(`with wider text spacing, nothing runs out of its box, ${String(width)} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const address of [
      '/',
      '/services',
      '/certificates',
      '/tls-requirements',
      `/project/${PROJECT}/services`,
      `/project/${PROJECT}/event-log`,
      ...['overview', 'topics', 'users', 'acl', 'backups', 'settings'].map((place) => inside('events', place)),
      ...[
        'overview',
        'users',
        'databases',
        'connection-pools',
        'metrics',
        'logs',
        'current-queries',
        'query-statistics',
        'integrations',
      ].map((place) => inside('orders-db', place)),
      inside('search', 'indexes'),
      inside('sessions', 'current-queries'),
    ]) {
      await page.goto(address)
      await expect(page.getByRole('main').locator('figure, table').first()).toBeVisible()
      const outside = await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        // What WCAG 1.4.12 has a page bear.
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important } figure { content-visibility: visible !important }',
        )
        document.adoptedStyleSheets = [sheet]
        const { scrollWidth, clientWidth } = document.documentElement
        const boxes = [...document.querySelectorAll('main :is(td, th, li, h1, h2, h3, p), :not(td, th) > .truncate')]
        return [
          ...(scrollWidth > clientWidth ? ['the page'] : []),
          ...boxes
            .filter((box) => box.checkVisibility() && box.closest('.sr-only, [aria-hidden]') === null)
            .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
            .map(({ outerHTML }) => outerHTML),
        ]
      })
      expect.soft(outside, address).toEqual([])
    }
  })
