/** Finds a Chromium for tests and checks: installed, else from the npm registry, else Playwright's own. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { chromium } from '@playwright/test'

import { privateFolder } from '../server/private-folder.mjs'

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

/** What `CHROMIUM_PATH` says for the npm registry's build, though another one is installed. */
const BUNDLED = 'bundled'

/**
 * The npm registry's build runs on Linux x64 without root. It unpacks itself into the temporary folder, and runs any
 * existing file of that name there, so it gets a private temporary folder.
 */
const fromRegistry = (): Browser | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string
  }
  const folder = join(privateFolder(), `chromium-${version}`)
  const executablePath = join(folder, 'chromium')
  if (!existsSync(executablePath)) {
    // Unpacked to a temporary folder, then renamed: parallel or interrupted runs leave nothing partial.
    const draft = mkdtempSync(`${folder}-draft-`)
    execFileSync(process.execPath, ['tools/unpack-chromium.mjs'], { env: { ...process.env, TMPDIR: draft } })
    try {
      renameSync(draft, folder)
    } catch (error) {
      rmSync(draft, { recursive: true })
      if (!existsSync(executablePath)) throw error
    }
  }
  return { executablePath, args: [] }
}

const HOW_TO_INSTALL = `No browser was found. Any of these will do:
  - set CHROMIUM_PATH to a Chromium, Chrome or Edge;
  - install Chromium or Chrome with your system's packages;
  - npx playwright install chromium`

/** @throws if there is none, with what to install */
export const findBrowser = (): Browser => {
  const asked = process.env['CHROMIUM_PATH']
  if (asked === BUNDLED) {
    const bundled = fromRegistry()
    if (!bundled) throw new Error(`CHROMIUM_PATH is "${BUNDLED}", but that browser runs on Linux on x64 only.`)
    return bundled
  }
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names "${asked}", which doesn’t exist.`)
    return { executablePath: asked, args: [] }
  }
  const installed = ON_MACHINE.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, args: [] }
  const bundled = fromRegistry()
  if (bundled) return bundled
  const own = chromium.executablePath()
  if (existsSync(own)) return { executablePath: own, args: [] }
  throw new Error(HOW_TO_INSTALL)
}
