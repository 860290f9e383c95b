import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseLongJson } from './long-json.ts'

const parse = (text: string): unknown => JSON.parse(text)
const nobody = async () => undefined
const read = (text: string) => parseLongJson(text, parse, nobody)

const wanted = (text: string) => {
  try {
    return { value: parse(text) }
  } catch {
    return 'no JSON'
  }
}
const found = async (text: string) =>
  read(text).then(
    (value) => ({ value }),
    (error: unknown) => (error instanceof SyntaxError ? 'no JSON' : error),
  )

describe('parseLongJson', () => {
  it('reads whatever JSON.parse reads, to the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), async (text, indent) => {
        const spelled = JSON.stringify(parse(text), undefined, indent)
        expect(await read(spelled)).toEqual(parse(spelled))
      }),
    )
  })

  it('refuses whatever JSON.parse refuses', async () => {
    const part = fc.constantFrom('{', '}', '[', ']', '"a"', ':', ',', '"', '\\', '1', '[2]', '{"b":', ' ', 'null')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
        const text = parts.join('')
        expect([text, await found(text)]).toEqual([text, wanted(text)])
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    '{"a": [[0], [1, [2]], {"b": [3]}, 4, "[5]"], "c": {"d": [6], "e": {}}, "f": 7}',
    '{"a": [{"b": 1}], "a": [{"b": 2}]}',
    '{"a": {"__proto__": [1], "x": {"__proto__": 2}}, "__proto__": {"y": [3]}}',
    String.raw`{"a": [{"b": "\"}]\\"}, {"c": "\\\""}]}`,
    '[[[1], [2]], {"a": [3]}]',
    '{"a": [{"b": 1]}',
    '{"a": [{"b": 1}',
    '{"a": [{"b": 1}]}}',
    '{"a": [{"b": 1}] }[{"c": 2}]',
    '',
  ])('%s', async (text) => {
    const value = await found(text)
    expect(value).toEqual(wanted(text))
    // Own fields and their order, which toEqual doesn't tell.
    expect(JSON.stringify(value)).toBe(JSON.stringify(wanted(text)))
  })

  it('gives a turn after each item, and ends where the turn ends it', async () => {
    const text = JSON.stringify({ services: Array.from({ length: 50 }, (_, nth) => ({ nth })) })
    let turns = 0
    await parseLongJson(text, parse, async () => {
      turns++
    })
    expect(turns).toBe(50)
    const gone = new Error('gone')
    await expect(parseLongJson(text, parse, () => Promise.reject(gone))).rejects.toBe(gone)
  })
})
