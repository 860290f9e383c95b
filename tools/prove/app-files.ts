/** The files for the clients, downloaded with the app in a browser, as a user does. */
import { readFile } from 'node:fs/promises'

import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'

import { findBrowser } from '../browser.ts'
import { serveBuild } from '../../server/static-server.ts'

/** A Kafka service: its page offers all three files. */
const SERVICE = '/project/demo-shop/services/events/overview'

export interface AppFiles {
  readonly ca: string
  readonly certificate: string
  readonly key: string
}

const download = async (page: Page, name: string): Promise<string> => {
  const button = page.getByRole('button', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFile(await file.path(), 'utf8')
}

/**
 * Builds the demo, and downloads its files.
 * @param isBuilt a build of the same sources already exists
 */
export const downloadFiles = async (isBuilt: boolean): Promise<AppFiles> => {
  if (!isBuilt) await build({ mode: 'demo', logLevel: 'warn' })
  const { executablePath, args } = findBrowser()
  const { url, close } = await serveBuild('dist-demo', 0)
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage({ baseURL: url })
    await page.goto(SERVICE)
    return {
      ca: await download(page, 'Download CA certificate'),
      certificate: await download(page, 'Download access certificate'),
      key: await download(page, 'Download access key'),
    }
  } finally {
    await browser.close()
    await close()
  }
}
