/** Bytes that were changed and still read well: never called intact, never offered as repaired. */
import { generateKeyPairSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { createPause } from '../../lib/pause.ts'
import { scanArmour, toPem } from './armour.ts'
import { WHOLE } from './read-armour.ts'
import { readMaterial } from './read-material.ts'

const read = (bytes: Uint8Array) => readMaterial({ name: 'x', bytes, size: bytes.length }, undefined, createPause())
const bytesOf = (text: string) => new TextEncoder().encode(text)

const derOf = (pem: string): Uint8Array => {
  const [block] = [...scanArmour(pem)]
  if (!block?.der) throw new Error('no block')
  return block.der
}
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
/** With the length behind names and kinds of algorithms: with those changed, nobody can tell what it was. */
const FILES: readonly (readonly [string, string, Uint8Array, number])[] = [
  ['an RSA certificate', 'CERTIFICATE', derOf(corpusPem('rsa-3072-sha384')), 380],
  ['an EC certificate', 'CERTIFICATE', derOf(corpusPem('ec-p256')), 60],
  ['an RSA key', 'PRIVATE KEY', new Uint8Array(RSA.export({ type: 'pkcs8', format: 'der' })), 1150],
  ['an older RSA key', 'RSA PRIVATE KEY', new Uint8Array(RSA.export({ type: 'pkcs1', format: 'der' })), 1150],
]
/** The same layouts whole, and in need of repair. */
const LAYOUTS: readonly ((label: string, der: Uint8Array) => Uint8Array)[] = [
  (label, der) => bytesOf(toPem(label, der)),
  (label, der) => bytesOf(toPem(label, der).replaceAll('\n', String.raw`\n`)),
  (label, der) => bytesOf(btoa(toPem(label, der))),
  (_, der) => der,
]

describe.each(FILES)('%s', (_, label, der, last) => {
  it('is whole as it is', async () => {
    expect((await read(bytesOf(toPem(label, der)))).answers).toEqual([WHOLE])
  })

  it('with any bit changed', async () => {
    for (let at = der.length - last; at < der.length; at += 7) {
      const altered = Uint8Array.from(der, (byte, index) => (index === at ? byte ^ 1 : byte))
      for (const layout of LAYOUTS) {
        const { answers, repaired, certificates, keys } = await read(layout(label, altered))
        if (certificates.length + keys.length > 0)
          expect([at, answers.some(({ tone }) => tone === 'bad')]).toEqual([at, true])
        expect([at, answers.includes(WHOLE), repaired]).toEqual([at, false, undefined])
      }
    }
  })
})
