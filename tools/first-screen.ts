/** What the first screen costs, measured in a browser: everything loaded until the service list is usable. */
import { gzipSync } from 'node:zlib'

import { chromium, type Response } from '@playwright/test'

import { createMockApi } from '../mocks/api.ts'
import { findBrowser } from './browser.ts'
import { serveBuild } from './static-server.ts'

export interface FirstScreen {
  /** Bytes after gzip -9. */
  readonly script: number
  readonly style: number
  readonly files: number
}

const BUDGET = { script: 125_000, style: 9_000 }

/** What is over the budget, as sentences. */
export const overBudget = ({ script, style }: FirstScreen): string[] => [
  ...(script === 0 || style === 0 ? ['first screen: nothing was measured'] : []),
  ...(script > BUDGET.script
    ? [`first screen: ${String(script)} bytes of script, budget ${String(BUDGET.script)}`]
    : []),
  ...(style > BUDGET.style ? [`first screen: ${String(style)} bytes of style, budget ${String(BUDGET.style)}`] : []),
]

/** In the page: leaves a mark in its timeline as soon as there is a table. */
const watchForTable = () => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('table')) return
    performance.mark('table')
    observer.disconnect()
  })
  observer.observe(document, { subtree: true, childList: true })
}

/** In the page: what was asked for until then. What comes later comes to a list that is there, however slow we are. */
const askedBeforeTable = (): string[] => {
  const shown = performance.getEntriesByName('table')[0]?.startTime ?? Infinity
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime <= shown)
    .map(({ name }) => name)
}

/** Opens a live build's service list in a browser; the API's answers come from the mock, past the page. */
export const measureFirstScreen = async (folder: string): Promise<FirstScreen> => {
  const api = createMockApi()
  const { executablePath, args } = await findBrowser()
  const [{ url, close }, browser] = await Promise.all([
    serveBuild(folder, 0),
    chromium.launch({ executablePath, args: [...args] }),
  ])
  const sizes = { script: 0, style: 0, files: 0 }
  try {
    const page = await browser.newPage()
    await page.route('**/v1/**', async (route) => {
      const answer = await api.fetch(
        new Request(route.request().url(), { headers: { authorization: 'aivenv1 measured' } }),
      )
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() })
    })
    const answers = new Map<string, Response>()
    page.on('response', (response) => answers.set(response.url(), response))
    await page.addInitScript(watchForTable)
    await page.goto(`${url}project/demo-shop/services`)
    await page.getByRole('table', { name: 'Services' }).waitFor()
    for (const asked of await page.evaluate(askedBeforeTable)) {
      const answer = answers.get(asked)
      const type = answer?.request().resourceType()
      if (!answer || (type !== 'script' && type !== 'stylesheet')) continue
      sizes[type === 'script' ? 'script' : 'style'] += gzipSync(await answer.body(), { level: 9 }).length
      sizes.files++
    }
    return sizes
  } finally {
    await browser.close()
    await close()
  }
}
