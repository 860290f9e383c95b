/** The file that is offered for a damaged one. */
import { readPem } from '../../crypto/pem.ts'
import { sameBytes } from '../../crypto/same.ts'
import { toPem } from './armour.ts'
import { kindOfLabel } from './damage-words.ts'
import type { Gathered } from './read-block.ts'
import type { HeldCertificate, RepairedFile } from './reading.ts'

/** Extensions under which the repaired file keeps its own name. */
const PEM_NAMES = /\.(pem|crt|cer|cert|key|ca-bundle)$/i

/** What to call a file of certificates: a client presents the first one of its own file. */
export const certificatesName = (held: readonly HeldCertificate[]): string => {
  if (held.every(({ certificate }) => certificate.isCa)) return 'ca.pem'
  return held[0]?.certificate.isCa === true ? 'bundle.pem' : 'service.cert'
}

/** A private key that was read, or that a password opens. */
const isKey = (label: string): boolean => kindOfLabel(label) === 'private key' && label !== 'OPENSSH PRIVATE KEY'

/** What clients are given: no request, public key or list of what was revoked, whatever stands beside it. */
export const isOffered = (label: string): boolean => label === 'CERTIFICATE' || isKey(label)

const repairedName = (name: string, found: Gathered): string => {
  if (PEM_NAMES.test(name)) return name.replace(/[^A-Za-z0-9._-]+/g, '_')
  if (found.certificates.length === 0) return 'service.key'
  if (found.good.some(({ label }) => isKey(label))) return 'bundle.pem'
  return certificatesName(found.certificates)
}

/** Only certificates and keys, and only what reads back, strictly, as the very same bytes. */
export const repair = (name: string, found: Gathered): RepairedFile | undefined => {
  if (!found.good.every(({ label }) => isOffered(label))) return undefined
  const text = found.good.map(({ label, der }) => toPem(label, der)).join('')
  const back = readPem(text)
  const same = back.every(({ label, der }, index) => {
    const good = found.good[index]
    return good?.label === label && sameBytes(good.der, der)
  })
  return same ? { name: repairedName(name, found), text } : undefined
}
