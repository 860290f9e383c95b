/** Sees what leaves the page, and what it says behind the user's back. */
import { readFile } from 'node:fs/promises'

import type { Download, Page } from '@playwright/test'

import { digest } from '../fixtures.ts'
import type { PageOutput } from './action.ts'

export interface PageRecorder extends PageOutput {
  /** Messages on the console and errors that nobody caught, but for what the browser itself says of requests. */
  readonly messages: () => readonly string[]
  /** What has been seen so far is no matter any more. */
  readonly forget: () => void
}

/** The browser's own words about a request that failed. */
export const REQUEST_FAILED = /^error: Failed to load resource: /

declare global {
  /** What the page has put on the clipboard. */
  var copiedTexts: string[]
}

const describe = async (download: Download) =>
  `${download.suggestedFilename()} ${digest(await readFile(await download.path()))}`

export const recordPage = async (page: Page): Promise<PageRecorder> => {
  let files: Promise<string>[] = []
  let messages: string[] = []
  page.on('download', (download) => files.push(describe(download)))
  page.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`))
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()}`
    if (!REQUEST_FAILED.test(text)) messages.push(text)
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
    messages: () => messages,
    forget: () => {
      files = []
      messages = []
    },
  }
}
