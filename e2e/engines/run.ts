/**
 * `npm run test:engines`: the main flows in Firefox and WebKit, on the demo's production build. An engine that is not
 * installed is skipped, with the reason; words after the command choose flows by their names.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

import { serveBuild } from '../../server/static-server.ts'
import type { Engine } from './engine.ts'
import { missingFirefox, startFirefox } from './firefox.ts'
import { FLOWS } from './flows.ts'
import { User } from './user.ts'
import { missingWebKit, startWebKit } from './webkit.ts'

interface Offer {
  readonly name: string
  readonly missing: () => string | undefined
  readonly start: (folder: string) => Promise<Engine>
}

const OFFERS: readonly Offer[] = [
  { name: 'Firefox', missing: missingFirefox, start: startFirefox },
  { name: 'WebKit', missing: missingWebKit, start: startWebKit },
]

const say = (line: string) => process.stdout.write(`${line}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const words = process.argv.slice(2)
const flows = Object.entries(FLOWS).filter(([name]) => words.every((word) => name.includes(word)))
const count = { passed: 0, failed: 0, skipped: 0 }

const play = async (engine: Engine, flow: (user: User) => Promise<void>, origin: string): Promise<void> => {
  for (const file of await readdir(engine.downloads)) await rm(join(engine.downloads, file))
  const tab = await engine.open()
  try {
    await flow(new User(tab, engine.downloads, origin))
  } finally {
    // A page that has frozen can't be closed: its engine is ended with all the others.
    await tab.close().catch(() => undefined)
  }
}

const playAll = async ({ name, start }: Offer, origin: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-engine-'))
  mkdirSync(join(folder, 'downloads'))
  let engine = await start(folder)
  say(`${name} ${engine.version}`)
  try {
    for (const [what, flow] of flows) {
      const begun = performance.now()
      const error = await play(engine, flow, origin).then(
        () => undefined,
        (failure: unknown) => (failure instanceof Error ? failure : new Error(JSON.stringify(failure))),
      )
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      say(`  ${error === undefined ? 'passed' : 'FAILED'}  ${what} (${seconds} s)`)
      if (error === undefined) count.passed++
      else {
        count.failed++
        say(`          ${error.message}`)
        // Whatever has broken it does not stand in the way of the next.
        await engine.close()
        engine = await start(folder)
      }
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const here = OFFERS.filter(({ name, missing }) => {
  const reason = missing()
  if (reason === undefined) return true
  say(`${name}: skipped, ${reason}`)
  count.skipped += flows.length
  return false
})
if (here.length > 0) {
  if (!existsSync('dist-demo') || words.length === 0) await build({ mode: 'demo', logLevel: 'warn' })
  const { origin, close } = await serveBuild('dist-demo', 0)
  try {
    for (const offer of here) await playAll(offer, origin)
  } finally {
    await close()
  }
}
say(`${String(count.passed)} passed, ${String(count.failed)} failed, ${String(count.skipped)} skipped`)
process.exitCode = count.failed > 0 ? 1 : 0
