/** Layouts that people hold, around any bytes: base64 may look like what is taken off, such as a comment or a joiner. */
import { describe, expect, it } from 'vitest'

import { scanArmour, toPem } from './armour.ts'
import { bareBodies } from './bare-base64.ts'

/** The same numbers on every run. */
const random = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What begins as DER does, of 300 to 1200 bytes. */
const samples = Array.from({ length: 150 }, (_, index) => {
  const next = random(index + 1)
  const length = 300 + Math.floor(next() * 900)
  const bytes = Uint8Array.from({ length: length + 4 }, () => Math.floor(next() * 256))
  bytes.set([0x30, 0x82, length >> 8, length & 255])
  return bytes
})

const perLine = (write: (line: string, index: number) => string) => (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line, index) => write(line, index))
    .join('\n')

const AROUND: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['JSON', (text) => JSON.stringify({ a: text })],
  ['JSON of PHP', (text) => JSON.stringify({ a: text }).replaceAll('/', String.raw`\/`)],
  ['JSON in JSON', (text) => JSON.stringify(JSON.stringify({ a: text }))],
  ['YAML', perLine((line) => `    ${line}`)],
  ['a comment of a shell', perLine((line) => `# ${line}`)],
  ['a comment of C', perLine((line) => `// ${line}`)],
  ['a quoted mail', perLine((line) => `> ${line}`)],
  ['a patch', perLine((line) => `+${line}`)],
  ['a listing', perLine((line, index) => `${String(index + 1)}: ${line}`)],
  ['strings of C', perLine((line) => String.raw`"${line}\n"`)],
  ['strings of JavaScript', perLine((line) => String.raw`'${line}\n' +`)],
  ['strings of Java', perLine((line, index) => String.raw`${index === 0 ? '' : '  + '}"${line}\n"`)],
  ['strings of PHP', perLine((line) => String.raw`"${line}\n" .`)],
  ['a list of strings', perLine((line) => `  "${line}",`)],
  [
    'strings joined on one line',
    (text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => `"${line}"`)
        .join(' + '),
  ],
  ['properties', (text) => text.trimEnd().replaceAll('\n', ' \\\n')],
  ['one line', (text) => text.replaceAll('\n', ' ')],
  ['HTML', (text) => text.replaceAll('\n', '<br>')],
]

const same = (found: Uint8Array | undefined, bytes: Uint8Array) =>
  found !== undefined && Buffer.compare(found, bytes) === 0

describe('PEM of any bytes', () => {
  it.each(AROUND)('is read byte for byte: %s', (_, write) => {
    const lost = samples.filter((bytes) => {
      const blocks = [...scanArmour(write(toPem('CERTIFICATE', bytes)))]
      return blocks.length !== 1 || !same(blocks[0]?.der, bytes)
    })
    expect(lost).toHaveLength(0)
  })
})

describe('base64 of a PEM of any bytes', () => {
  const base64 = (bytes: Uint8Array) => Buffer.from(toPem('CERTIFICATE', bytes)).toString('base64')
  it.each([
    ['in a value', (text: string) => `a: ${text}\nb: 1`],
    ['in lines of 76', (text: string) => `${text.replaceAll(/.{76}/g, '$&\n')}\n`],
    ['in lines of 64', (text: string) => `${text.replaceAll(/.{64}/g, '$&\n')}\n`],
  ])('is read to its end: %s', (_, write) => {
    const lost = samples.filter((bytes) => {
      const pem = Buffer.from(toPem('CERTIFICATE', bytes))
      return ![...bareBodies(write(base64(bytes)))].some((body) => same(body.bytes, pem))
    })
    expect(lost).toHaveLength(0)
  })
})
