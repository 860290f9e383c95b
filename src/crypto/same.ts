/** Compares bytes and names of certificates. */
import type { Certificate } from './x509.ts'

/** Whether two names are the same, attribute by attribute. */
export const sameName = (a: Certificate['subject'], b: Certificate['subject']): boolean =>
  a.length === b.length && a.every(({ type, value }, index) => type === b[index]?.type && value === b[index].value)

/** Subject and issuer are the same: a root, or something that looks like one. */
export const isSelfIssued = ({ subject, issuer }: Certificate): boolean => sameName(subject, issuer)

/** Whether two stretches of bytes are the same. Not for secrets: it stops at the first difference. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  // A loop: thousands of certificates are compared, and a call for each byte takes ten times as long.
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
