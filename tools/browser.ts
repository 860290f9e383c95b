/** Finds a Chromium for the tests and the checks: on this machine, else from the npm registry, else Playwright's own. */
import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'

const ON_MACHINE = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
}

/** The npm registry's build runs on Linux x64 without root; it unpacks itself into the temporary folder once. */
const fromRegistry = async (): Promise<Browser | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: bundled } = await import('@sparticuz/chromium')
  // Software GL is for pictures of WebGL; the app has none.
  bundled.setGraphicsMode = false
  return { executablePath: await bundled.executablePath(), args: [] }
}

const HOW_TO_INSTALL = `No browser was found. Any of these will do:
  - set CHROMIUM_PATH to a Chromium, Chrome or Edge;
  - install Chromium or Chrome with your system's packages;
  - npx playwright install chromium`

/** @throws when there is none, with what to install */
export const findBrowser = async (): Promise<Browser> => {
  const asked = process.env['CHROMIUM_PATH']
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names "${asked}", which is not there.`)
    return { executablePath: asked, args: [] }
  }
  const installed = ON_MACHINE.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, args: [] }
  const bundled = await fromRegistry().catch(() => undefined)
  if (bundled) return bundled
  const own = chromium.executablePath()
  if (existsSync(own)) return { executablePath: own, args: [] }
  throw new Error(HOW_TO_INSTALL)
}
