/** What the first screen costs, measured in a browser: everything loaded until the service list is usable. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { chromium } from '@playwright/test'

import { createMockApi } from '../mocks/api.ts'
import { findBrowser } from './browser.ts'
import { serveBuild } from '../server/static-server.ts'

export interface FirstScreen {
  /** Bytes after gzip -9. */
  readonly script: number
  readonly style: number
  readonly files: number
}

/** The goal for script is 135,000 (docs/decisions/0061-plain-build.md); this is where it stands, so that it only falls. */
const BUDGET = { script: 151_000, style: 12_000 }

/** What is over the budget, as sentences. */
export const overBudget = ({ script, style }: FirstScreen): string[] => [
  ...(script === 0 || style === 0 ? ['first screen: nothing was measured'] : []),
  ...(script > BUDGET.script
    ? [`first screen: ${String(script)} bytes of script, budget ${String(BUDGET.script)}`]
    : []),
  ...(style > BUDGET.style ? [`first screen: ${String(style)} bytes of style, budget ${String(BUDGET.style)}`] : []),
]

/** As text: what tsx makes of a function is not for another program to run. */
const IN_PAGE = `
  // As for whoever has signed in.
  sessionStorage.setItem('token', 'measured')
  // What is put off until the list has been painted is put off, however slow this machine is.
  const soon = setTimeout.bind(window)
  window.setTimeout = (work, ms = 0) => soon(work, ms < 300 ? ms : ms * 100)
  const watch = new MutationObserver(() => {
    if (!document.querySelector('table[aria-label=Services]')) return
    performance.mark('usable')
    watch.disconnect()
  })
  watch.observe(document, { childList: true, subtree: true })
`

/** Opens a live build's service list in a browser; the API's answers come from the mock, past the page. */
export const measureFirstScreen = async (folder: string): Promise<FirstScreen> => {
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
      const answer = await api.fetch(
        new Request(route.request().url(), { headers: { authorization: 'aivenv1 measured' } }),
      )
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() })
    })
    await page.goto(`${url}project/demo-shop/services`)
    await page.getByRole('table', { name: 'Services' }).waitFor()
    // By the page's own clock: what comes later, while this program looks, does not count.
    const needed = await page.evaluate(() => {
      const [usable] = performance.getEntriesByName('usable')
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime <= (usable?.startTime ?? 0))
        .map(({ name }) => new URL(name).pathname)
    })
    const size = (extension: string) =>
      needed
        .filter((path) => path.endsWith(extension))
        .reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0)
    const script = size('.js')
    return { script, style: size('.css'), files: needed.filter((path) => /\.(js|css)$/.test(path)).length }
  } finally {
    await browser.close()
    await close()
  }
}
