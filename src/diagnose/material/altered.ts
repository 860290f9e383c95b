/** Finds changed bytes that DER alone doesn't show: self-signed certificates whose signature fails, RSA keys whose numbers don't fit. */
import { isSignedBy } from '../../crypto/issuer.ts'
import { rsaNumbersFit } from '../../crypto/rsa-numbers.ts'
import { isSelfIssued, sameBytes } from '../../crypto/same.ts'
import type { Certificate } from '../../crypto/x509.ts'
import type { PauseIfDue } from '../../lib/pause.ts'
import { WHOLE } from './read-armour.ts'
import type { HeldKey, Reading } from './reading.ts'
import type { Answer } from '../words.ts'

/** Also of a CA that signed its new key with its old one, which is rare. */
const CERTIFICATE: Answer = {
  tone: 'bad',
  words: [
    'It’s signed in its own name, but the signature doesn’t match: something in it was changed or misread, or another key signed it. Download it again.',
  ],
}
const KEY: Answer = {
  tone: 'bad',
  words: ['The private key is damaged: its numbers don’t belong together. Download it again, with its certificate.'],
}

/** Each once, however often it is in a file: to check a signature takes longer than to read a certificate. */
const distinct = (certificates: readonly Certificate[]): Certificate[] => {
  const bySerial = new Map<string, Certificate[]>()
  for (const certificate of certificates) {
    const alike = bySerial.get(certificate.serial)
    if (!alike) bySerial.set(certificate.serial, [certificate])
    else if (!alike.some(({ der }) => sameBytes(der, certificate.der))) alike.push(certificate)
  }
  return [...bySerial.values()].flat()
}

const anyAltered = async (certificates: readonly Certificate[], pauseIfDue: PauseIfDue): Promise<boolean> => {
  for (const certificate of distinct(certificates.filter(isSelfIssued))) {
    await pauseIfDue()
    if ((await isSignedBy(certificate, certificate)) === false) return true
  }
  return false
}

const isAltered = ({ key: { type, pkcs8 } }: HeldKey): boolean =>
  type === 'RSA' && pkcs8 !== undefined && rsaNumbersFit(pkcs8) === false

/** The reading; with something altered in it, it calls nothing whole and offers no file. */
export const checkAltered = async (reading: Reading, pauseIfDue: PauseIfDue): Promise<Reading> => {
  const certificates = reading.certificates.map(({ certificate }) => certificate)
  const altered = [
    ...((await anyAltered(certificates, pauseIfDue)) ? [CERTIFICATE] : []),
    ...(reading.keys.some(isAltered) ? [KEY] : []),
  ]
  if (altered.length === 0) return reading
  return {
    ...reading,
    repaired: undefined,
    answers: [...altered, ...reading.answers.filter((answer) => answer !== WHOLE)],
  }
}
