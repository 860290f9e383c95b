import { describe, expect, it } from 'vitest'

import { createPace } from '../lib/pace.ts'
import { checkReading } from './check-reading.ts'
import { MAX_END, MAX_TEXT } from './limits.ts'
import { searchErrors } from './long-text.ts'
import { explainErrors } from './messages/explain.ts'
import proofSamples from './messages/proof-samples.json' with { type: 'json' }
import samples from './messages/samples.json' with { type: 'json' }
import { readMaterial } from './read-material.ts'
import { MESSAGE_CASES } from './testing/other-cases.ts'
import { PASTED } from './testing/pasted-messages.ts'

const noise = (length: number, begin = 'INFO request') => {
  let text = ''
  for (let line = 0; text.length < length; line++) text += `2026-11-30T10:00:00Z ${begin} ${String(line)} took 12 ms\n`
  return text
}
const ERROR = 'Error: self-signed certificate in certificate chain at h.a.example.com:1\n    at TLSSocket (node:1)\n'

const check = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const reading = await readMaterial({ name: 'Pasted text', bytes, size: bytes.length }, undefined, createPace())
  return checkReading(reading, { cas: [], unread: [], complete: true }, new Date(), createPace())
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
    const encode = (text: string) => new TextEncoder().encode(text)
    const material = {
      name: 'x.log',
      bytes: encode(noise(MAX_TEXT)),
      size: 1e9,
      end: encode(noise(MAX_TEXT) + ERROR),
    }
    const reading = await readMaterial(material, undefined, createPace())
    expect(reading.long?.lines).toContain(ERROR.trimEnd())
  })

  it('has one of each kind, the last, with what is below it', async () => {
    const repeated = Array.from(
      { length: 1000 },
      (_, at) => `${String(at)} ERROR node ${String(at)} disconnected\n`,
    ).join('')
    const { lines } = await searchErrors(repeated + ERROR + repeated, undefined, createPace())
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
      const { lines } = await searchErrors(`${noise(MAX_TEXT)}${message}\n${noise(MAX_TEXT)}`, undefined, createPace())
      expect(explainErrors(lines)[0]?.id).toBe(first?.id)
    },
  )
  it.each([...PASTED.map(([, , text]) => text), ...MESSAGE_CASES.map(([, text]) => text)])(
    'finds what people pasted among other lines: %s',
    async (message) => {
      const [first] = explainErrors(message)
      const { lines } = await searchErrors(`${noise(MAX_TEXT)}${message}\n${noise(MAX_TEXT)}`, undefined, createPace())
      expect(explainErrors(lines)[0]?.id).toBe(first?.id)
    },
  )

  it('reads no settings from it', async () => {
    const { connections } = await check(`${noise(2 * MAX_TEXT)}error sslmode=require host=h.a.example.com\n`)
    expect(connections).toEqual([])
  })
})
