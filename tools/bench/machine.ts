/** Describes the machine that the figures were measured on. */
import { cpus, totalmem, type as system } from 'node:os'

import type { Browser } from '@playwright/test'

export const describeMachine = (browser: Browser): string => {
  const all = cpus()
  const model = all[0]?.model.replaceAll(/\s+/g, ' ').trim() ?? 'a processor without a name'
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${String(all.length)} × ${model}, ${String(memory)} GB of memory, ${system()}, Node.js ${process.versions.node}, Chromium ${browser.version()} without a window`
}
