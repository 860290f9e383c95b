/**
 * `node server/bundle.mjs PROGRAM.ts FILE`: bundles a program into one file of plain JavaScript. A separate process, so
 * that the bundler never runs beside a token.
 */
import { renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

const [, , input = '', file = ''] = process.argv

// As in vite.config.ts: the mock sets no cookies, so msw's store for them stays out.
const withoutCookies = {
  name: 'without-cookies',
  resolveId: {
    filter: { id: /^\.{1,2}\/.*cookieStore\.mjs$/ },
    handler: () => fileURLToPath(new URL('../mocks/no-cookies.ts', import.meta.url)),
  },
}

const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent', plugins: [withoutCookies] })
// Written to a temporary file, then renamed: two parallel runs never read a partial file.
const draft = `${file}.${String(process.pid)}`
await bundle.write({ file: draft, codeSplitting: false })
renameSync(draft, file)
