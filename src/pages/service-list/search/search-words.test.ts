import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatWord, parseSearch, removeWord } from './search-words.ts'

const words = (text: string) =>
  parseSearch(text).map(({ negated, key, values }) => [negated ? '-' : '', key, ...values])

describe('a search in words', () => {
  it.each([
    ['', []],
    ['   ', []],
    [
      'prod kafka',
      [
        ['', undefined, 'prod'],
        ['', undefined, 'kafka'],
      ],
    ],
    [
      'service:pg status:running provider:aws,google',
      [
        ['', 'service', 'pg'],
        ['', 'status', 'running'],
        ['', 'provider', 'aws', 'google'],
      ],
    ],
    ['-tag:env=prod', [['-', 'tag', 'env=prod']]],
    [
      '-kafka - a',
      [
        ['-', undefined, 'kafka'],
        ['', undefined, '-'],
        ['', undefined, 'a'],
      ],
    ],
    [
      'plan:"startup 4" "two words"',
      [
        ['', 'plan', 'startup 4'],
        ['', undefined, 'two words'],
      ],
    ],
    [String.raw`tag:"a\"b\\c",d`, [['', 'tag', String.raw`a"b\c`, 'd']]],
    ['plan:"not closed', [['', 'plan', 'not closed']]],
    ['SERVICE:PG', [['', 'service', 'PG']]],
    ['service:', [['', 'service', '']]],
    [
      'a,b 12:30 a:b:c',
      [
        ['', undefined, 'a,b'],
        ['', undefined, '12:30'],
        ['', 'a', 'b:c'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('splits any text into words that cover it in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', '"', '\\', '-', ',', ' ', '\u00A0', '🦀', '\n') }),
        (text) => {
          let end = 0
          for (const { from, to } of parseSearch(text)) {
            expect(text.slice(end, from).trim()).toBe('')
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(text.slice(end).trim()).toBe('')
        },
      ),
    )
  })

  it('parses every value that it writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, other) => {
        const text = `${formatWord('tag', value)} ${formatWord('plan', other)}`
        expect(words(text)).toEqual([
          ['', 'tag', value],
          ['', 'plan', other],
        ])
      }),
    )
  })

  it('removes a word and leaves the others', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), fc.nat(), (values, nth) => {
        const text = values.map((value) => formatWord('tag', value)).join('  ')
        const index = nth % values.length
        const word = parseSearch(text)[index]
        expect(word && words(removeWord(text, word))).toEqual(
          values.toSpliced(index, 1).map((value) => ['', 'tag', value]),
        )
      }),
    )
  })
})
