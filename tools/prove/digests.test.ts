import { expect, test } from 'vitest'

import { currentDigests, guideDigest, newRecord, readDigests, recentKeys, rowDigest, trapDigest } from './digests.ts'
import { MATRIX_CLIENTS } from './matrix/matrix-clients.ts'
import { readMatrix } from './matrix/run-matrix.ts'
import { claimedKeys, outdatedClaims, readClaims } from './records.ts'
import { fixedSet, groupsFor, touchedKeys } from './selection.ts'
import { TRAPS } from './traps/traps.ts'
import { TRIALS } from './trials.ts'

const RUST = 'sqlx-postgresql/password-project-ca'

const current = await currentDigests()
/** All of today's texts, run long ago. */
const ran = Object.fromEntries(current)

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
  const claims = readClaims()
  const settled = touchedKeys(current, ran, claims)
  expect(settled).toEqual(new Set())
  expect(fixedSet(current, settled)).not.toContain(RUST)

  const row = 'matrix/psql/sslmode=require'
  const touched = touchedKeys(current, { ...ran, [RUST]: '0', [row]: undefined, 'traps/x': 'y' }, claims)
  expect(touched).toEqual(new Set([RUST, row]))
  expect(fixedSet(current, touched)).toContain(RUST)
  expect(groupsFor(touched)).toContain('cargo')
  expect(groupsFor(settled)).not.toContain('cargo')

  const proof = claims.proofs[RUST]
  if (!proof) throw new Error(`no proof ${RUST}`)
  const older = { ...claims, proofs: { ...claims.proofs, [RUST]: { ...proof, version: '0.0.1' } } }
  expect(touchedKeys(current, ran, older)).toEqual(new Set([RUST]))
  expect(groupsFor(new Set(['opensearch-java/password-project-ca']))).toContain('servers')
})
