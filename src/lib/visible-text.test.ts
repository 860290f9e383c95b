import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { visibleText } from './visible-text.ts'

describe('text from outside', () => {
  it.each([
    ['a\nb\tc\r', 'a␊b␉c␍'],
    ['\u0007\u0000\u007f\u0085', '␇␀␡‹U+0085›'],
    ['\u202Etxet', '‹U+202E›txet'],
    ['\u2066x\u2069\u200f', '‹U+2066›x‹U+2069›‹U+200F›'],
    ['a\u200bb\ufeff', 'a‹U+200B›b‹U+FEFF›'],
    ['\ud83d', '‹U+D83D›'],
    ['\ude00', '‹U+DE00›'],
    ['名前 👩‍💻 <b>', '名前 👩‍💻 <b>'],
  ])('%j is %s', (text, visible) => {
    expect(visibleText(text)).toBe(visible)
  })

  it('holds nothing hidden, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const visible = visibleText(text)
        expect(visible).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u)
        expect(visibleText(visible)).toBe(visible)
      }),
    )
  })
})
