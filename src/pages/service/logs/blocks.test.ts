import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readLogs, type LogLine, type LogPage } from '../../../api/logs.ts'
import { addNewest, addOlder, countLines, lineAt, overlapAt, type Blocks } from './blocks.ts'
import { toJsonLines, toLog } from './log-files.ts'
import { toRows } from './rows.ts'

/** Lines by number: the nth is of the nth second. */
const lines = (from: number, to: number, text = (n: number) => `line ${String(n)}`) =>
  readLogs({
    logs: Array.from({ length: from - to + 1 }, (_, index) => ({
      time: new Date((from - index) * 1000).toISOString(),
      msg: text(from - index),
      severity: 'info',
      unit: 'a.service',
    })),
    offset: null,
  }).lines

const page = (from: number, to: number): LogPage => ({
  lines: lines(from, to),
  offset: `o${String(to)}`,
  problems: [],
})
const texts = (blocks: Blocks) => blocks.map((block) => block.lines.map(({ msg }) => Number(msg.slice(5))))

const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index)

describe('pages of logs', () => {
  it('grow at both ends', () => {
    let blocks = addNewest([], page(10, 6))
    blocks = addOlder(blocks, 'o6', page(5, 1))
    blocks = addNewest(blocks, page(13, 9))
    expect(texts(blocks)).toEqual([range(13, 1)])
    expect(blocks[0]?.older).toBe('o1')
  })

  it('stay the same when nothing is new', () => {
    const blocks = addNewest([], page(10, 6))
    expect(addNewest(blocks, page(10, 6))).toBe(blocks)
    expect(addNewest(blocks, { lines: [], offset: undefined, problems: [] })).toBe(blocks)
  })

  it('have a gap where they do not overlap, until it is filled', () => {
    let blocks = addNewest([], page(10, 6))
    blocks = addNewest(blocks, page(30, 21))
    expect(texts(blocks)).toEqual([range(30, 21), range(10, 6)])
    expect(toRows(blocks, '').filter(({ kind }) => kind === 'gap')).toHaveLength(1)
    blocks = addOlder(blocks, 'o21', page(20, 15))
    expect(texts(blocks)).toEqual([range(30, 15), range(10, 6)])
    blocks = addOlder(blocks, 'o15', page(14, 8))
    expect(texts(blocks)).toEqual([range(30, 6)])
    expect(blocks[0]?.older).toBe('o6')
  })

  it('have no gap where the API has nothing in between', () => {
    let blocks = addNewest(addNewest([], page(10, 6)), page(30, 21))
    blocks = addOlder(blocks, 'o21', { lines: [], offset: 'o21', problems: [] })
    expect(texts(blocks)).toEqual([[...range(30, 21), ...range(10, 6)]])
  })

  it('end where there is nothing older', () => {
    const blocks = addOlder(addNewest([], page(10, 6)), 'o6', { lines: [], offset: 'o6', problems: [] })
    expect(blocks[0]?.older).toBeUndefined()
  })

  it('keep repeated lines, each exactly as often as sent', () => {
    const same = (count: number): LogLine[] => Array.from({ length: count }, () => lines(9, 9)[0] as LogLine)
    const old: LogPage = { lines: [...same(2), ...lines(8, 6)], offset: 'o6', problems: [] }
    const now: LogPage = { lines: [...same(3), ...lines(8, 6)], offset: 'o6', problems: [] }
    expect(texts(addNewest(addNewest([], old), now))).toEqual([[9, 9, 9, 8, 7, 6]])
  })

  it('include late lines', () => {
    const [ten, nine, eight] = [lines(10, 10), lines(9, 9), lines(8, 6)]
    const old: LogPage = { lines: [...ten, ...eight], offset: 'o6', problems: [] }
    const now: LogPage = { lines: [...lines(11, 11), ...ten, ...nine, ...eight], offset: 'o6', problems: [] }
    const [all = []] = texts(addNewest(addNewest([], old), now))
    expect(all.toSorted((a, b) => b - a)).toEqual(range(11, 6))
  })

  it('give the same result in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), (steps) => {
        let blocks = addNewest([], page(20, 11))
        let top = 20
        for (const step of steps) {
          top += step
          blocks = addNewest(blocks, page(top, top - 9))
        }
        for (let calls = 0; calls < 200 && blocks.length > 1; calls++) {
          const older = blocks[0]?.older ?? ''
          const last = Number(older.slice(1))
          blocks = addOlder(blocks, older, page(last - 1, Math.max(11, last - 10)))
        }
        expect(texts(blocks)).toEqual([range(top, 11)])
        expect(countLines(blocks)).toBe(top - 10)
      }),
    )
  })

  it('are searched, and found by their moment', () => {
    const blocks = addNewest(addNewest([], page(10, 6)), page(30, 21))
    expect(toRows(blocks, ' LINE 2').length).toBe(10)
    expect(lineAt(blocks, 8500)?.msg).toBe('line 8')
    expect(lineAt(blocks, 0)?.msg).toBe('line 6')
    expect(overlapAt(lines(3, 1), lines(9, 8))).toBeUndefined()
  })

  it('are files, the oldest first', () => {
    expect(toLog(lines(2, 1))).toBe(
      '1970-01-01T00:00:01.000Z - a.service info: line 1\n1970-01-01T00:00:02.000Z - a.service info: line 2\n',
    )
    expect(
      toJsonLines(lines(2, 1))
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ msg: 'line 1' }, { msg: 'line 2' }])
  })
})

describe('log lines', () => {
  it('are read one by one, with the fields they have', () => {
    const {
      lines: read,
      problems,
      offset,
    } = readLogs({
      logs: [{ msg: 'a' }, { msg: null }, 'nothing', { msg: 'b', time: 'Date(2026,10,23,12,0,0)', severity: 3 }],
      offset: null,
    })
    expect(read.map(({ msg, at, severity }) => [msg, at, severity])).toEqual([
      ['a', undefined, undefined],
      ['b', Date.UTC(2026, 10, 23, 12), undefined],
    ])
    expect([problems.length, offset]).toEqual([2, undefined])
    expect(readLogs({ logs: [], offset: null }).lines).toEqual([])
    for (const body of [{}, { logs: null, offset: 'a' }, { logs: [], offset: 3 }])
      expect(() => readLogs(body)).toThrow(/logs|offset|string|Array/i)
  })

  it('have names that hold nothing of their text', () => {
    const [line] = readLogs({ logs: [{ msg: 'AVNS_secret', time: '2026-11-23T12:00:00Z' }], offset: null }).lines
    expect(line?.key).toMatch(/^2026-11-23T12:00:00Z~[\da-z]+$/)
  })
})
