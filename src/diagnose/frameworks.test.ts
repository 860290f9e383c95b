/** Settings in the words of frameworks and programs: the right answer, nothing about other clients, no secret. */
import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'
import { FRAMEWORK_CASES } from './testing/framework-cases.ts'
import { CHECK_HOSTNAME } from './testing/touched-cases.ts'

describe.each([...new Set(FRAMEWORK_CASES.map(({ kind }) => kind))])('%s', (kind) => {
  const cases = FRAMEWORK_CASES.filter((one) => one.kind === kind)

  it.each(cases.map((one) => [one.text, one] as const))('%s', async (_, { text, verdicts }) => {
    const found = await findConnections(text)
    const said = found.flatMap(({ drivers }) => drivers)
    const expected = Object.entries(verdicts).map(([name, verifies]) => [name.replace(/ \d$/, ''), verifies] as const)
    const names = expected.map(([name]) => name)
    const isOf = (driver: string, name: string) => driver.startsWith(name)
    expect(
      said
        .map(({ driver, verifies }) => `${names.find((name) => isOf(driver, name)) ?? driver}: ${verifies}`)
        .toSorted(),
    ).toEqual(expected.map(([name, verifies]) => `${name}: ${verifies}`).toSorted())
    for (const { shown, correctedShown, drivers, notes } of found) {
      expect(shown + correctedShown).not.toContain('S3cr3tS3cr3t')
      // What a verdict says isn't said once more beside it.
      expect(drivers.filter(({ because }) => notes.includes(because))).toEqual([])
    }
  })
})

it.each(CHECK_HOSTNAME)('%s: the run that showed it', async (text, seen) => {
  const [found] = await findConnections(text)
  expect(found?.drivers.map((driver) => [driver.verifies, driver.seen])).toEqual([['chain', seen]])
})

/** What each kind of source looks like: a page, a version, a commit or file, something that is named. */
const SOURCES: Readonly<Record<string, RegExp>> = {
  documented: /^https:\/\/\S+$/,
  run: /\d/,
  read: /\d|\.[a-z]+$/,
  name: /\w/,
  unknown: /\w/,
}

it('names a source of its kind with every verdict', async () => {
  const drivers = (await Promise.all(FRAMEWORK_CASES.map(({ text }) => findConnections(text))))
    .flat()
    .flatMap((one) => one.drivers)
  const wrong = drivers.filter(({ basis, source }) => !SOURCES[basis]?.test(source))
  expect([...new Set(wrong.map(({ driver, basis, source }) => `${driver}: ${basis} ${source}`))]).toEqual([])
})
