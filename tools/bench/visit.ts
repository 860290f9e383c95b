/** Opens pages to measure. */
import { fileURLToPath } from 'node:url'

import type { Browser, BrowserContext } from '@playwright/test'

const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url))

/** Timeout of all waits. */
const PATIENCE_MS = 120_000

/** A tab of a new user with an empty cache, at 1280 × 800, with the measuring script. */
export const newVisitor = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.addInitScript({ path: IN_PAGE })
  return context
}
