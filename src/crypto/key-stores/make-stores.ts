/** The stores that a Java client takes, under the names that configurations use. */
import { readPrivateKey } from '../files.ts'
import { isSignedBy } from '../issuer.ts'
import { toPkcs8 } from '../key-pair.ts'
import type { Certificate } from '../x509.ts'
import { makeJksKeyStore, makeJksTrustStore } from './jks.ts'
import { makeKeyStore, makeTrustStore, type AliasedCertificate } from './pkcs12.ts'

export const STORE_NAMES = {
  keyStore: 'client.keystore.p12',
  trustStore: 'client.truststore.p12',
  jksKeyStore: 'client.keystore.jks',
  jksTrustStore: 'client.truststore.jks',
} as const

export type StoreKind = keyof typeof STORE_NAMES

export interface StoreContents {
  readonly authorities: readonly Certificate[]
  /** Whose key it is; needed for a key store only. */
  readonly client?:
    { readonly username: string; readonly certificate: Certificate; readonly keyPem: string } | undefined
}

/** Every certificate of a CA under a name of its own: a store keeps one certificate per name. */
export const aliased = (authorities: readonly Certificate[]): AliasedCertificate[] =>
  authorities.map(({ der }, index) => ({ alias: `aiven-ca-${String(index + 1)}`, der }))

/** The CA that signed it: a chain holds one, even if more are trusted. */
const signerOf = async (
  certificate: Certificate,
  authorities: readonly Certificate[],
): Promise<readonly Certificate[]> => {
  for (const authority of authorities) if (await isSignedBy(certificate, authority)) return [authority]
  return []
}

/**
 * One store, as bytes.
 * @throws {UnusableFileError} without WebCrypto
 */
export const makeStore = async (
  kind: StoreKind,
  { authorities, client }: StoreContents,
  password: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const trusted = aliased(authorities)
  if (kind === 'trustStore') return makeTrustStore(trusted, password)
  if (kind === 'jksTrustStore') return makeJksTrustStore(trusted, password, new Date())
  if (!client) throw new Error('A key store needs a key.')
  const { label, der } = readPrivateKey(client.keyPem)
  const { username: alias, certificate } = client
  const pkcs8 = toPkcs8(label, der)
  if (kind === 'keyStore') return makeKeyStore({ alias, pkcs8, certificate: certificate.der, chain: trusted }, password)
  const chain = [certificate, ...(await signerOf(certificate, authorities))].map((one) => one.der)
  return makeJksKeyStore({ alias, pkcs8, chain }, password, new Date())
}
