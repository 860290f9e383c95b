/** Every form read back by a real reader of its target: what comes out is the certificate, byte for byte. */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { parse as parseHcl } from '@cdktf/hcl2json'
import { parse as parseEnv } from 'dotenv'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'

import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { makeAuthority, type TestPair } from '../../crypto/key-stores/testing/test-pki.ts'
import type { FormFile, FormSource } from './form.ts'
import { FORMS } from './forms.ts'

const folder = mkdtempSync(join(tmpdir(), 'forms-'))
const bundle = corpusPem('bundle')
const owner = { service: 'events', username: 'avnadmin' }

let pair: TestPair
const SOURCES: Record<string, () => FormSource> = {
  'a CA': () => ({ kind: 'ca', pem: corpusPem('ec-p256'), project: 'demo-shop' }),
  'a bundle': () => ({ kind: 'ca', pem: bundle, project: 'demo-rotation' }),
  'a CA without a last line break': () => ({ kind: 'ca', pem: corpusPem('ec-p256').trimEnd(), project: 'p' }),
  'an access certificate': () => ({ kind: 'certificate', pem: pair.certificatePem, project: 'demo-shop', owner }),
  'an access key': () => ({ kind: 'key', pem: pair.keyPem, project: 'demo-shop', owner }),
}
const cases = Object.keys(SOURCES)

beforeAll(async () => {
  pair = await (await makeAuthority('forms', 'ec')).sign('avnadmin')
})

const sourceOf = (name: string): FormSource => SOURCES[name]?.() ?? { kind: 'ca', pem: '', project: '' }

const filesOf = (id: string, source: FormSource): readonly FormFile[] =>
  FORMS.find((form) => form.id === id)?.files(source) ?? []

const textOf = (id: string, source: FormSource, index = 0): string => String(filesOf(id, source)[index]?.content)

/** What a shell script prints, byte for byte. */
const sh = (script: string, args: readonly string[] = [], env: Record<string, string> = {}): string =>
  execFileSync('sh', ['-c', script, 'sh', ...args], { encoding: 'utf8', cwd: folder, env: { ...process.env, ...env } })

const written = (id: string, source: FormSource): string => {
  const file = join(folder, 'form')
  writeFileSync(file, textOf(id, source))
  return file
}

describe('what a reader of the target gets', () => {
  it.each(cases)('PEM: %s', (name) => {
    const source = sourceOf(name)
    expect(textOf('pem', source)).toBe(source.pem)
  })

  it.each(cases.filter((name) => name !== 'an access key'))('DER, by Node: %s', (name) => {
    const source = sourceOf(name)
    const expected = source.pem.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g) ?? []
    const read = filesOf('der', source).map(({ content }) => new X509Certificate(content).fingerprint256)
    expect(read).toEqual(expected.map((pem) => new X509Certificate(pem).fingerprint256))
  })

  it('DER, by openssl', () => {
    const source = sourceOf('a CA')
    const der = join(folder, 'ca.der')
    writeFileSync(der, filesOf('der', source)[0]?.content ?? '')
    expect(sh('openssl x509 -inform der -in "$1"', [der])).toBe(source.pem)
  })

  it('DER of a key, in both of its PEM forms', async () => {
    const rsa = await (await makeAuthority('rsa')).sign('avnadmin')
    for (const pem of [rsa.keyPem, rsa.pkcs1Pem()]) {
      const [file] = filesOf('der', { ...sourceOf('an access key'), pem })
      const key = createPrivateKey({ key: Buffer.from(file?.content ?? ''), format: 'der', type: 'pkcs8' })
      expect(key.export({ type: 'pkcs8', format: 'pem' })).toBe(rsa.keyPem)
    }
  })

  it.each(cases)('Base64, by base64 -d: %s', (name) => {
    const source = sourceOf(name)
    expect(textOf('base64', source)).not.toContain('\n')
    expect(sh('base64 -d < "$1"', [written('base64', source)])).toBe(source.pem)
  })

  it.each(cases)('one line, by JSON and by printf: %s', (name) => {
    const source = sourceOf(name)
    const line = textOf('one-line', source)
    expect(line).not.toContain('\n')
    expect(JSON.parse(`"${line}"`)).toBe(source.pem)
    expect(sh('printf %b "$1"', [line])).toBe(source.pem)
  })

  it.each(cases)('.env, by dotenv and by sh: %s', (name) => {
    const source = sourceOf(name)
    const variable = { ca: 'CA_CERT', certificate: 'ACCESS_CERT', key: 'ACCESS_KEY' }[source.kind]
    expect(parseEnv(textOf('env', source))).toEqual({ [variable]: source.pem })
    expect(sh(`. "$1" && printf %s "$${variable}"`, [written('env', source)])).toBe(source.pem)
  })

  it.each(cases)('Kubernetes, by a reader of YAML: %s', (name) => {
    const source = sourceOf(name)
    const { data, kind, metadata } = parseYaml(textOf('kubernetes', source))
    const [[file, value]] = Object.entries(data) as [[string, string]]
    expect([kind, file]).toEqual([
      'Secret',
      { ca: 'ca.pem', certificate: 'service.cert', key: 'service.key' }[source.kind],
    ])
    expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
    expect(Buffer.from(value, 'base64').toString()).toBe(source.pem)
  })

  it.each(['a CA', 'a bundle', 'an access certificate'])('Terraform, by a reader of HCL: %s', async (name) => {
    const source = sourceOf(name)
    const { variable } = await parseHcl('x.tf', textOf('terraform', source))
    const [[block]] = Object.values(variable as Record<string, [{ default: string }]>) as [[{ default: string }]]
    expect(block.default).toBe(source.pem)
  })

  it('Terraform without a last line break: the same certificate', async () => {
    const source = sourceOf('a CA without a last line break')
    const { variable } = await parseHcl('x.tf', textOf('terraform', source))
    expect(variable.p_ca[0].default).toBe(`${source.pem}\n`)
  })

  it.each(cases)('GitHub Actions, by a workflow step that runs: %s', (name) => {
    const source = sourceOf(name)
    const [command, step] = filesOf('github-actions', source)
    writeFileSync(join(folder, textOf('pem', source) && String(filesOf('pem', source)[0]?.name)), source.pem)
    // gh as it is in this: it reads the secret from standard input, and drops the line break at its end.
    writeFileSync(join(folder, 'gh'), '#!/bin/sh\nprintf %s "$(cat)" > secret.$3\n', { mode: 0o755 })
    sh(String(command?.content), [], { PATH: `${folder}:${String(process.env['PATH'])}` })
    const [{ env, run }] = parseYaml(String(step?.content)) as [{ env: Record<string, string>; run: string }]
    const [[variable, expression]] = Object.entries(env) as [[string, string]]
    expect(expression).toBe(`\${{ secrets.${variable} }}`)
    sh(run, [], { [variable]: readFileSync(join(folder, `secret.${variable}`), 'utf8') })
    const target = { ca: 'ca.pem', certificate: 'service.cert', key: 'service.key' }[source.kind]
    expect(readFileSync(join(folder, target), 'utf8')).toBe(`${source.pem.trimEnd()}\n`)
  })

  it('lines of Windows stay where the file is kept, and go where a text is', () => {
    const source: FormSource = { kind: 'ca', pem: corpusPem('crlf'), project: 'p' }
    expect(source.pem).toContain('\r\n')
    expect(textOf('pem', source)).toBe(source.pem)
    expect(sh('base64 -d < "$1"', [written('base64', source)])).toBe(source.pem)
    const { CA_CERT = '' } = parseEnv(textOf('env', source))
    expect(new X509Certificate(CA_CERT).raw.equals(new X509Certificate(source.pem).raw)).toBe(true)
  })
})

describe('secrets and names', () => {
  it('only forms with the key in them are secret, and every one of those is', () => {
    const source = sourceOf('an access key')
    const middle = source.pem.split('\n')[1] ?? ''
    for (const { files } of FORMS)
      for (const { content, secret } of files(source)) {
        const holds =
          typeof content !== 'string' ||
          content.includes(middle) ||
          content.includes(Buffer.from(middle.slice(0, 48)).toString('base64').slice(4, 40))
        expect(secret || !holds).toBe(true)
      }
    expect(textOf('terraform', source)).not.toContain('BEGIN')
  })

  it('names of projects, services and users can do nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, other) => {
        const project = `${text}\${path.root}"\n%{if`
        const sources: FormSource[] = [
          { kind: 'ca', pem: bundle, project },
          { kind: 'certificate', pem: pair.certificatePem, project, owner: { service: other, username: text } },
        ]
        for (const source of sources) {
          for (const { files } of FORMS)
            for (const { name } of files(source)) expect(name).toMatch(/^(?![.-])[A-Za-z0-9._-]+$/)
          expect(parseYaml(textOf('kubernetes', source)).metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
          const { data, output } = await parseHcl('x.tf', textOf('terraform', source, 1))
          const [type] = Object.keys(data)
          const [block] = Object.values(data[type ?? '']) as [[Record<string, string>]]
          // The reader composes characters (NFC), and hands templates back as they stand: an escaped $${ is no template.
          expect(block[0]?.['project']?.replace(/([$%])\1\{/g, '$1{')).toBe(project.normalize('NFC'))
          expect(Object.keys(output)).toHaveLength(1)
        }
      }),
      { numRuns: 30 },
    )
  })
})
