/** Bundles of a service whose certificates are made for the test. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { readCertificates } from '../../../crypto/files.ts'
import { makeAuthority } from '../../../crypto/key-stores/testing/test-pki.ts'
import { fingerprint } from '../../../crypto/x509.ts'
import type { ConnectionFacts, Guide } from '../../guide.ts'
import { GUIDES } from '../../guides.ts'
import { bundleFiles, type BundleMaterial } from '../bundle.ts'

/** Two authorities of one name: the project's, and an impostor's. */
export const [own, rogue] = await Promise.all([makeAuthority('project CA', 'ec'), makeAuthority('project CA', 'ec')])
const client = await own.sign('avnadmin', { kind: 'ec' })

export const connectionFacts = (facts: Partial<ConnectionFacts> = {}): ConnectionFacts => ({
  project: 'demo-shop',
  service: 'events',
  protocol: 'kafka',
  component: 'kafka',
  host: 'localhost',
  port: 1,
  user: 'avnadmin',
  authentication: 'certificate',
  trust: 'project-ca',
  directory: '/somewhere/else',
  password: 'the-secret-of-the-login',
  ...facts,
})

const named = async (pem: string) =>
  Promise.all(
    readCertificates(pem).map(async (certificate) => ({ certificate, sha256: await fingerprint(certificate) })),
  )

export const materialOf = async (caPem: string): Promise<BundleMaterial> => {
  const [certificate] = await named(client.certificatePem)
  if (!certificate) throw new Error('no certificate')
  return { caPem, authorities: await named(caPem), client: { ...certificate, username: 'avnadmin', ...client } }
}

const guideOf = (id: string): Guide => {
  const guide = GUIDES.find((each) => each.id === id)
  if (!guide) throw new Error(`no guide ${id}`)
  return guide
}

export const STORE_PASSWORD = 'password-of-the-stores'

export const bundle = async (
  id: string,
  facts: ConnectionFacts,
  caPem = own.pem,
  system: 'linux' | 'windows' = 'linux',
) =>
  bundleFiles({
    facts,
    guide: guideOf(id),
    system,
    material: await materialOf(caPem),
    storePassword: STORE_PASSWORD,
    now: new Date('2026-11-23T12:00:00Z'),
  })

const MODES = { file: 0o644, secret: 0o600, program: 0o755 } as const

/** Unpacks a bundle, as unzip does. */
export const unpack = async (...args: Parameters<typeof bundle>) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  for (const { name, content, kind } of await bundle(...args)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
    chmodSync(join(folder, name), MODES[kind])
  }
  return folder
}
