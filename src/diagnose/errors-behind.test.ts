import { describe, expect, it } from 'vitest'

import { createPace } from '../lib/pace.ts'
import { checkReading } from './check-reading.ts'
import { errorsBehind } from './errors-behind.ts'
import { MAX_TEXT } from './limits.ts'
import { readMaterial } from './read-material.ts'

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

describe('errors behind the part of a long text that is searched whole', () => {
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
    expect(reading.errorsBehind).toContain(ERROR.trimEnd())
  })

  it('has one of each kind, the last, with what is below it', async () => {
    const repeated = Array.from(
      { length: 1000 },
      (_, at) => `${String(at)} ERROR node ${String(at)} disconnected\n`,
    ).join('')
    const found = await errorsBehind(repeated + ERROR + repeated, 0, createPace())
    expect(found.split('\n')).toEqual([...ERROR.trimEnd().split('\n'), '999 ERROR node 999 disconnected'])
  })

  it('reads no settings from it', async () => {
    const { connections } = await check(`${noise(2 * MAX_TEXT)}error sslmode=require host=h.a.example.com\n`)
    expect(connections).toEqual([])
  })
})
