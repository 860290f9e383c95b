/** Sees what leaves the page, and what it says behind the user's back. */
import { readFile } from 'node:fs/promises'

import type { Download, Page } from '@playwright/test'

import { digest } from '../fixtures.ts'
import type { Taken } from './action.ts'

export interface Witness extends Taken {
  /** Messages on the console and errors that nobody caught, but for what the browser itself says of requests. */
  readonly said: () => readonly string[]
  /** What has been seen so far is no matter any more. */
  readonly forget: () => void
}

/** The browser's own words about a request that failed. */
export const BROWSERS_OWN = /^error: Failed to load resource: /

declare global {
  /** What the page has put on the clipboard. */
  var copiedTexts: string[]
}

const describe = async (download: Download) =>
  `${download.suggestedFilename()} ${digest(await readFile(await download.path()))}`

export const watch = async (page: Page): Promise<Witness> => {
  let files: Promise<string>[] = []
  let said: string[] = []
  page.on('download', (download) => files.push(describe(download)))
  page.on('pageerror', (error) => said.push(`uncaught: ${String(error)}`))
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()}`
    if (!BROWSERS_OWN.test(text)) said.push(text)
  })
  await page.addInitScript(() => {
    globalThis.copiedTexts = []
    navigator.clipboard.write = async (items) => {
      for (const item of items) globalThis.copiedTexts.push(await (await item.getType('text/plain')).text())
    }
  })
  return {
    saved: () => Promise.all(files),
    copied: async () => (await page.evaluate(() => globalThis.copiedTexts)).map((text) => digest(text)),
    said: () => said,
    forget: () => {
      files = []
      said = []
    },
  }
}
