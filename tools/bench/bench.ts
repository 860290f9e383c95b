/**
 * `npm run bench`: how fast the console is, compared with the alternatives.
 *
 *     npm run bench                    measures all sections, prints them, keeps the figures in .cache/bench.json
 *     npm run bench -- scale api-cost  only these
 *     npm run bench -- --write         writes docs/bench.md as well, from the last figures of every section
 *     npm run bench -- --smoke         only whether everything runs: small, once, and keeps nothing
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'

import { chromium } from '@playwright/test'

import { findBrowser } from '../browser.ts'
import { forgetAccount } from '../../server/environment.mjs'
import { writeFormatted } from '../write-formatted.ts'
import { createBuilds } from './builds.ts'
import { describeMachine } from './machine.ts'
import { toDocument, toText, type Outcome, type Outcomes } from './report.ts'
import type { Section } from './section.ts'
import { apiCost } from './sections/api-cost.ts'
import { firstUse } from './sections/first-use.ts'
import { lighthouseSection } from './sections/lighthouse.ts'
import { mainJob } from './sections/main-job.ts'
import { observe } from './sections/observe.ts'
import { scale } from './sections/scale.ts'

const SECTIONS: Record<string, Section> = {
  'first-use': firstUse,
  lighthouse: lighthouseSection,
  scale,
  observe,
  'main-job': mainJob,
  'api-cost': apiCost,
}

const FIGURES = '.cache/bench.json'
const DOCUMENT = 'docs/bench.md'

forgetAccount(process.env)

const { values: options, positionals } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !Object.hasOwn(SECTIONS, name))
if (unknown.length > 0) {
  console.error(`There is no section "${unknown.join(', ')}". Choose from: ${Object.keys(SECTIONS).join(', ')}.`)
  process.exit(1)
}

const known = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Outcomes) : {}
const measured = new Map<string, Outcome>()
const { executablePath, args } = findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
const machine = describeMachine(browser)
const builds = createBuilds()

for (const [name, { title, about, run }] of Object.entries(SECTIONS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.log(`\n${title}`)
  const begun = performance.now()
  const report = (what: string) => {
    console.log(`  ${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}`)
  }
  try {
    const result = await run({ smoke: options.smoke, builds, browser, report })
    const seconds = (performance.now() - begun) / 1000
    measured.set(name, { title, about, machine, measured: new Date().toISOString().slice(0, 10), seconds, ...result })
    console.log(toText(result))
  } catch (error) {
    console.error(`  failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    process.exitCode = 1
  }
}
await browser.close()

if (!options.smoke) {
  const all = Object.fromEntries(
    Object.keys(SECTIONS).flatMap((name) => {
      const outcome = measured.get(name) ?? known[name]
      return outcome ? [[name, outcome]] : []
    }),
  )
  mkdirSync(dirname(FIGURES), { recursive: true })
  writeFileSync(FIGURES, `${JSON.stringify(all, undefined, 2)}\n`)
  if (options.write) {
    await writeFormatted(DOCUMENT, toDocument(all))
    console.log(`\n${DOCUMENT} is written.`)
  }
}
