/** Every page and action against every outcome that the API client can give. See docs/faults.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { DOCUMENT, readDocument, type Row } from '../tools/faults/document.ts'
import type { Action } from './faults/action.ts'
import { playFault } from './faults/play-fault.ts'
import { FILES } from './faults/files.ts'
import { OPENINGS } from './faults/openings.ts'
import { OTHER_ACTIONS } from './faults/other-actions.ts'
import { OUTCOMES } from './faults/outcomes.ts'
import { REQUEST_FAILED, recordPage } from './faults/page-recorder.ts'
import { expect, TODAY } from './fixtures.ts'
import { test } from './live-server.ts'

const ACTIONS: readonly Action[] = [...OPENINGS, ...FILES, ...OTHER_ACTIONS]

/** Each run of all tests plays a third of the cases of each action. `npm run faults` plays them all. */
const EVERY = 3

/** Which third: derived from the action's name, so that adding or removing an action doesn't change the cases of others. */
const third = (name: string) => Buffer.from(name).reduce((sum, byte) => sum + byte, 0) % EVERY

/** A folder for the results, if the document is to be written instead of compared. */
const RECORD = process.env['FAULTS_RECORD']

const claims = readDocument(readFileSync(DOCUMENT, 'utf8'))

// Each test has many steps: a slow machine must not fail it.
test.slow()
test.use({ expected: REQUEST_FAILED, actionTimeout: 15_000, trace: 'off' })

for (const [index, action] of ACTIONS.entries()) {
  test(`${action.name}, against what can go wrong`, async ({ page, server }) => {
    await page.addInitScript(
      ({ token, now }) => {
        if (token === undefined) sessionStorage.clear()
        else sessionStorage.setItem('token', token)
        // Otherwise the sidebar reads every project ten seconds later, and ends a message before its Retry is pressed.
        sessionStorage.setItem('attention', JSON.stringify({ count: 0, at: now }))
      },
      { token: action.signedOut ? undefined : 'the-token', now: TODAY.getTime() },
    )
    await page.clock.install({ time: TODAY })
    const run = { page, server, recorder: await recordPage(page) }
    const rows: Row[] = []
    const problems: string[] = []
    for (const [turn, outcome] of OUTCOMES.entries()) {
      if (RECORD === undefined && turn % EVERY !== third(action.name)) continue
      const { name } = outcome
      await test.step(name, async () => {
        try {
          const row = { action: action.name, outcome: name, ...(await playFault(run, action, outcome)) }
          rows.push(row)
          const difference = RECORD === undefined && claims.difference(row)
          if (difference) problems.push(`${action.name} × ${name}: ${difference}`)
        } catch (error) {
          problems.push(`${action.name} × ${name}: ${String(error)}`)
        }
      })
    }
    expect(problems).toEqual([])
    if (RECORD !== undefined) {
      writeFileSync(join(RECORD, `${String(index).padStart(3, '0')}.json`), JSON.stringify(rows))
    }
  })
}

test('the document speaks of all of it, and of nothing else', () => {
  test.skip(RECORD !== undefined, 'it is being written')
  const cases = ACTIONS.flatMap(({ name }) => OUTCOMES.map((outcome) => `${name} / ${outcome.name}`))
  expect(claims.cases.toSorted()).toEqual(cases.toSorted())
})
