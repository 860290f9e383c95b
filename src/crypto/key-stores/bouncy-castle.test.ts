import { describe, expect, it } from 'vitest'

import { corpusPem } from '../corpus/read-corpus.ts'
import { readPem } from '../pem.ts'
import { bouncyCastleKind } from './bouncy-castle.ts'
import { STORES } from './testing/bouncy-castle-stores.ts'

describe('bouncyCastleKind', () => {
  it.each(Object.entries(STORES))('%s, as its library wrote it', (kind, bytes) => {
    expect(bouncyCastleKind(bytes)).toBe(kind)
  })

  it('takes nothing else for one', () => {
    const der = Uint8Array.from(readPem(corpusPem('ec-p256'))[0]?.der ?? [])
    for (const bytes of [new Uint8Array(), der, der.subarray(0, 40), new Uint8Array(64)])
      expect(bouncyCastleKind(bytes)).toBeUndefined()
  })
})
