/**
 * `npm run prove`: runs every guide whose client is on this machine against a right server and the impostors, and
 * writes the outcomes into the project. docs/proof.md says how, and how to add a client.
 *
 *     npm run prove                       runs all, writes the result
 *     npm run prove -- --only kcat        only what has a key that begins so; several with commas
 *     npm run prove -- --check            writes nothing, fails when a claim no longer holds
 *     npm run prove -- --check --all      fails as well when the client of a claim isn't here
 *     npm run prove -- --changed          only what changed since it was run: texts, and versions that kit.json pins
 *     npm run prove -- --check --fixed    CI's set: one way to connect per guide without the slow ones, all traps, and
 *                                         what changed since it was run, or was first run in the last days
 *     npm run prove -- --samples          takes down what clients print as well
 *     npm run prove -- --built            takes the build in dist-demo as it is
 */
import { parseArgs } from 'node:util'

import { runAvn } from './avn/run-avn.ts'
import { collect } from './collect.ts'
import { currentDigests, readDigests } from './digests.ts'
import { readMatrix, runMatrix } from './matrix/run-matrix.ts'
import {
  brokenClaims,
  claimedKeys,
  claimedVersions,
  isSelected,
  outdatedClaims,
  readClaims,
  writeRecords,
} from './records.ts'
import { changedKeys, fixedSet, needsServerOfKit, touchedKeys, trialsOf, withoutMissing } from './selection.ts'
import { isServerHere } from './servers/real-servers.ts'
import { makeProofSetup } from './proof-setup.ts'

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    all: { type: 'boolean' },
    only: { type: 'string' },
    built: { type: 'boolean' },
    fixed: { type: 'boolean' },
    changed: { type: 'boolean' },
    samples: { type: 'boolean' },
  },
})
const only = options.only ?? ''
const begun = performance.now()
const fixed = options.fixed ?? false
const check = options.check ?? false
const [current, recorded] = [await currentDigests(), readDigests()]
const versions = claimedVersions(readClaims(), readMatrix())
const claimed = new Set(versions.keys())
const select = options.changed ? changedKeys : touchedKeys
const touched = await withoutMissing(select(current, recorded, versions), recorded)
const keys = options.changed ? touched : fixed ? fixedSet(current, touched) : undefined
const isChosen = (key: string) => isSelected(key, only) && keys?.has(key) !== false
const report = (line: string) => {
  console.log(line)
}
const whyTouched = (key: string) => (recorded[key] === undefined ? 'not run yet' : 'a change touched it')
if (fixed) for (const key of touched) if (isChosen(key)) report(`${key}: ${whyTouched(key)}`)
const setup = await makeProofSetup({
  isBuilt: options.built ?? false,
  standIn: fixed && !trialsOf(touched).some((trial) => needsServerOfKit(trial) && isServerHere(trial.endpoint)),
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void setup.close().finally(() => process.exit(1))
  })
}
try {
  console.log(`Each line: right server, rogue CA, wrong host, expired. Servers are at ${setup.host}.`)
  const collected = await collect(setup, isChosen, report)
  const matrix = await runMatrix(setup, { isSelected: isChosen, check, report })
  const problems = [...collected.problems, ...matrix.problems]
  if (check) {
    const meant = new Set([...claimed].filter((key) => isSelected(key, only)))
    problems.push(...brokenClaims(readClaims(only), collected, options.all ?? false))
    problems.push(...outdatedClaims(meant, current, recorded, collected.notRun))
  } else {
    await writeRecords(collected, matrix.ran, only, options.samples ?? false)
    const left = claimedKeys(readClaims(), readMatrix())
    for (const key of claimed) if (!left.has(key)) report(`${key}: removed, no run shows it for this text`)
  }
  if (isSelected('avn', only) && !options.changed) problems.push(...(await runAvn(report)))
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(`\n${String(collected.proofs.size)} guides and ${String(collected.traps.size)} traps in ${seconds} s,`)
  console.log(`${String(collected.notRun.size)} not run: not selected, or their clients are not on this machine.`)
  for (const problem of problems) console.error(`PROBLEM ${problem}`)
  process.exitCode = problems.length > 0 ? 1 : 0
} finally {
  await setup.close()
}
