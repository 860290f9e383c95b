/** What the first screen costs, measured in a browser: everything loaded until the service list is usable. */
import { gzipSync } from 'node:zlib'

import { chromium } from '@playwright/test'

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
    // As for whoever has signed in.
    await page.addInitScript(() => {
      sessionStorage.setItem('token', 'measured')
    })
    await page.route('**/v1/**', async (route) => {
      const answer = await api.fetch(
        new Request(route.request().url(), { headers: { authorization: 'aivenv1 measured' } }),
      )
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: await answer.text() })
    })
    const bodies: Promise<void>[] = []
    page.on('response', (response) => {
      const type = response.request().resourceType()
      if (type !== 'script' && type !== 'stylesheet') return
      const add = async () => {
        const size = gzipSync(await response.body(), { level: 9 }).length
        sizes[type === 'script' ? 'script' : 'style'] += size
        sizes.files++
      }
      bodies.push(add())
    })
    await page.goto(`${url}project/demo-shop/services`)
    await page.getByRole('table', { name: 'Services' }).waitFor()
    // What comes from now on comes to a list that is there already.
    page.removeAllListeners('response')
    await Promise.all(bodies)
    return sizes
  } finally {
    await browser.close()
    await close()
  }
}
