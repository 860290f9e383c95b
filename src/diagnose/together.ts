/** Compares files and pastes with each other: which key belongs to which certificate, who signed whom. */
import { isPair } from '../crypto/key-pair.ts'
import { isSignedBy } from '../crypto/issuer.ts'
import { sameBytes, sameName } from '../crypto/same.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import type { Certificate } from '../crypto/x509.ts'
import { roleOf } from './identify.ts'
import type { HeldKey, Reading } from './material/reading.ts'
import { say, type Answer } from './words.ts'

interface Placed<T> {
  readonly where: string
  readonly what: T
}

/** Everybody with everybody gets out of hand: beyond this, files are taken a few at a time. */
const MAX_COMPARED = 50

const fits = async (certificate: Certificate, key: HeldKey['key']): Promise<boolean | string> => {
  if (!key.pkcs8) return key.type === 'EC' ? 'It doesn’t say which curve it uses.' : `It’s a key of type ${key.type}.`
  try {
    return await isPair(certificate, key.pkcs8)
  } catch (error) {
    if (error instanceof UnusableFileError) return error.message
    throw error
  }
}

const keyAnswer = async (key: Placed<HeldKey>, certificates: readonly Placed<Certificate>[]): Promise<Answer> => {
  let cannot: string | undefined
  const leaves = certificates.filter(({ what }) => roleOf(what) !== 'ca')
  for (const certificate of [...leaves, ...certificates.filter(({ what }) => roleOf(what) === 'ca')]) {
    const answer = await fits(certificate.what, key.what.key)
    if (answer === true) {
      const words = say`The private key in ${key.where} matches the certificate in ${certificate.where}.`
      return { tone: 'good', words }
    }
    if (typeof answer === 'string') cannot = answer
  }
  if (cannot !== undefined) {
    return {
      tone: 'attention',
      words: say`Couldn’t check whether the private key in ${key.where} matches a certificate here. ${cannot}`,
    }
  }
  return certificates.length === 0
    ? {
        tone: 'info',
        words: say`Add the certificate of the private key in ${key.where} to compare them.`,
      }
    : {
        tone: 'bad',
        words: say`The private key in ${key.where} doesn’t match any certificate here. Renewal replaces the key too: download both again.`,
      }
}

const signatureAnswer = async (leaf: Placed<Certificate>, cas: readonly Placed<Certificate>[]): Promise<Answer> => {
  for (const ca of cas) {
    if (await isSignedBy(leaf.what, ca.what)) {
      return { tone: 'good', words: say`The certificate in ${leaf.where} is signed by the CA in ${ca.where}.` }
    }
  }
  const named = cas.find(({ what }) => sameName(what.subject, leaf.what.issuer))
  if (named && (await isSignedBy(leaf.what, named.what)) === undefined) {
    const words = say`Can’t check whether the CA in ${named.where} signed the certificate in ${leaf.where}: this page can’t verify its algorithm (${leaf.what.signatureAlgorithm}).`
    return { tone: 'attention', words }
  }
  return { tone: 'bad', words: say`No CA here signed the certificate in ${leaf.where}.` }
}

const distinct = (certificates: readonly Placed<Certificate>[]) =>
  certificates.filter(
    ({ what }, index) => certificates.findIndex((other) => sameBytes(other.what.der, what.der)) === index,
  )

/** The answers that need more than one certificate or key. */
export const compare = async (readings: readonly Reading[]): Promise<Answer[]> => {
  const certificates = distinct(
    readings
      .flatMap((reading) => reading.certificates.map(({ certificate }) => ({ where: reading.name, what: certificate })))
      .slice(0, MAX_COMPARED),
  )
  const keys = readings
    .flatMap((reading) => reading.keys.map((key) => ({ where: reading.name, what: key })))
    .slice(0, MAX_COMPARED)
  const cas = certificates.filter(({ what }) => what.isCa)
  const leaves = certificates.filter(({ what }) => !what.isCa)
  return [
    ...(await Promise.all(keys.map((key) => keyAnswer(key, certificates)))),
    ...(cas.length === 0 ? [] : await Promise.all(leaves.map((leaf) => signatureAnswer(leaf, cas)))),
  ]
}

/** What a file's name, or the variable that it is assigned to, promises. */
const PROMISES: [RegExp, 'ca' | 'certificate' | 'key'][] = [
  [/(^|[^a-z])(ca|cacert|root|truststore|trust)([^a-z]|$)/i, 'ca'],
  [/(^|[^a-z])key([^a-z]|$)/i, 'key'],
  [/(^|[^a-z])(client|access|user|service)[^a-z]*(cert|crt|certificate)([^a-z]|$)|\.cert$/i, 'certificate'],
]

const promised = (name: string) => PROMISES.find(([pattern]) => pattern.test(name))?.[1]

/** A client certificate where a CA belongs, and the other way round: by what the file or variable is called. */
export const misplaced = ({ name, certificates, keys }: Reading): Answer[] => {
  const wrong: Answer[] = []
  for (const { certificate, label } of certificates) {
    const place = [label, name].find((text) => text !== undefined && promised(text) !== undefined)
    const promise = place === undefined ? undefined : promised(place)
    if (place === undefined || promise === undefined) continue
    const { isCa } = certificate
    if (promise === 'ca' && !isCa) {
      wrong.push({
        tone: 'bad',
        words: say`“${place}” should be a CA, but this isn’t a CA certificate: clients that verify with it reject every server.`,
      })
    } else if (promise === 'certificate' && isCa && certificates.every((held) => held.certificate.isCa)) {
      wrong.push({
        tone: 'bad',
        words: say`“${place}” should be a client certificate, but this is a CA certificate: no client can log in with it.`,
      })
    } else if (promise === 'key' && keys.length === 0) {
      wrong.push({ tone: 'bad', words: say`“${place}” should be a private key, but this is a certificate.` })
    }
  }
  for (const { label } of keys) {
    const place = [label, name].find((text) => text !== undefined && promised(text) !== undefined)
    if (place !== undefined && promised(place) === 'ca') {
      wrong.push({
        tone: 'bad',
        words: say`“${place}” should be a CA, but this contains a private key: remove the key from it.`,
      })
    } else if (place !== undefined && promised(place) === 'certificate' && certificates.length === 0) {
      wrong.push({ tone: 'bad', words: say`“${place}” should be a certificate, but this is a private key.` })
    }
  }
  return wrong.slice(0, 5)
}
