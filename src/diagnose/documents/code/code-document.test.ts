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
  it.each(['javascript', 'python'].flatMap((language) => NEARLY.map((part) => [language, part] as const)))(
    '%s: comes to an end on “%s” many times',
    (language, part) => {
      expect(takersOf(part.repeat(Math.ceil(480_000 / part.length)), language).get('config')).toBeUndefined()
    },
  )
})
