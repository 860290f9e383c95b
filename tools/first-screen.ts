/**
 * Measures the pages' size in a browser: everything loaded until the service list is usable, and what each other page
 * loads beyond it. Pages come from the routes, so that new ones are measured too.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { chromium, type Page } from '@playwright/test'

import { createMockApi } from '../mocks/api.ts'
import { serveBuild } from '../server/static-server.ts'
import { findBrowser } from './browser.ts'

export interface FirstScreen {
  /** Bytes after gzip -9. */
  readonly script: number
  readonly style: number
  readonly files: number
}

/** What a page loads beyond the first screen. */
export interface RouteCost {
  readonly route: string
  /** Bytes of script after gzip -9. */
  readonly script: number
  /** Files of script. */
  readonly files: number
}

/** In bytes after gzip -9: what was reached and 1 %. The goal for script is 135,000 (docs/decisions/0061-plain-build.md): this only
 * falls. React, its router and React Query are 107,000 of the 145,600. */
const BUDGET = { script: 147_000, style: 12_000, route: 60_000, files: 30 }

/** The page that most visits start with, without a leading slash. */
const LIST = 'project/demo-shop/services'

/** What exceeds the budget, as sentences. */
export const overBudget = ({ script, style }: FirstScreen): string[] => [
  ...(script === 0 || style === 0 ? ['first screen: nothing was measured'] : []),
  ...(script > BUDGET.script
    ? [`first screen: ${String(script)} bytes of script, budget ${String(BUDGET.script)}`]
    : []),
  ...(style > BUDGET.style ? [`first screen: ${String(style)} bytes of style, budget ${String(BUDGET.style)}`] : []),
]

/** Routes that exceed the budget or weren't measured, as sentences. */
export const routesOverBudget = (costs: readonly RouteCost[]): string[] => [
  ...(costs.length === 0 ? ['routes: nothing was measured'] : []),
  ...costs
    .filter(({ script }) => script > BUDGET.route)
    .map(({ route, script }) => `${route}: ${String(script)} bytes of script, budget ${String(BUDGET.route)}`),
  ...costs
    .filter(({ files }) => files > BUDGET.files)
    .map(({ route, files }) => `${route}: ${String(files)} files of script, budget ${String(BUDGET.files)}`),
  // The list itself is the first screen.
  ...costs
    .filter(({ route, script }) => script === 0 && route !== LIST)
    .map(({ route }) => `${route}: loads nothing of its own`),
]

/** As text: what tsx makes of a function isn't for another program to run. */
const IN_PAGE = `
  // As for a signed-in user.
  sessionStorage.setItem('token', 'measured')
  // Delays what is loaded after the list is painted, however slow this machine is.
  const soon = setTimeout.bind(window)
  window.setTimeout = (work, ms = 0) => soon(work, ms < 300 ? ms : ms * 100)
  const watch = new MutationObserver(() => {
    if (!document.querySelector('table[aria-label=Services]')) return
    performance.mark('usable')
    watch.disconnect()
  })
  watch.observe(document, { childList: true, subtree: true })
`

/** Paths of the files loaded by the time of a mark on the page; without one, of all loaded files. */
const loaded = (page: Page, until = ''): Promise<string[]> =>
  page.evaluate((mark) => {
    const [reached] = performance.getEntriesByName(mark)
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= (reached?.startTime ?? Infinity))
      .map(({ name }) => new URL(name).pathname)
  }, until)

/** Opens pages of a live build in a browser; the API's answers come from the mock, past the page. */
const withPage = async <T>(folder: string, work: (page: Page, url: string) => Promise<T>): Promise<T> => {
  let listIsThere = false
  const api = createMockApi()
  const { executablePath, args } = findBrowser()
  const [{ url, close }, browser] = await Promise.all([
    serveBuild(folder, 0),
    chromium.launch({ executablePath, args: [...args] }),
  ])
  try {
    const page = await browser.newPage()
    await page.addInitScript({ content: IN_PAGE })
    await page.route('**/v1/**', async (route) => {
      const asked = route.request()
      // The list doesn't need it: without this, the certificate parser would start before the list is usable in some runs.
      if (!listIsThere && asked.url().endsWith('/kms/ca')) {
        await page.getByRole('table', { name: 'Services' }).waitFor()
        listIsThere = true
      }
      const answer = await api.fetch(
        new Request(asked.url(), {
          method: asked.method(),
          body: asked.postData(),
          headers: { authorization: 'aivenv1 measured', 'content-type': 'application/json' },
        }),
      )
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() })
    })
    return await work(page, url)
  } finally {
    await browser.close()
    await close()
  }
}

const sizeOf = (folder: string, files: readonly string[], extension: string): number =>
  files
    .filter((path) => path.endsWith(extension))
    .reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0)

const openList = async (page: Page, url: string): Promise<string[]> => {
  await page.goto(`${url}${LIST}`)
  await page.getByRole('table', { name: 'Services' }).waitFor()
  // By the page's own clock, so that later requests don't count.
  return loaded(page, 'usable')
}

export const measureFirstScreen = (folder: string): Promise<FirstScreen> =>
  withPage(folder, async (page, url) => {
    const needed = await openList(page, url)
    return {
      script: sizeOf(folder, needed, '.js'),
      style: sizeOf(folder, needed, '.css'),
      files: needed.filter((path) => /\.(js|css)$/.test(path)).length,
    }
  })

/** @param routes path of each page, without a leading slash */
export const measureRoutes = (folder: string, routes: readonly string[]): Promise<RouteCost[]> =>
  withPage(folder, async (page, url) => {
    const first = new Set(await openList(page, url))
    const costs: RouteCost[] = []
    for (const route of routes) {
      await page.goto(`${url}${route}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      const files = (await loaded(page)).filter((path) => !first.has(path))
      costs.push({
        route,
        script: sizeOf(folder, files, '.js'),
        files: files.filter((path) => path.endsWith('.js')).length,
      })
    }
    return costs
  })
