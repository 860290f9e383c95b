import { fingerprint, type Certificate } from './x509.ts'

/** A certificate with its SHA-256; undefined on a page without WebCrypto (neither https nor localhost). */
export interface FingerprintedCertificate {
  readonly certificate: Certificate
  readonly sha256: string | undefined
}

/** Certificates with their SHA-256, in the same order. */
export const withFingerprints = (certificates: readonly Certificate[]): Promise<FingerprintedCertificate[]> =>
  Promise.all(certificates.map(async (certificate) => ({ certificate, sha256: await fingerprint(certificate) })))
