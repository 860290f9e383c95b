/** Files that would be read again and again for each of their parts: read in a time that grows with the text and no faster. */
import { describe, expect, it } from 'vitest'

import { findConnections } from '../connections.ts'
import { looksLikeFluentBit } from './files/fluent-bit-document.ts'
import { judgeKafkaGroup } from '../verdicts/kafka/judge-kafka.ts'
import { readLines } from './files/lines-document.ts'
import { readDockerfile } from './files/variables-document.ts'

/** How much is made of a file: a count tells the same on any machine. */
const settingsOf = (text: string) => readDockerfile(text).groups.reduce((sum, { settings }) => sum + settings.length, 0)

describe('stages of a Dockerfile', () => {
  const file = (count: number, stage: (index: number) => string) =>
    `FROM a AS s0\n${'ENV A=b PGSSLMODE=require\n'.repeat(count)}${Array.from({ length: count }, (_, index) => stage(index)).join('')}`

  it.each([
    ['with variables of their own', () => 'FROM s0\nENV C=D\n'],
    ['without any', () => 'FROM s0\nRUN x\n'],
    ['one made from the other', (index: number) => `FROM s${String(index)} AS s${String(index + 1)}\nENV C=D\n`],
  ])('%s: 8 times as many hold about 8 times the settings, not 64 times', (_, stage) => {
    expect(settingsOf(file(800, stage)) / settingsOf(file(100, stage))).toBeLessThan(16)
  })
})

describe('a file with a client under each prefix', () => {
  it.each([5, 500])('%d of them: no more are judged than are told', (count) => {
    const file = readLines(
      Array.from({ length: count }, (_, index) => `a${String(index)}.security.protocol=SSL\n`).join(''),
    )
    const [group] = file.groups
    expect(group && judgeKafkaGroup('', file, group)).toHaveLength(Math.min(count, 10))
  })
})

describe('a line of Fluent Bit', () => {
  it('with blanks in it is read once: for each blank, this takes hours', () => {
    expect(looksLikeFluentBit(`[OUTPUT]\n Name es\n x a${' '.repeat(1_000_000)}b`)).toBe(true)
  })
})

describe('brackets of code that never end', () => {
  it.each(['sasl, {a,', 'auth=("', 'a.b("c", '])('come to an end: %s', async (piece) => {
    const found = await findConnections(`import asyncpg\nx = 1\n${piece.repeat(20_000)}`)
    expect(found.flatMap(({ drivers }) => drivers)).toEqual([])
  })
})
