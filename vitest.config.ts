import { defineConfig, mergeConfig } from 'vitest/config'
import { playwright } from '@vitest/browser-playwright'

import { findBrowser } from './tools/browser.ts'
import { forgetAccount } from './server/environment.mjs'
import viteConfig from './vite.config.ts'

forgetAccount(process.env)

/** Machines are shared and noisy: a test that is slow is no test that fails. */
const PATIENCE_MS = 120_000

const app = viteConfig({ mode: 'demo', command: 'serve' })

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
