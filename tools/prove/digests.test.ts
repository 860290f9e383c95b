import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { currentDigests, guideDigest, newRecord, readDigests, recentKeys, rowDigest, trapDigest } from './digests.ts'
import { PINNED } from './kit.ts'
import { MATRIX_CLIENTS } from './matrix/matrix-clients.ts'
import { mergeMatrix, readMatrix } from './matrix/run-matrix.ts'
import { claimedKeys, outdatedClaims, readClaims } from './records.ts'
import { changedKeys, CLIENT_BY_KEY, fixedSet, groupsFor, groupsOf, touchedKeys, withoutMissing } from './selection.ts'
import { TRAPS } from './traps/traps.ts'
import { TRIALS } from './trials.ts'

const RUST = 'sqlx-postgresql/password-project-ca'

const current = await currentDigests()
/** All of today's texts, run long ago. */
const ran = Object.fromEntries(current)
/** All of today's clients, in the versions that the kit pins, whatever the record says. */
const asPinned = new Map([...CLIENT_BY_KEY].map(([key, { pinned }]) => [key, pinned ?? '0.0.1']))

const trialOf = (key: string) => {
  const trial = TRIALS.get(key)
  if (!trial) throw new Error(`no trial ${key}`)
  return trial
}

test('every result on record is of the text that the project has now', () => {
  expect(outdatedClaims(claimedKeys(readClaims(), readMatrix()), current, readDigests())).toEqual([])
})

test('a digest is the same again, and another when the guide’s text is another', async () => {
  const trial = trialOf(RUST)
  const template = await trial.guide.load()
  const changed = {
    ...trial.guide,
    load: () =>
      Promise.resolve({
        ...template,
        render: (...of: Parameters<typeof template.render>) => {
          const rendered = template.render(...of)
          return { ...rendered, files: rendered.files.map((file) => ({ ...file, text: `${file.text}//` })) }
        },
      }),
  }
  expect(await guideDigest(trial)).toBe(current.get(RUST))
  expect(await guideDigest({ ...trial, guide: changed })).not.toBe(current.get(RUST))
})

test('a digest is another when a trap or a setting of the matrix is another', () => {
  const [trap, client] = [TRAPS[0], MATRIX_CLIENTS[0]]
  if (!trap || !client) throw new Error('no trap, no client')
  expect(trapDigest({ ...trap, run: () => 'true' })).not.toBe(trapDigest(trap))
  expect(trapDigest({ ...trap, against: 'right' })).not.toBe(trapDigest({ ...trap, against: 'rogue' }))
  expect(rowDigest(client, 'sslmode=x')).not.toBe(rowDigest(client, 'sslmode=y'))
  expect(rowDigest({ ...client, run: () => 'true' }, 'sslmode=x')).not.toBe(rowDigest(client, 'sslmode=x'))
})

test('a claim on another text than the one that was run is outdated', () => {
  const claimed = new Set([RUST, 'psql/password-project-ca', 'gone/password-project-ca'])
  const said = outdatedClaims(
    claimed,
    current,
    { ...ran, [RUST]: '0', 'gone/password-project-ca': '0' },
    new Set([RUST]),
  )
  expect(said).toEqual([
    expect.stringMatching(/^sqlx-postgresql\/.*--only sqlx-postgresql .*not installed/),
    expect.stringMatching(/^gone\/.*--only gone$/),
  ])
})

test('a record keeps the day on which a text was first run', () => {
  const claimed = new Set([RUST, 'traps/a'])
  const before = { [RUST]: '0', 'traps/a': 'x', 'traps/gone': 'y' }
  const first = newRecord(before, { current, ran: [RUST], claimed }, new Date('2027-01-01T12:00Z'))
  expect(first).toEqual({ [RUST]: `${current.get(RUST) ?? ''} 2027-01-01`, 'traps/a': 'x' })
  expect(newRecord(first, { current, ran: [RUST], claimed }, new Date('2027-01-02T12:00Z'))).toEqual(first)
})

test('what was first run in the last days is recent', () => {
  const recorded = { old: 'a', earlier: 'b 2027-01-01', late: 'c 2027-01-05' }
  expect([...recentKeys(recorded, 7, new Date('2027-01-08T00:10Z'))]).toEqual(['late'])
  expect([...recentKeys(recorded, 7, new Date('2027-01-07T23:50Z'))]).toEqual(['earlier', 'late'])
})

test('CI runs what a change touched: a guide of a slow client, a setting, a trap, a pinned version', () => {
  const settled = touchedKeys(current, ran, asPinned)
  expect(settled).toEqual(new Set())
  expect(fixedSet(current, settled)).not.toContain(RUST)

  const row = 'matrix/psql/sslmode=require'
  const touched = touchedKeys(current, { ...ran, [RUST]: '0', [row]: undefined, 'traps/x': 'y' }, asPinned)
  expect(touched).toEqual(new Set([RUST, row]))
  expect(fixedSet(current, touched)).toContain(RUST)
  expect(groupsFor(touched)).toContain('cargo')
  expect(groupsFor(settled)).toEqual(new Set(['python', 'npm', 'maven', 'go']))

  const lately = Object.fromEntries(
    [row, 'matrix/psql/sslmode=disable', 'traps/x', RUST].map((key) => [key, `${current.get(key) ?? ''} 2027-01-05`]),
  )
  const now = new Date('2027-01-06T12:00Z')
  expect(touchedKeys(current, { ...ran, ...lately }, asPinned, now)).toEqual(new Set([row, RUST]))

  expect(touchedKeys(current, ran, new Map(asPinned).set(RUST, '0.0.1'))).toEqual(new Set([RUST]))
  expect(groupsFor(new Set(['opensearch-java/password-project-ca']))).toContain('servers')
})

test('each client of the kit is compared with the version of its own package', () => {
  const ofKit = [...CLIENT_BY_KEY].filter(([, client]) => groupsOf(client).length > 0)
  expect(ofKit.filter(([, { pinned = '' }]) => !/^\d+\.\d/.test(pinned))).toEqual([])
  const older = new Map([...CLIENT_BY_KEY.keys()].map((key) => [key, '0.0.1']))
  expect(changedKeys(current, ran, older)).toEqual(new Set(ofKit.map(([key]) => key)))
  // Another package of the same group is pinned in this version.
  const spring = 'spring-boot-postgresql/password-project-ca'
  const kafka = asPinned.get('java-keystore/certificate-project-ca') ?? ''
  expect(touchedKeys(current, ran, new Map(asPinned).set(spring, kafka))).toEqual(new Set([spring]))
})

test('what was never run is left out when its client is not installed', async () => {
  const [unrun, changed] = ['mysql/password-project-ca', RUST]
  const recorded = { ...ran, [unrun]: undefined, [changed]: '0' }
  const touched = touchedKeys(current, recorded, asPinned)
  expect(touched).toEqual(new Set([unrun, changed]))
  expect(await withoutMissing(touched, recorded, () => Promise.resolve('1'))).toEqual(touched)
  expect(await withoutMissing(touched, recorded, () => Promise.resolve(undefined))).toEqual(new Set([changed]))
})

test('a record of the matrix keeps clients that were not run, and drops those that the matrix has no more', () => {
  const { psql, jdbc } = readMatrix()
  if (!psql || !jdbc) throw new Error('no psql, no jdbc')
  const merged = mergeMatrix({ gone: psql, psql, jdbc }, { psql: { ...psql, version: '99' } })
  expect(merged).toEqual({ jdbc, psql: { ...psql, version: '99' } })
})

test('Cargo is asked for exactly the versions of the kit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-kit-'))
  try {
    writeFileSync(join(folder, 'cargo'), '#!/bin/sh\n')
    chmodSync(join(folder, 'cargo'), 0o755)
    const env = {
      ...process.env,
      ANCHOR_PROVE_KIT: join(folder, 'kit'),
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    }
    execFileSync('npx', ['tsx', '--no-cache', 'tools/prove/install-kit.ts', 'cargo'], { env })
    const manifest = readFileSync(join(folder, 'kit/cargo/Cargo.toml'), 'utf8')
    const [, dependencies = ''] = manifest.split('[dependencies]\n')
    const exact = [...dependencies.matchAll(/^(\S+) = \{ version = "=\d+\.\d+\.\d+"/gm)]
    expect(exact.map(([, crate]) => crate)).toEqual(Object.keys(PINNED.cargo))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
