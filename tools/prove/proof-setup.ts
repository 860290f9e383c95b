/** What all runs of one proof share: CAs, server certificates, client files and real servers. */
import { spawnSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FileRole, Trust } from '../../src/snippets/guide.ts'
import { makeKeyStore, makeTrustStore } from '../../src/crypto/key-stores/pkcs12.ts'
import { downloadFiles } from './app-files.ts'
import type { SystemTrust } from './client-kinds.ts'
import { loginWith, type RunFacts } from './facts.ts'
import { findHost } from './host.ts'
import { newAuthority, newIdentities, projectAuthority, type Identities } from './identities.ts'
import type { Endpoint } from './endpoints.ts'
import { hasStandIn, realServers } from './servers/real-servers.ts'

const der = (pem: string): Uint8Array => new X509Certificate(pem).raw

export interface ProofSetup extends RunFacts {
  /** By the CA that signed them. */
  readonly identities: Readonly<Record<'project-ca' | 'public-ca', Identities>>
  readonly files: Readonly<Record<FileRole, string | Uint8Array>>
  /** PEM of a foreign CA, in a file that clients may find on the machine. */
  readonly strayCa: string
  readonly systemTrust: Readonly<Record<SystemTrust, Readonly<Record<string, string>>>>
  /** Port of an endpoint's real server, if this machine has one. */
  readonly real: (endpoint: Endpoint) => Promise<number | undefined>
  /** The impostor with the right certificate stands in for the real server. */
  readonly hasStandIn: (endpoint: Endpoint) => boolean
  readonly close: () => Promise<void>
}

type IdentitiesByCa = ProofSetup['identities']

/** Certificates for endpoints of a CA. */
export const identitiesOf = (identities: IdentitiesByCa, trust: Trust): Identities =>
  identities[trust === 'public-ca' ? 'public-ca' : 'project-ca']

/** The key stores, made from the downloaded files by the code that makes them in the page. */
const keyStores = async (
  { ca, certificate, key }: { ca: string; certificate: string; key: string },
  password: string,
) => {
  const chain = [{ alias: 'ca', der: der(ca) }]
  const pkcs8 = Buffer.from(key.replace(/-----[^-]+-----/g, ''), 'base64')
  return {
    keystore: await makeKeyStore({ alias: 'service', pkcs8, certificate: der(certificate), chain }, password),
    truststore: await makeTrustStore(chain, password),
  }
}

/** A trust store for the JVM; where there is no keytool there is no Java client either. */
const javaTrust = (folder: string, pem: string): Readonly<Record<string, string>> => {
  const store = join(folder, 'system.p12')
  const entry = ['-noprompt', '-alias', 'ca', '-file', pem]
  spawnSync('keytool', ['-importcert', '-keystore', store, '-storetype', 'PKCS12', '-storepass', 'system', ...entry])
  return { JDK_JAVA_OPTIONS: `-Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=system` }
}

interface ProofSetupOptions {
  /** The demo's build already exists. */
  readonly isBuilt: boolean
  /** A stand-in will do for OpenSearch, which takes long to start. */
  readonly standIn: boolean
}

export const makeProofSetup = async ({ isBuilt, standIn }: ProofSetupOptions): Promise<ProofSetup> => {
  const [host, downloaded, folder, publicCa, rogue, stray] = await Promise.all([
    findHost(),
    downloadFiles(isBuilt),
    mkdtemp(join(tmpdir(), 'anchor-proof-')),
    newAuthority('CN=Public CA of the proof'),
    newAuthority('CN=1c9f42d7-6a1e-4b7e-9f43-7f0d3f6f5e88 Project CA'),
    newAuthority('CN=Someone else'),
  ])
  const project = await projectAuthority(downloaded.ca)
  const storePassword = randomBytes(12).toString('hex')
  const identities = {
    'project-ca': await newIdentities(project, rogue, host),
    'public-ca': await newIdentities(publicCa, rogue, host),
  }
  const pem = join(folder, 'system.pem')
  await writeFile(pem, publicCa.pem)
  const login = loginWith(randomBytes(4).toString('hex'))
  const files = { ...downloaded, ...(await keyStores(downloaded, storePassword)) }
  const real = realServers({ host, ...login, identities, clientCa: downloaded.ca, standIn })
  return {
    host,
    login,
    identities,
    files,
    storePassword,
    strayCa: stray.pem,
    systemTrust: {
      openssl: { SSL_CERT_FILE: pem },
      certifi: { REQUESTS_CA_BUNDLE: pem },
      node: { NODE_EXTRA_CA_CERTS: pem },
      java: javaTrust(folder, pem),
    },
    real: real.port,
    hasStandIn: (endpoint) => hasStandIn(endpoint, standIn),
    close: async () => {
      await real.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
