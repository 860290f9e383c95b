import { defineConfig } from '@playwright/test'

import { findBrowser } from './tools/browser.ts'
import { forgetAccount } from './server/environment.mjs'

forgetAccount(process.env)

const { executablePath, args } = findBrowser()

/** Browser tests on the production build of the demo, served as users get it. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // In CI, what fails runs up to twice more, and is named as flaky when it passes then.
  retries: process.env['CI'] === undefined ? 0 : 2,
  workers: 2,
  // Machines are shared and noisy: a test that is slow is no test that fails.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...args] },
    viewport: { width: 1280, height: 800 },
    // Traces would cost a quarter of the time; `--trace on` makes them for whoever looks into a failure.
    screenshot: 'only-on-failure',
  },
})
