import { describe, expect, it } from 'vitest'

import { createPause } from '../../lib/pause.ts'
import { checkReading } from '../check-reading.ts'
import { MAX_END, MAX_TEXT } from './limits.ts'
import { kindAt, searchErrors } from './long-text.ts'
import { explainErrors } from '../messages/explain.ts'
import proofSamples from '../messages/proof-samples.json' with { type: 'json' }
import samples from '../messages/samples.json' with { type: 'json' }
import { readMaterial } from './read-material.ts'
import { MESSAGE_CASES } from '../testing/other-cases.ts'
import { PASTED } from '../testing/pasted-messages.ts'

const noise = (length: number, begin = 'INFO request') => {
  let text = ''
  for (let line = 0; text.length < length; line++) text += `2026-11-30T10:00:00Z ${begin} ${String(line)} took 12 ms\n`
  return text
}
const ERROR = 'Error: self-signed certificate in certificate chain at h.a.example.com:1\n    at TLSSocket (node:1)\n'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** What is found in a file of which only beginning and end are read. */
const readPartly = async (encode: (text: string) => Uint8Array<ArrayBuffer>, begin: string, end: string) => {
  const material = { name: 'x.log', bytes: encode(begin), size: 1e9, end: encode(end) }
  return (await readMaterial(material, undefined, createPause())).long
}

const check = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const reading = await readMaterial({ name: 'Pasted text', bytes, size: bytes.length }, undefined, createPause())
  return checkReading(reading, { cas: [], unread: [], complete: true }, new Date(), createPause())
}

describe('errors of a long text', () => {
  it.each([
    ['at the end', noise(5 * MAX_TEXT) + ERROR],
    ['in the middle', noise(5 * MAX_TEXT) + ERROR + noise(5 * MAX_TEXT)],
    ['right behind it', noise(MAX_TEXT) + ERROR + noise(MAX_TEXT)],
    ['over its end', noise(MAX_TEXT).slice(0, MAX_TEXT - 20) + ERROR + noise(MAX_TEXT)],
    ['before many others', noise(2 * MAX_TEXT) + ERROR + noise(5 * MAX_TEXT, 'ERROR job failed')],
    ['in one long line', JSON.stringify({ a: noise(2 * MAX_TEXT), b: ERROR, c: noise(MAX_TEXT) })],
  ])('%s', async (_, text) => {
    expect((await check(text)).explanations.map(({ id }) => id)).toContain('untrusted')
  })

  it('finds the last error of a file that is longer than what is read of it', async () => {
    expect((await readPartly(utf8, noise(MAX_TEXT), noise(MAX_TEXT) + ERROR))?.lines).toContain(ERROR.trimEnd())
  })

  it.each([
    ['UTF-8', utf8],
    ['UTF-16 with the low byte first', (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['UTF-16 with the high byte first', (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())],
  ])('reads the end as it reads the beginning: %s', async (_, encode) => {
    expect((await readPartly(encode, noise(MAX_TEXT), ERROR))?.lines).toContain(ERROR.trimEnd())
  })

  it('doesn’t say that it searched what it never read', async () => {
    expect((await readPartly(utf8, noise(2 * MAX_TEXT), noise(MAX_TEXT)))?.between).toBe('part')
  })

  it.each([
    ['one line', ''],
    ['a short line before a long one', 'begin\n'],
  ])('searches all of the beginning: %s', async (_, begin) => {
    const flat = (length: number) => noise(length).replaceAll('\n', ' ')
    const early = `${begin}${flat(MAX_TEXT / 2)} Traceback: No route to host, mechanism not supported ${flat(2 * MAX_END)}`
    const { lines } = await searchErrors(
      `${early}\nERROR: password authentication failed for user "app"\n`,
      undefined,
      createPause(),
    )
    expect(lines).toContain('mechanism not supported')
  })

  it.each(['    at TLSSocket (node:1)', '\tat Main.run(Main.java:1)', 'Caused by: x', 'DETAIL:  x', 'HINT:  x'])(
    'keeps what is below an error: %s',
    async (below) => {
      const { lines } = await searchErrors(
        `${noise(MAX_TEXT)}ERROR: x\n${below}\n${noise(10)}`,
        undefined,
        createPause(),
      )
      expect(lines.trim()).toBe(`ERROR: x\n${below}`)
    },
  )

  it('has one of each kind, the last, with what is below it', async () => {
    const repeated = Array.from(
      { length: 1000 },
      (_, at) => `${String(at)} ERROR node ${String(at)} disconnected\n`,
    ).join('')
    const { lines } = await searchErrors(repeated + ERROR + repeated, undefined, createPause())
    expect(lines.trim().split('\n')).toEqual([...ERROR.trimEnd().split('\n'), '999 ERROR node 999 disconnected'])
  })

  it('searches between beginning and end where nothing known is there, and tells whether it did', async () => {
    const middle = noise(2 * MAX_END, 'ERROR job failed') + ERROR + noise(2 * MAX_END)
    const inMiddle = await check(middle)
    expect(inMiddle.explanations.map(({ id }) => id)).toContain('untrusted')
    expect(inMiddle.reading.long?.between).toBe('common')
    const atEnd = await check(`${middle}FATAL: password authentication failed for user "app"\n`)
    expect(atEnd.explanations.map(({ id }) => id)).toContain('login')
    expect(atEnd.reading.long).toMatchObject({ last: MAX_END, between: 'none' })
  })

  it.each([...samples, ...proofSamples].map(({ client, message }) => [client, message] as const))(
    'finds what is known among other lines: %s, %s',
    async (_, message) => {
      const [first] = explainErrors(message)
      const { lines } = await searchErrors(`${noise(MAX_TEXT)}${message}\n${noise(MAX_TEXT)}`, undefined, createPause())
      expect(explainErrors(lines)[0]?.id).toBe(first?.id)
    },
  )
  it.each([...PASTED.map(([, , text]) => text), ...MESSAGE_CASES.map(([, text]) => text)])(
    'finds what people pasted among other lines: %s',
    async (message) => {
      const [first] = explainErrors(message)
      const { lines } = await searchErrors(`${noise(MAX_TEXT)}${message}\n${noise(MAX_TEXT)}`, undefined, createPause())
      expect(explainErrors(lines)[0]?.id).toBe(first?.id)
    },
  )

  it('reads no settings from it', async () => {
    const { connections } = await check(`${noise(2 * MAX_TEXT)}error sslmode=require host=h.a.example.com\n`)
    expect(connections).toEqual([])
  })
})

describe('kinds of messages', () => {
  it('are the same where only numbers differ, hexadecimal ones too, and no others', () => {
    const signs = 'abcdefgxyz0123 :-ABERR'
    let seed = 7
    const below = (most: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return Math.floor((seed / 2 ** 32) * most)
    }
    const kinds = new Map<string, number>()
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: 1 + below(8) }, () => signs.charAt(below(signs.length))).join('')
      const written = text.replaceAll(/[0-9a-f]*\d[0-9a-f]*/gi, '#')
      const kind = kindAt(`(${text})`, 1, text.length + 1)
      expect(kinds.get(written) ?? kind).toBe(kind)
      kinds.set(written, kind)
    }
    expect(new Set(kinds.values()).size).toBe(kinds.size)
  })
})
