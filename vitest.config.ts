import { availableParallelism } from 'node:os'

import { defineConfig, mergeConfig } from 'vitest/config'
import { playwright } from '@vitest/browser-playwright'

import { findBrowser } from './tools/browser.ts'
import { forgetAccount } from './server/environment.mjs'
import viteConfig from './vite.config.ts'

forgetAccount(process.env)

/** Machines are shared and noisy: a test that is slow is no test that fails. */
const PATIENCE_MS = 120_000
/** How long `expect.poll` asks, which by itself gives up after a second. */
const POLL_MS = 30_000

const app = viteConfig({ mode: 'demo', command: 'serve' })

/** Files at once. A page waits half of its time: vitest's own one at a time would leave one of two cores idle. */
const AT_ONCE = Math.max(2, availableParallelism() - 1)

/** `*.test.ts` run in Node; `*.test.tsx` render pages in a real browser. */
export default defineConfig(() => {
  const { executablePath, args } = findBrowser()
  return {
    test: {
      projects: [
        {
          // Pictures are files, as in the app.
          build: { assetsInlineLimit: 0 },
          test: {
            name: 'node',
            include: ['{src,mocks,server,tools}/**/*.test.ts'],
            environment: 'node',
            testTimeout: PATIENCE_MS,
            maxWorkers: AT_ONCE,
            expect: { poll: { timeout: POLL_MS } },
          },
        },
        mergeConfig(app, {
          // What only later chunks import: found in the middle of a run, it would have the browser start over.
          optimizeDeps: {
            include: [
              '@ariakit/react/combobox',
              '@ariakit/react/menu',
              '@hookform/resolvers/standard-schema',
              '@tanstack/react-virtual',
              'axe-core',
              'fflate',
              'react-hook-form',
            ],
          },
          test: {
            name: 'browser',
            testTimeout: PATIENCE_MS,
            maxWorkers: AT_ONCE,
            // After those in Node: both together would be twice as many as there are cores.
            sequence: { groupOrder: 1 },
            expect: { poll: { timeout: POLL_MS } },
            // In CI, what fails runs once more, and is named when that passes.
            retry: process.env['CI'] === undefined ? 0 : 1,
            include: ['src/**/*.test.tsx'],
            setupFiles: ['src/app/testing/setup.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: { executablePath, args: [...args] } }),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        }),
      ],
    },
  }
})
