/** Finds out whose a certificate is, by its key and its signature. A name alone proves nothing, and the answer says so. */
import { isSignedBy } from '../crypto/issuer.ts'
import { isSelfIssued, sameBytes, sameName } from '../crypto/same.ts'
import { altNames, extendedKeyUsage } from '../crypto/x509-extensions.ts'
import type { Certificate } from '../crypto/x509.ts'

/** A project's CA as the API sent it: one certificate, two while a rotation is under way. */
export interface ProjectCa {
  readonly project: string
  readonly certificates: readonly Certificate[]
}

/** The CAs that certificates are compared with. */
export interface KnownCas {
  readonly cas: readonly ProjectCa[]
  /** Every project that the user can see has been asked. */
  readonly complete: boolean
  /** Projects whose CA could not be read. */
  readonly unread: readonly string[]
}

export type Role = 'ca' | 'server' | 'client' | 'unknown'

/** What a certificate is for, by what it says itself. */
export const roleOf = (certificate: Certificate): Role => {
  if (certificate.isCa) return 'ca'
  const usages = extendedKeyUsage(certificate)
  const names = altNames(certificate)
  if (usages?.includes('serverAuth') || (names && names.dns.length + names.ip.length > 0)) return 'server'
  const named = certificate.subject.some(({ type }) => type === 'CN')
  return usages?.includes('clientAuth') || (named && !isSelfIssued(certificate)) ? 'client' : 'unknown'
}

/**
 * - `is-ca`: byte for byte one of the CA's certificates.
 * - `same-key`: another certificate of the CA's key.
 * - `signed`: the CA's key made its signature.
 * - `name-only`: it names the CA as its issuer (or itself), and the CA's key did not sign it.
 */
export interface Owner {
  readonly relation: 'is-ca' | 'same-key' | 'signed' | 'name-only'
  readonly ca: ProjectCa
  /** Which of the CA's certificates. */
  readonly certificate: Certificate
}

const pairs = (cas: readonly ProjectCa[]) =>
  cas.flatMap((ca) => ca.certificates.map((certificate) => ({ ca, certificate })))

/** Signatures cost something, and there may be hundreds of CAs: those that the certificate names come first. */
const signer = async (certificate: Certificate, cas: readonly ProjectCa[]) => {
  const all = pairs(cas)
  const named = all.filter((candidate) => sameName(candidate.certificate.subject, certificate.issuer))
  for (const candidate of named) {
    if (await isSignedBy(certificate, candidate.certificate)) return { relation: 'signed' as const, ...candidate }
  }
  return named[0] && { relation: 'name-only' as const, ...named[0] }
}

/** The project that a certificate belongs to, or undefined: none of these. */
export const ownerOf = async (certificate: Certificate, cas: readonly ProjectCa[]): Promise<Owner | undefined> => {
  const all = pairs(cas)
  const same = all.find((candidate) => sameBytes(candidate.certificate.der, certificate.der))
  if (same) return { relation: 'is-ca', ...same }
  if (certificate.isCa) {
    const key = all.find((candidate) => sameBytes(candidate.certificate.spki, certificate.spki))
    if (key) return { relation: 'same-key', ...key }
  }
  return signer(certificate, cas)
}
