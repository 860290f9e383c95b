/** Which call takes a variable: found, and in a time that grows with the text and no faster. */
import { describe, expect, it } from 'vitest'

import { takersOf } from './code-document.ts'

describe('the call that takes a variable', () => {
  it.each([
    ['javascript', 'new Client ( config ) ;', 'new Client'],
    ['javascript', 'await mysql . createConnection ( config )', 'mysql.createConnection'],
    ['javascript', 'console . log ( config ) ; new Kafka ( config )', 'new Kafka'],
    ['python', 'psycopg2 . connect ( * * config )', 'psycopg2.connect'],
    ['python', 'psycopg2 . connect ( config )', undefined],
    ['go', 'sql . Open ( config )', undefined],
  ])('%s: %s', (language, words, taker) => {
    expect(takersOf(words, language).get('config')).toBe(taker)
  })

  /** What a search would try again and again: names, dots and brackets that nearly are a call. */
  const NEARLY = ['a ', 'a . ', 'new ', 'new a . ', 'a ( ', 'a ( b , ', 'a . b ( * ', '( ', `${'a'.repeat(40)} . `]
  const least = (words: string, language: string) => {
    const rounds = Array.from({ length: 5 }, () => {
      const start = performance.now()
      takersOf(words, language)
      return performance.now() - start
    })
    return Math.min(...rounds)
  }

  it.each(['javascript', 'python'].flatMap((language) => NEARLY.map((part) => [language, part] as const)))(
    '%s: 8 times “%s” takes about 8 times as long, not 64 times',
    (language, part) => {
      const text = (length: number) => part.repeat(Math.ceil(length / part.length))
      // A ratio within one run; a square would make it 64, and what is too short to be measured says nothing.
      const short = Math.max(least(text(60_000), language), 0.5)
      expect(least(text(480_000), language) / short).toBeLessThan(32)
    },
  )
})
