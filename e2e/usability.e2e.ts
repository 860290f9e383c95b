/** Keyboard, print, zoom, and the number of clicks of common tasks. */
import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { expect, paths, row, test } from './fixtures.ts'

test('a row that is pointed at has another ground than any of its pills', async ({ page }) => {
  await page.goto(paths.services())
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const [service, mark] of [
      ['dashboards', 'Optional'],
      ['orders-db', 'Required'],
      ['prototype', 'Unknown'],
    ] as const) {
      const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: service, exact: true }) })
      await line.hover()
      const ground = (element: Element) => getComputedStyle(element).backgroundColor
      expect(await line.getByText(mark, { exact: true }).first().evaluate(ground)).not.toBe(await line.evaluate(ground))
    }
  }
})

test('what stands beside a button stays where it is when the button’s word changes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(paths.service('orders-db'))
  const uri = row(page, 'Service URI')
  const places = async () =>
    Promise.all((await uri.getByRole('button').all()).map(async (button) => (await button.boundingBox())?.x))
  await expect(uri.getByRole('button').nth(1)).toBeVisible()
  const before = await places()
  await uri.getByRole('button', { name: /^Copy/ }).first().click()
  await expect(uri.getByRole('button', { name: /^Copied/ })).toBeVisible()
  expect(await places()).toEqual(before)
})

test('keys: twelve or fewer lead from the top of a Kafka to its CA’s Download, and fewer by the skip link', async ({
  page,
}) => {
  await page.goto(paths.service('events'))
  await expect(row(page, 'CA Certificate')).toContainText(/ left \(/)
  await expect(page.getByTestId('renewal-summary')).toBeVisible()
  const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent)
  const press = async (times: number) => {
    const reached: unknown[] = []
    for (let nth = 0; nth < times; nth++) {
      await page.keyboard.press('Tab')
      reached.push(await focused())
    }
    return reached
  }
  expect((await press(2)).at(-1)).toBe('Skip to certificates')
  await page.keyboard.press('Enter')
  expect(await press(6)).toContain('Download CA certificate')
  await page.locator('#main').focus()
  expect(await press(12)).toContain('Download CA certificate')
})

test('keys: the order of Tab is the order on the page', async ({ page }) => {
  test.slow()
  for (const address of [paths.services(), paths.service('orders-db'), paths.connect('orders-db')]) {
    await page.goto(address)
    await expect(page.getByRole('main').getByRole('button').nth(3)).toBeVisible()
    await page.locator('#main').focus()
    const places: { name: string; line: number; top: number; bottom: number }[] = []
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab')
      places.push(
        await page.evaluate(() => {
          const element = document.activeElement ?? document.body
          const { top, bottom } = element.getBoundingClientRect()
          const lines = [...document.querySelectorAll('tr')]
          const line = lines.findIndex((one) => one.contains(element))
          return { name: element.ariaLabel ?? element.textContent, line, top: top + scrollY, bottom: bottom + scrollY }
        }),
      )
    }
    // The focus never moves up, except from one cell of a table row to the next.
    const back = places.filter(({ line, bottom }, index) => {
      const before = places[index - 1]
      return before && bottom < before.top && !(line >= 0 && line === before.line)
    })
    expect(back.map(({ name }) => name)).toEqual([])
  }
})

test('distances: the parts of a service’s page are equally far from each other, a warning too', async ({ page }) => {
  for (const address of [paths.service('events'), paths.service('reports-db', '', 'demo-legacy')]) {
    await page.goto(address)
    await expect(page.getByTestId(/^(renewal-summary|ca-expired)$/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Recent events' })).toBeVisible()
    const gaps = await page.getByTestId(/^(renewal-summary|ca-expired)$/).evaluate(({ parentElement }) => {
      const boxes = [...(parentElement?.children ?? [])]
        .map((part) => part.getBoundingClientRect())
        .filter(({ height }) => height > 1)
      return boxes.slice(1).map(({ top }, nth) => Math.round(top - (boxes[nth]?.bottom ?? 0)))
    })
    expect(gaps.length).toBeGreaterThan(1)
    expect(new Set(gaps).size).toBe(1)
  }
})

test('paper: code is never cut', async ({ page }) => {
  await page.goto(paths.connect('events', '?client=kafka-python&auth=sasl&os=linux'))
  await expect(page.getByRole('region', { name: 'connect.py', exact: true })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 700, height: 1000 })
  const cut = await page
    .locator('pre:visible')
    .evaluateAll((blocks) =>
      blocks
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth || scrollHeight > clientHeight,
        )
        .map(({ ariaLabel }) => ariaLabel),
    )
  expect(cut).toEqual([])
})

test('reduced motion: nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${paths.services()}?scenario=slow`)
  await expect(page.locator('.animate-pulse').first()).toBeVisible()
  expect(
    await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
  ).toBe(0)
})

/** A window of 1280 by 800 at 400 %. */
test('zoom: at 400 % every page scrolls one way only, and what sticks leaves room', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 320, height: 200 })
  for (const address of [
    '/',
    paths.services(),
    paths.service('events'),
    paths.connect('events'),
    '/certificates',
    '/check',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { over, stuck } = await page.evaluate(() => {
      scrollTo(0, 400)
      const sticking = [...document.querySelectorAll('body *')]
        .filter((element) => /sticky|fixed/.test(getComputedStyle(element).position))
        .map((element) => element.getBoundingClientRect())
        .filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
        .reduce((sum, { height }) => sum + height, 0)
      return { over: document.documentElement.scrollWidth - document.documentElement.clientWidth, stuck: sticking }
    })
    expect({ address, over, leavesRoom: stuck <= 100 }).toEqual({ address, over: 0, leavesRoom: true })
  }
})

test('the newcomer’s tasks take as many clicks as docs/tasks.md says', async ({ page }) => {
  test.slow()
  let clicks = 0
  const click = async (what: Locator) => {
    await what.click()
    clicks++
  }
  const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole('button', { name })
  const saved = async (what: Locator) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click(what)])
    return file.suggestedFilename()
  }
  const taken: Record<string, number> = {}
  const task = async (name: string, start: string, work: () => Promise<unknown>) => {
    clicks = 0
    await page.goto(start)
    await work()
    taken[name] = clicks
  }
  await task('Does a PostgreSQL service need a certificate? Get it', paths.services(), async () => {
    await expect(button('Required: orders-db')).toBeVisible()
    await click(page.getByRole('link', { name: 'orders-db', exact: true }))
    expect(await saved(button('Download CA certificate'))).toBe('ca.pem')
  })
  await task('Kafka’s files for a user, as key stores', paths.services(), async () => {
    await click(page.getByRole('link', { name: 'events', exact: true }))
    await page.getByLabel('User').selectOption('orders-producer')
    clicks++
    await click(button('Key stores'))
    await click(button(/^Copy/, page.getByRole('dialog')).first())
    expect(await saved(button(/and download$/, page.getByRole('dialog')))).toMatch(/key-stores\.zip$/)
  })
  await task('Replace an expired client certificate', paths.services(), async () => {
    await click(page.getByRole('link', { name: 'events', exact: true }))
    await click(button('Reset and download: audit-consumer'))
    await click(button('Reset audit-consumer', page.getByRole('dialog')))
    expect(await saved(button(/^Download/, page.getByRole('dialog')).first())).toMatch(/\.zip$/)
  })
  await task('What ends within 60 days?', '/', async () => {
    await click(page.getByRole('link', { name: /Ending within 60 days/ }))
    await expect(page.getByRole('table', { name: 'Certificates' }).getByRole('row').nth(1)).toBeVisible()
  })
  await task('From an error to its fix', '/', async () => {
    await page
      .getByRole('textbox', { name: /^Paste an error/ })
      .fill('psql: error: SSL error: certificate verify failed')
    await click(button('Troubleshoot', page.getByRole('main')))
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
  })
  const table = await readFile('docs/tasks.md', 'utf8')
  const told: unknown = Object.fromEntries(
    [...table.matchAll(/^\| (.+?) +\| +(\d+) \|/gm)].map(([, name, count]) => [name, Number(count)]),
  )
  expect(taken).toEqual(told)
})
