/** Forced colours, where the system's few colours replace the page's: selections, buttons and dots stay visible. */
import { expect, paths, test } from './fixtures.ts'

/** WCAG's contrast of two colours as the browser computes them: "rgb(0, 0, 0)". */
const CONTRAST = `(one, other) => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => Number(part) / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}`

test('forced colours: what is chosen can be read, and no dot vanishes', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const address of [
    `${paths.services()}?search=ca:required`,
    paths.service('events'),
    paths.connect('orders-db'),
  ]) {
    await page.goto(address)
    await expect(
      page.getByRole('main').locator('[aria-selected=true], [aria-pressed=true], input:checked').first(),
    ).toBeVisible()
    const faint = await page.evaluate<string[]>(`{
      const contrast = ${CONTRAST}
      const chosen = document.querySelectorAll('[aria-selected=true], [aria-current], [aria-pressed=true], label:has(:checked)');
      const groundOf = (element) => {
        const { backgroundColor } = getComputedStyle(element)
        return backgroundColor === 'rgba(0, 0, 0, 0)' && element.parentElement ? groundOf(element.parentElement) : backgroundColor
      };
      [...chosen].flatMap((element) => [element, ...element.querySelectorAll('*')])
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .filter((element) => contrast(getComputedStyle(element).color, groundOf(element)) < 4.5)
        .map((element) => element.textContent)
    }`)
    expect(faint).toEqual([])
  }
  const running = page.getByText('Running', { exact: true }).first()
  const dot = (element: Element) => getComputedStyle(element, '::before').backgroundColor
  expect(await running.evaluate(dot)).not.toBe(
    await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  )
  await page.goto('/project/demo-shop/services/orders-db/metrics')
  const sample = page.getByRole('figure').first().getByRole('listitem').first().locator('path')
  expect(await sample.evaluate((path) => getComputedStyle(path).stroke)).not.toBe(
    await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  )
})

test('forced colours: what one does first on a page still has an edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const [address, role, name] of [
    [paths.services(), 'link', 'Create service'],
    [paths.service('orders-db'), 'link', 'Connect'],
    ['/', 'button', 'Troubleshoot'],
  ] as const) {
    await page.goto(address)
    const first = page.getByRole('main').getByRole(role, { name, exact: true })
    await expect(first).toBeVisible()
    const { edge, ground } = await first.evaluate((element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element)
      return {
        edge: `${borderTopStyle} ${borderTopWidth} ${borderTopColor}`,
        ground: getComputedStyle(document.body).backgroundColor,
      }
    })
    expect(edge).toMatch(/^solid [1-9]/)
    expect(edge).not.toContain(ground)
    expect(edge).not.toMatch(/rgba\(.*, 0\)$/)
  }
})
