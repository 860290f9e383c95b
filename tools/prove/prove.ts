/**
 * `npm run prove`: runs every guide whose client is on this machine against a right server and the impostors, and
 * writes the outcomes into the project. docs/proof.md says how, and how to add a client.
 *
 *     npm run prove                       runs all, writes the result
 *     npm run prove -- --only kcat        only what has a key that begins so; several with commas
 *     npm run prove -- --check            writes nothing, fails when a claim no longer holds
 *     npm run prove -- --check --all      fails as well when the client of a claim isn't here
 *     npm run prove -- --check --fixed    the fixed set of CI: one way to connect per guide, without the slow ones
 *     npm run prove -- --samples          takes down what clients print as well
 *     npm run prove -- --built            takes the build in dist-demo as it is
 */
import { parseArgs } from 'node:util'

import { runAvn } from './avn/run-avn.ts'
import { collect } from './collect.ts'
import { runMatrix } from './matrix/run-matrix.ts'
import { brokenClaims, isSelected, readClaims, writeRecords } from './records.ts'
import { makeProofSetup } from './proof-setup.ts'

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean' },
    all: { type: 'boolean' },
    only: { type: 'string' },
    built: { type: 'boolean' },
    fixed: { type: 'boolean' },
    samples: { type: 'boolean' },
  },
})
const only = options.only ?? ''
const begun = performance.now()
const fixed = options.fixed ?? false
const setup = await makeProofSetup({ isBuilt: options.built ?? false, fixed })
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void setup.close().finally(() => process.exit(1))
  })
}
try {
  console.log(`Each line: right server, rogue CA, wrong host, expired. Servers are at ${setup.host}.`)
  const collected = await collect(setup, { only, fixed }, (line) => {
    console.log(line)
  })
  const problems = [...collected.problems]
  if (options.check) problems.push(...brokenClaims(readClaims(only), collected, options.all ?? false))
  else await writeRecords(collected, only, options.samples ?? false)
  const matrix = await runMatrix(setup, {
    isSelected: (id) => !fixed && isSelected(`matrix/${id}`, only),
    check: options.check ?? false,
    report: (line) => {
      console.log(line)
    },
  })
  problems.push(...matrix)
  if (isSelected('avn', only))
    problems.push(
      ...(await runAvn((line) => {
        console.log(line)
      })),
    )
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(`\n${String(collected.proofs.size)} guides and ${String(collected.traps.size)} traps in ${seconds} s,`)
  console.log(`${String(collected.notRun.size)} not run: their clients are not on this machine.`)
  for (const problem of problems) console.error(`PROBLEM ${problem}`)
  process.exitCode = problems.length > 0 ? 1 : 0
} finally {
  await setup.close()
}
