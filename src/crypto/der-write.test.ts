import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { children, readDer, readOid, toHex } from './der.ts'
import { element, integer, oid, sequence, setOf, utf16 } from './der-write.ts'
import { OID } from './key-stores/oids.ts'

describe('the writer of DER', () => {
  it.each([0, 1, 127, 128, 255, 256, 65_535, 65_536, 200_000])(
    'writes %i bytes that the reader takes for its shortest form',
    (length) => {
      const { content, bytes } = readDer(element(0x04, new Uint8Array(length)))
      expect([content.length, bytes.length - content.length]).toEqual([
        length,
        length < 128 ? 2 : length < 256 ? 3 : length < 65_536 ? 4 : 5,
      ])
    },
  )

  it.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [10_000, '02022710'],
    [32_768, '0203008000'],
  ])('integer %i is %s', (value, hex) => {
    expect(toHex(integer(value))).toBe(hex)
  })

  it.each(Object.entries(OID))('writes %s so that it reads back', (_, dotted) => {
    expect(readOid(readDer(oid(dotted)))).toBe(dotted)
  })

  it('reads back whatever was nested', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (parts) => {
        const written = sequence(...parts.map((part) => element(0x04, part)))
        expect(children(readDer(written)).map(({ content }) => toHex(content))).toEqual(
          parts.map((part) => toHex(part)),
        )
      }),
    )
  })

  it('puts the members of a set in order', () => {
    expect(toHex(setOf(integer(300), integer(2), integer(1)))).toBe('310a0201010201020202012c')
  })

  it('writes UTF-16 as Java does, pairs included', () => {
    expect(toHex(utf16('ä€😀'))).toBe('00e420acd83dde00')
  })
})
