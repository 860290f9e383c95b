/** Measures a list of services: opening, typing and scrolling. */
import type { Browser, Page } from '@playwright/test'

import { median } from '../figures.ts'
import { newVisitor } from '../visit.ts'

export interface ListFigures {
  /** Milliseconds from the page's start until the list is on the screen. */
  readonly open: number
  /** Milliseconds from a key press until the next paint, and until the list that it asks for is painted. */
  readonly key: number
  readonly keyToList: number
  readonly sort: number
  /** Share of late frames. */
  readonly dropped: number
  readonly longestFrame: number
  readonly elements: number
  /** The longest task until the list is there, on a first visit. */
  readonly longestTask: number
}

/** Number of repetitions; the median counts. */
export interface Rounds {
  readonly opened: number
  readonly typed: number
  readonly sorted: number
  readonly frames: number
}

/** Each of these keys changes the number of results, in a project of any size. */
const KEYS = ['9', '5', 'Backspace', 'Backspace']

/** A frame longer than this has dropped one at 60 frames per second. */
const LATE_MS = 25

/** Time until the last change of the URL and other delayed work are done. */
const settle = (page: Page) => page.waitForTimeout(400)

const responseTo = async (page: Page, type: 'keydown' | 'click', input: () => Promise<void>) => {
  await page.evaluate((awaited) => {
    inPage.awaitInput(awaited)
  }, type)
  await input()
  return page.evaluate(() => inPage.response())
}

/** Keys pressed in the search field of a list. @returns the middle of both times that `ListFigures` has of a key */
export const typing = async (
  page: Page,
  field: string,
  rounds: number,
): Promise<{ key: number; keyToList: number }> => {
  const measured: { next: number; list: number }[] = []
  await page.getByRole('searchbox', { name: field }).focus()
  for (let round = 0; round < rounds; round++) {
    for (const key of KEYS) {
      measured.push(await responseTo(page, 'keydown', () => page.keyboard.press(key)))
      await settle(page)
    }
  }
  return { key: median(measured.map(({ next }) => next)), keyToList: median(measured.map(({ list }) => list)) }
}

const sorting = async (page: Page, rounds: number) => {
  const measured: number[] = []
  const button = page.getByRole('columnheader', { name: 'Service', exact: true }).getByRole('button')
  for (let round = 0; round < rounds; round++) {
    measured.push((await responseTo(page, 'click', () => button.click())).list)
    await settle(page)
  }
  return measured
}

/** Opens a list in fresh browsers, and works with the last of them. */
export const measureList = async (browser: Browser, url: string, rounds: Rounds): Promise<ListFigures> => {
  const opened: number[] = []
  const longest: number[] = []
  for (let round = 1; ; round++) {
    const context = await newVisitor(browser)
    try {
      const page = await context.newPage()
      await page.goto(url)
      opened.push((await page.evaluate(() => inPage.list())).painted)
      longest.push(await page.evaluate(() => inPage.longestTask()))
      if (round < rounds.opened) continue
      // The list's tools load after it, and affect typing.
      await page.getByRole('button', { name: 'Columns' }).waitFor()
      await settle(page)
      const typed = await typing(page, 'Search services', rounds.typed)
      const sorted = await sorting(page, rounds.sorted)
      const frames = await page.evaluate((count) => inPage.scroll(count, 120), rounds.frames)
      return {
        open: median(opened),
        ...typed,
        sort: median(sorted),
        dropped: frames.filter((frame) => frame > LATE_MS).length / frames.length,
        longestFrame: Math.max(...frames),
        elements: await page.evaluate(() => inPage.elements('Services')),
        longestTask: median(longest),
      }
    } finally {
      await context.close()
    }
  }
}
