/** Names DER that no client needs, such as certificate requests. Nothing is wrong with it, so nothing has to be downloaded again. */
import { children, readDer, readOid } from '../../crypto/der.ts'
import type { DerLabel } from '../../crypto/der-label.ts'
import { lookup } from '../../lib/lookup.ts'
import { attempt } from './read-pkcs7.ts'
import type { Answer } from '../words.ts'

const PUBLIC_KEY = 'A public key: neither a certificate nor a private key. No Aiven service asks for it.'
const DH = 'Diffie-Hellman parameters, which some servers use. No Aiven service asks for them.'

const OTHERS: Readonly<Record<DerLabel, Answer>> = {
  'CERTIFICATE REQUEST': {
    tone: 'info',
    words: ['A certificate request (CSR), not a certificate: a CA has to sign it first.'],
  },
  'X509 CRL': {
    tone: 'info',
    words: ['A list of revoked certificates (CRL), not a certificate. No Aiven service asks for it.'],
  },
  'PUBLIC KEY': { tone: 'info', words: [PUBLIC_KEY] },
  'RSA PUBLIC KEY': { tone: 'info', words: [PUBLIC_KEY] },
  'DH PARAMETERS': { tone: 'info', words: [DH] },
  'X9.42 DH PARAMETERS': { tone: 'info', words: [DH] },
  'DSA PARAMETERS': {
    tone: 'info',
    words: ['DSA parameters, from which keys are made. No Aiven service asks for them.'],
  },
  'EC PARAMETERS': { tone: 'info', words: ['EC parameters, which name a curve. Clients skip them.'] },
  PKCS12: {
    tone: 'bad',
    words: [
      'A PKCS#12 store between the first and last line of PEM, where clients don’t look for one. Paste what’s between these lines to open it.',
    ],
  },
}

/** @param label of PEM, or what the bytes call for; undefined where this says nothing about it */
export const otherAnswer = (label: string | undefined): Answer | undefined => {
  if (label === undefined) return undefined
  const known = lookup<Answer>(OTHERS, label)
  return known ?? (label.endsWith('CERTIFICATE REQUEST') ? OTHERS['CERTIFICATE REQUEST'] : undefined)
}

/** Kinds of CMS messages (RFC 5652) that hold no certificates to read. */
const MESSAGES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.7.1': 'A CMS message with data, without certificates.',
  '1.2.840.113549.1.7.2': 'A signed message (PKCS#7) without certificates in it.',
  '1.2.840.113549.1.7.3':
    'An encrypted message (CMS), not a certificate. Its recipient’s private key opens it: openssl cms -decrypt.',
  '1.2.840.113549.1.7.6': 'An encrypted message (CMS), not a certificate.',
}

/** What a PKCS#7 or CMS message is from which no certificate could be read; undefined for other bytes. */
export const messageAnswer = (der: Uint8Array): Answer | undefined => {
  const type = attempt(() => readOid(children(readDer(der))[0]))
  const words = type === undefined ? undefined : lookup(MESSAGES, type)
  return words === undefined ? undefined : { tone: 'attention', words: [words] }
}
