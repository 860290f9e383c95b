/** Everything that one client needs for one service, as the files of one folder. */
import { FILE_NAMES } from '../../crypto/files.ts'
import { makeStore, STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { toHex } from '../../crypto/der.ts'
import { requireWebCrypto } from '../../crypto/web-crypto.ts'
import type { Certificate } from '../../crypto/x509.ts'
import {
  renderGuide,
  type ConnectionFacts,
  type FileRole,
  type Guide,
  type NeededFile,
  type Rendered,
  type System,
} from '../guide.ts'
import { readme, type NamedCertificate } from './readme.ts'
import { runScript } from './run-script.ts'
import { verifyPs1, verifySh } from './verify-scripts.ts'

export interface BundleFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** `secret`: readable by its owner only. `program`: executable. */
  readonly kind: 'file' | 'secret' | 'program'
}

interface Fingerprinted {
  readonly certificate: Certificate
  readonly sha256: string | undefined
}

/** A file with its purpose. */
type Described = BundleFile & { readonly what: string }

const CA_NAME = FILE_NAMES.ca

/** Where a bundle's files come from: fetched and checked by the caller. */
export interface BundleMaterial {
  readonly caPem: string
  readonly authorities: readonly Fingerprinted[]
  /** Only for clients that log in with a certificate. */
  readonly client?:
    | (Fingerprinted & { readonly username: string; readonly certificatePem: string; readonly keyPem: string })
    | undefined
}

export interface BundleOptions {
  readonly facts: ConnectionFacts
  readonly guide: Guide
  readonly system: System
  readonly material: BundleMaterial
  /** For key stores; a new one for every bundle. */
  readonly storePassword: string
  readonly now: Date
}

const STORES: Readonly<Record<string, StoreKind>> = Object.fromEntries(
  Object.entries(STORE_NAMES).map(([kind, name]) => [name, kind as StoreKind]),
)

const WHAT: Record<FileRole, string> = {
  ca: "the project's CA: whom to trust",
  certificate: 'the client certificate',
  key: 'its private key: keep it secret, like a password',
  keystore: 'certificate and private key for Java: keep it secret, like a password',
  truststore: "the project's CA for Java",
}

const needed = async ({ role, name }: NeededFile, { material, storePassword }: BundleOptions): Promise<BundleFile> => {
  const { caPem, authorities, client } = material
  if (role === 'ca') return { name, content: caPem, kind: 'file' }
  if (role === 'certificate') return { name, content: client?.certificatePem ?? '', kind: 'file' }
  if (role === 'key') return { name, content: client?.keyPem ?? '', kind: 'secret' }
  const contents = { authorities: authorities.map(({ certificate }) => certificate), client }
  const store = await makeStore(STORES[name] ?? 'trustStore', contents, storePassword)
  return { name, content: store, kind: role === 'keystore' ? 'secret' : 'file' }
}

const certificatesOf = (needs: readonly NeededFile[], { authorities, client }: BundleMaterial): NamedCertificate[] => {
  const fileOf = (...roles: readonly FileRole[]) => needs.find(({ role }) => roles.includes(role))?.name
  const ca = fileOf('ca', 'truststore')
  const own = fileOf('certificate', 'keystore')
  return [
    ...(ca === undefined ? [] : authorities.map((authority) => ({ file: ca, ...authority }))),
    ...(own === undefined || !client ? [] : [{ file: own, certificate: client.certificate, sha256: client.sha256 }]),
  ]
}

const sums = async (files: readonly BundleFile[]): Promise<string> => {
  const subtle = requireWebCrypto('create a bundle')
  const lines = await Promise.all(
    files.map(async ({ name, content }) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      return `${toHex(new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource)))}  ${name}\n`
    }),
  )
  return lines.join('')
}

/** Scripts that come with every bundle, and the client's own where there is one. */
const programsOf = (facts: ConnectionFacts, rendered: Rendered, system: System): Described[] => {
  const script = runScript(rendered, system)
  return [
    ...(script ? [{ name: script.name, content: script.text, kind: 'program' as const, what: 'runs the client' }] : []),
    { name: 'verify.sh', content: verifySh(facts, CA_NAME), kind: 'program', what: 'checks the server, with sh' },
    { name: 'verify.ps1', content: verifyPs1(facts, CA_NAME), kind: 'program', what: 'the same with PowerShell' },
  ]
}

/** The guide's own files. What holds the stores' password is as secret as they are. */
const configurationOf = ({ files }: Rendered, storePassword: string): Described[] =>
  files.map(({ name, text, secret = false }) => ({
    name,
    content: text,
    kind: secret || text.includes(storePassword) ? 'secret' : 'file',
    what: 'for the client',
  }))

/**
 * The files of one folder, under the names that the configuration uses. The login's password is never in it; that of
 * key stores is, because nobody else has it.
 * @throws {UnwritableError} when a name can't be written in this client's language
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const bundleFiles = async (options: BundleOptions): Promise<readonly BundleFile[]> => {
  const { guide, system, material, storePassword, now } = options
  const facts = { ...options.facts, directory: '', password: undefined, storePassword }
  const rendered = renderGuide(await guide.load(), facts, system)
  const { needs } = rendered
  const own = await Promise.all(
    needs.map(async (need): Promise<Described> => ({ ...(await needed(need, options)), what: WHAT[need.role] })),
  )
  // openssl can't read Java's trust stores.
  const lacksCa = facts.trust === 'project-ca' && !needs.some(({ role }) => role === 'ca')
  const packed = [
    ...own,
    ...(lacksCa ? [{ name: CA_NAME, content: material.caPem, kind: 'file' as const, what: WHAT.ca }] : []),
    ...configurationOf(rendered, storePassword),
    ...programsOf(facts, rendered, system),
  ]
  const text = readme({
    client: guide.name,
    facts,
    rendered,
    files: packed,
    certificates: certificatesOf(needs, material),
    hasStorePassword: rendered.files.some((file) => file.text.includes(storePassword)),
    now,
  })
  const described: BundleFile[] = [
    ...packed.map(({ name, content, kind }) => ({ name, content, kind })),
    { name: 'README.txt', content: text, kind: 'file' },
    // A folder with a key must not be committed.
    { name: '.gitignore', content: '*\n', kind: 'file' },
  ]
  return [...described, { name: 'SHA256SUMS', content: await sums(described), kind: 'file' }]
}
