/**
 * `npm run test:engines`: the main flows in Firefox and WebKit, on the demo's production build, and changes on the live one
 * with the mock server behind it. An engine that isn't installed is skipped, with the reason; words after the command
 * choose flows by their names.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'

import { serveBuild } from '../../server/static-server.ts'
import { serveBreakable } from '../../tools/faults/breakable-server.ts'
import type { Engine } from './engine.ts'
import { missingFirefox, startFirefox } from './firefox.ts'
import { FLOWS } from './flows.ts'
import { User } from './user.ts'
import { missingWebKit, startWebKit } from './webkit.ts'
import { WRITES } from './writes.ts'

interface Offer {
  readonly name: string
  readonly missing: () => string | undefined
  readonly start: (folder: string) => Promise<Engine>
}

const OFFERS: readonly Offer[] = [
  { name: 'Firefox', missing: missingFirefox, start: startFirefox },
  { name: 'WebKit', missing: missingWebKit, start: startWebKit },
]

/** In CI, what fails runs once more, and is named: machines are shared, and noisy. */
const ROUNDS = process.env['CI'] === undefined ? 1 : 2

const say = (line: string) => process.stdout.write(`${line}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const words = process.argv.slice(2)
const meant = (flows: typeof FLOWS) =>
  Object.entries(flows).filter(([name]) => words.every((word) => name.includes(word)))
const [flows, writes] = [meant(FLOWS), meant(WRITES)]
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

interface Play {
  readonly what: string
  readonly flow: (user: User) => Promise<void>
  readonly origin: string
}

const playAll = async ({ name, start }: Offer, plays: readonly Play[]): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-engine-'))
  mkdirSync(join(folder, 'downloads'))
  let engine = await start(folder)
  say(`${name} ${engine.version}`)
  try {
    for (const { what, flow, origin } of plays) {
      for (let round = 1; ; round++) {
        const begun = performance.now()
        const error = await play(engine, flow, origin).then(
          () => undefined,
          (failure: unknown) => (failure instanceof Error ? failure : new Error(JSON.stringify(failure))),
        )
        const seconds = ((performance.now() - begun) / 1000).toFixed(1)
        const again = error !== undefined && round < ROUNDS
        say(`  ${error === undefined ? 'passed' : again ? 'again ' : 'FAILED'}  ${what} (${seconds} s)`)
        if (error === undefined) {
          count.passed++
          break
        }
        say(`          ${error.message}`)
        // Whatever has broken it doesn't stand in the way of the next.
        await engine.close()
        engine = await start(folder)
        if (again) continue
        count.failed++
        break
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
  count.skipped += flows.length + writes.length
  return false
})
/** In CI the tests before have built both; by hand, a few flows take what is there. */
const isBuilt = (folder: string) => existsSync(folder) && (words.length > 0 || process.env['CI'] !== undefined)

if (here.length > 0) {
  if (!isBuilt('dist-demo')) await build({ mode: 'demo', logLevel: 'warn' })
  if (!isBuilt('dist')) await build({ logLevel: 'warn' })
  const demo = await serveBuild('dist-demo', 0)
  const server = await serveBreakable({})
  const plays: Play[] = [
    ...flows.map(([what, flow]) => ({ what, flow, origin: demo.origin })),
    ...writes.map(([what, flow]) => ({
      what,
      flow: (user: User) => {
        server.reset()
        return flow(user)
      },
      origin: server.origin,
    })),
  ]
  try {
    for (const offer of here) await playAll(offer, plays)
  } finally {
    await demo.close()
    await server.close()
  }
}
say(`${String(count.passed)} passed, ${String(count.failed)} failed, ${String(count.skipped)} skipped`)
process.exitCode = count.failed > 0 ? 1 : 0
