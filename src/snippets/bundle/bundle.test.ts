import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { run } from '../../crypto/key-stores/testing/programs.ts'
import type { ConnectionFacts, Guide } from '../guide.ts'
import { GUIDES } from '../guides.ts'
import { bundleFiles } from './bundle.ts'
import { bundle, connectionFacts, materialOf, own, rogue, STORE_PASSWORD, unpack } from './testing/unpack.ts'

const VARIANTS: Partial<ConnectionFacts>[] = [
  {},
  { authentication: 'sasl', mechanism: 'SCRAM-SHA-256' },
  { authentication: 'sasl', mechanism: 'SCRAM-SHA-512', trust: 'public-ca' },
  { protocol: 'postgresql', component: 'pg', authentication: 'password', database: 'defaultdb' },
  { protocol: 'mysql', component: 'mysql', authentication: 'password', database: 'defaultdb' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'schema_registry', authentication: 'password', trust: 'public-ca' },
]

describe('every bundle', () => {
  const all = VARIANTS.flatMap((variant) => {
    const facts = connectionFacts(variant)
    return GUIDES.filter((guide) => guide.applies(facts) && guide.language !== 'form').map(
      (guide) => [`${guide.id}, ${facts.protocol}, ${facts.authentication}, ${facts.trust}`, guide.id, facts] as const,
    )
  })

  it.each(all)("%s: whole, without the login's password, and right by its own digests", async (_, id, facts) => {
    const files = await bundle(id, facts)
    const names = files.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['verify.sh', 'verify.ps1', 'README.txt', '.gitignore', 'SHA256SUMS']))
    expect(new Set(names).size).toBe(names.length)
    if (facts.trust === 'project-ca') expect(files.find(({ name }) => name === 'ca.pem')?.content).toBe(own.pem)
    for (const { name, content, kind } of files) {
      const text = Buffer.from(content).toString('latin1')
      expect(text).not.toContain('the-secret-of-the-login')
      expect(text).not.toContain('/somewhere/else')
      if (/PRIVATE KEY-----/.test(text) || text.includes(STORE_PASSWORD)) expect([name, kind]).toEqual([name, 'secret'])
    }
    const folder = await unpack(id, facts)
    expect(
      await run('sh', ['-c', 'cd "$1" && sha256sum -c SHA256SUMS && sh -n verify.sh && sh -n run.sh', 'sh', folder]),
    ).not.toContain('FAILED')
  })

  it('names certificates, their ends and fingerprints, both of a rotation', async () => {
    const folder = await unpack('kcat', connectionFacts(), own.pem + rogue.pem)
    const text = readFileSync(join(folder, 'README.txt'), 'utf8')
    expect(text.match(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/g)).toHaveLength(3)
    expect(text.match(/valid from \d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d/g)).toHaveLength(3)
    expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe(own.pem + rogue.pem)
  })

  it('runs the client in its own folder, and asks for the variable that it needs', async () => {
    const guide: Guide = {
      id: 'cat',
      name: 'cat',
      language: 'sh',
      applies: () => true,
      load: () =>
        Promise.resolve({
          render: () => ({
            needs: [{ role: 'ca', name: 'ca.pem' }],
            install: { what: 'It is there.' },
            files: [],
            environment: [{ name: 'CAT_PASSWORD', what: 'password of avnadmin', value: undefined }],
            run: { language: 'sh', text: 'cat ca.pem && echo "$CAT_PASSWORD"' },
            notes: [],
          }),
        }),
    }
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
    const options = {
      facts: connectionFacts(),
      guide,
      material: await materialOf(own.pem),
      storePassword: STORE_PASSWORD,
      now: new Date(),
    }
    for (const { name, content } of await bundleFiles({ ...options, system: 'linux' }))
      writeFileSync(join(folder, name), content)
    await expect(run('sh', [join(folder, 'run.sh')])).rejects.toMatchObject({
      stderr: expect.stringContaining('README.txt'),
    })
    expect(await run('sh', [join(folder, 'run.sh')], { CAT_PASSWORD: 'x' })).toBe(`${own.pem}x\n`)
    const windows = await bundleFiles({ ...options, system: 'windows' })
    expect(String(windows.find(({ name }) => name === 'run.ps1')?.content)).toContain('if (-not $env:CAT_PASSWORD)')
  })

  it('holds stores that go with the configuration, whose password nobody else has', async () => {
    const files = await bundle('java-keystore', connectionFacts())
    const { content, kind } = files.find(({ name }) => name === 'client.properties') ?? {}
    expect([kind, String(content).match(/password-of-the-stores/g)?.length]).toEqual(['secret', 3])
    expect(files.find(({ name }) => name === 'client.keystore.p12')?.kind).toBe('secret')
    expect(String(files.find(({ name }) => name === 'README.txt')?.content)).toContain('client.keystore.p12')
  })

  it('names of projects and users can do nothing to the scripts and the words', async () => {
    const evil = `x'; touch hacked; echo "$(touch hacked)" \`touch hacked\`\n# heading`
    const folder = await unpack('kcat', connectionFacts({ project: evil, service: evil, user: evil }))
    await expect(
      run('sh', ['-c', 'cd "$1" && sh verify.sh; status=$?; ls; exit $status', 'sh', folder]),
    ).rejects.toMatchObject({
      code: 2,
      stdout: expect.not.stringContaining('hacked\n'),
    })
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).not.toMatch(/^# heading/m)
  })
})
