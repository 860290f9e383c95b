/** Where things stand: level with each other, whole, in sight, and where they were. */
import type { Page } from '@playwright/test'

import { expect, paths, PROJECT, test } from './fixtures.ts'

const PHONE = { width: 320, height: 640 }

const inside = (service: string, page: string) => `/project/${PROJECT}/services/${service}/${page}`

test('sidebar: no gap below the pages of a service with few of them, once one has gone on', async ({ page }) => {
  const gap = async () => {
    const service = await page.getByRole('navigation', { name: 'Service' }).getByRole('link').last().boundingBox()
    const main = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
    return (main?.y ?? Infinity) - (service?.y ?? 0) - (service?.height ?? 0)
  }
  await page.goto(paths.services())
  await page.getByRole('link', { name: 'dashboards', exact: true }).click()
  await expect.poll(gap).toBeLessThan(8)
  await page.goto(paths.service('dashboards'))
  await page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('region', { name: 'Service plan' })).toBeVisible()
  expect(await gap()).toBeLessThan(8)
})

test('a search field is level with the controls beside it', async ({ page }) => {
  for (const address of [
    paths.services(),
    '/services',
    '/certificates',
    `/project/${PROJECT}/event-log`,
    inside('orders-db', 'databases'),
    inside('orders-db', 'logs'),
    inside('events', 'topics'),
    inside('events', 'acl'),
    inside('events', 'users'),
  ]) {
    await page.goto(address)
    await expect(page.getByRole('main').locator('input[type=search]').first()).toBeVisible()
    const uneven = (main: Element) => {
      const boxes = (selector: string) =>
        [...main.querySelectorAll(selector)]
          .filter((control) => control.closest('table, fieldset, .sr-only') === null)
          .map((control) => control.getBoundingClientRect())
      return boxes('input[type=search]').flatMap(({ top, bottom }) =>
        boxes('button, select, input:not([type=search], [type=checkbox])')
          .filter((other) => other.top < bottom && other.bottom > top)
          .filter((other) => Math.abs(other.top - top) > 1 || Math.abs(other.bottom - bottom) > 1)
          .map((other) => [top, bottom, other.top, other.bottom]),
      )
    }
    // What comes late may move the field: what counts is where all of it comes to stand.
    await expect.poll(() => page.getByRole('main').evaluate(uneven), address).toEqual([])
  }
})

test('phone: a badge is level with the words beside it', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto(inside('search', 'indexes'))
  const line = page.getByRole('table', { name: 'Indexes' }).getByRole('row').filter({ hasText: '.kibana_1' })
  await expect(line).toBeVisible()
  /** Bottoms of the first line of letters of the cells that stand in one line. */
  const bottoms = await line.getByRole('cell').evaluateAll((cells) =>
    cells
      .filter(({ textContent }) => /^(Green|48)$/.test(textContent))
      .map((cell) => {
        const range = document.createRange()
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        range.selectNodeContents(texts.nextNode() ?? cell)
        return range.getBoundingClientRect().bottom
      }),
  )
  expect(bottoms).toHaveLength(2)
  expect(Math.abs((bottoms[0] ?? 0) - (bottoms[1] ?? 100))).toBeLessThan(1)
})

test('phone: no placeholder is cut, and the age of a page stands in one line', async ({ page }) => {
  await page.setViewportSize(PHONE)
  for (const address of [
    paths.services(),
    paths.connect('orders-db'),
    '/certificates',
    inside('events', 'users'),
    inside('events', 'topics'),
    inside('events', 'acl'),
  ]) {
    await page.goto(address)
    await expect(page.locator('main input[placeholder]').first()).toBeVisible()
    const cut = await page.locator('input[placeholder]:visible').evaluateAll((fields) =>
      fields
        .map((field) => field as HTMLInputElement)
        .filter((field) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(field)
          const pen = document.createElement('canvas').getContext('2d')
          if (!pen) return true
          pen.font = font
          const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
          return pen.measureText(field.placeholder).width > room
        })
        .map(({ placeholder }) => placeholder),
    )
    expect({ address, cut }).toEqual({ address, cut: [] })
  }
  await page.goto(paths.service('orders-db'))
  const age = page.getByText(/just now|\d+ s ago/).first()
  await expect(age).toBeVisible()
  expect((await age.boundingBox())?.height).toBeLessThan(24)
})

test('what stands beside the heading of a list is whole, on a phone too', async ({ page }) => {
  await page.goto('/services')
  const badge = page.getByTestId('ca-ended')
  await expect(badge).toBeVisible()
  for (const width of [1280, PHONE.width]) {
    await page.setViewportSize({ ...PHONE, width })
    const cut = await badge
      .locator('span:visible')
      .evaluateAll((parts) => parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
    expect({ width, cut }).toEqual({ width, cut: 0 })
  }
})

/** Heights of the notice, one per frame, from its first to a second after it. */
const heightsOfNotice = (page: Page) =>
  page.evaluate(
    async () =>
      new Promise<number[]>((resolve) => {
        const heights: number[] = []
        let until = Infinity
        const look = () => {
          const notice = document.querySelector('main [role=alert]')
          if (notice) {
            heights.push(notice.getBoundingClientRect().height)
            until = Math.min(until, performance.now() + 1000)
          }
          if (performance.now() < until) requestAnimationFrame(look)
          else resolve(heights)
        }
        look()
      }),
  )

test('a problem appears whole: it doesn’t grow when the code of its advice comes late', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.route(/http-advice|copy-details/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.goto(paths.services('demo-restricted'), { waitUntil: 'commit' })
  const heights = await heightsOfNotice(page)
  await expect(page.getByTestId(/^forbidden-by-/)).toBeVisible()
  expect(new Set(heights).size).toBe(1)
})

test('a form in a dialog: its buttons are in sight however long it is, and its fields are as wide as it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await page.goto(inside('events', 'acl'))
  await page.getByRole('button', { name: 'Add native entry' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Add entry' })).toBeInViewport({ ratio: 1 })
  const [field, button] = await Promise.all([
    dialog.getByRole('textbox').first().boundingBox(),
    dialog.getByRole('button', { name: 'Add entry' }).boundingBox(),
  ])
  const right = (box: typeof field) => Math.round((box?.x ?? 0) + (box?.width ?? 0))
  expect(right(field)).toBe(right(button))
  // Nothing of the form shows below its buttons.
  const below = await dialog.evaluate((box) => {
    const { bottom, left, width } = box.getBoundingClientRect()
    const at = document.elementFromPoint(left + width / 4, bottom - 6)
    return {
      reachesEnd: box.scrollTop + box.clientHeight >= box.scrollHeight - 1,
      buttons: at?.querySelectorAll('button').length,
    }
  })
  expect(below).toEqual({ reachesEnd: false, buttons: 2 })
})
