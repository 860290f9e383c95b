/** Describes one certificate in sentences. */
import { daysLeft, formatKey, formatName, nameAttribute, type Certificate } from '../crypto/x509.ts'
import { isSelfIssued } from '../crypto/same.ts'
import { altNames } from '../crypto/x509-extensions.ts'
import { capitalised, remaining } from '../domain/time-left.ts'
import { ownerOf, roleOf, type KnownCas, type Owner, type ProjectCa, type Role } from './identify.ts'
import { say, type Answer, type Words } from './words.ts'

/** So many days before its end a certificate should be replaced: Aiven makes a service user's next one then. */
const RENEW_DAYS = 90

/**
 * Whether a certificate is good now, as an answer.
 * @param renewDays from so many days before its end on, it is to be replaced
 */
export const describeValidity = ({ notBefore, notAfter }: Certificate, now: Date, renewDays = RENEW_DAYS): Answer => {
  const words: Words = [`${capitalised(remaining(notAfter, now))} (`, ...say`${notAfter}).`]
  if (notAfter < notBefore)
    return { tone: 'bad', words: say`It expires (${notAfter}) before it starts (${notBefore}), so it’s never valid.` }
  if (notAfter < now) return { tone: 'bad', words: [...words, ' Clients and servers reject it.'] }
  if (notBefore > now) {
    return {
      tone: 'bad',
      words: say`It isn’t valid until ${notBefore}. If that seems wrong, check this computer’s clock.`,
    }
  }
  if (daysLeft(notAfter, now) >= renewDays) return { tone: 'good', words }
  return { tone: 'attention', words: [...words, ' Replace it before then.'] }
}

const commonName = ({ subject }: Certificate): string => nameAttribute(subject, 'CN') ?? formatName(subject)

const hosts = (certificate: Certificate): string => {
  const { dns = [], ip = [] } = altNames(certificate) ?? {}
  const [first = '', ...others] = [...dns, ...ip]
  return others.length === 0 ? first : `${first} and ${others.length.toLocaleString('en')} more`
}

const SELF: Record<Role, (certificate: Certificate) => Words> = {
  ca: (certificate) => say`A CA certificate, “${commonName(certificate)}”.`,
  server: (certificate) => say`A server certificate for ${hosts(certificate)}.`,
  client: (certificate) => say`A client certificate for “${commonName(certificate)}”.`,
  unknown: (certificate) => say`A certificate for “${commonName(certificate)}”. It doesn’t say what it’s for.`,
}

const OWNED: Record<Role, (certificate: Certificate, project: string) => Words> = {
  ca: (certificate, project) =>
    say`An intermediate CA (“${commonName(certificate)}”) below the CA of project ${project}.`,
  server: (certificate, project) =>
    say`A server certificate for ${hosts(certificate)}, signed by the CA of project ${project}.`,
  client: (certificate, project) => {
    const service = nameAttribute(certificate.subject, 'O')
    return service === undefined
      ? say`The client certificate of “${commonName(certificate)}”, signed by the CA of project ${project}.`
      : say`The client certificate of service user ${commonName(certificate)} of service ${service}, signed by the CA of project ${project}.`
  },
  unknown: (certificate, project) =>
    say`A certificate for “${commonName(certificate)}”, signed by the CA of project ${project}.`,
}

const PURPOSE: Partial<Record<Role, string>> = {
  client: 'A client presents it, with its private key, to log in. It doesn’t tell a client which servers to trust.',
  server: 'The server presents it. Clients need the CA that signed it, not this certificate.',
}

/** What a client would have to hold besides, when a project's CA is a bundle now. */
const bundleAnswer = ({ project, certificates }: ProjectCa, held: number): Answer[] => {
  if (certificates.length < 2) return []
  if (held >= certificates.length) {
    const words = say`CA rotation in progress: project ${project} now has ${certificates.length} CA certificates, and all of them are here.`
    return [{ tone: 'good', words }]
  }
  const words = say`Only ${held} of the ${certificates.length} CA certificates that project ${project} has now: a CA rotation is in progress. Download the whole CA file, so that clients trust both.`
  return [{ tone: 'attention', words }]
}

const ownedAnswers = (certificate: Certificate, role: Role, { relation, ca }: Owner): Answer[] => {
  const { project } = ca
  if (relation === 'is-ca') {
    const words = say`The CA certificate of project ${project}: clients verify the project’s servers with it.`
    return [{ tone: 'good', words }]
  }
  if (relation === 'same-key') {
    const words = say`It has the key of project ${project}’s CA, but isn’t the certificate that the API returns now. Download the current one.`
    return [{ tone: 'attention', words }]
  }
  if (relation === 'signed') return [{ tone: 'good', words: OWNED[role](certificate, project) }]
  const words = say`It names the CA of project ${project} as its issuer, but its signature isn’t that CA’s: someone else made it, or it’s damaged.`
  return [
    { tone: 'info', words: SELF[role](certificate) },
    { tone: 'bad', words },
  ]
}

const strangerAnswer = (certificate: Certificate, { cas, complete, unread }: KnownCas): Answer[] => {
  // What has not been compared with everything is not called a stranger.
  if (!complete) return []
  const what = certificate.isCa ? 'It isn’t the CA of' : 'It isn’t signed by the CA of'
  const words: Words = [
    `${what} ${cas.length === 1 ? 'the one project' : `any of the ${cas.length.toLocaleString('en')} projects`} that could be read.`,
    ...(unread.length > 0 ? say` ${unread.length} couldn’t be read: ${unread.join(', ')}.` : []),
    isSelfIssued(certificate) || certificate.isCa
      ? ' It may be from a project you can’t see, from an earlier CA, or not from Aiven at all.'
      : '',
  ]
  return [{ tone: 'attention', words }]
}

/** Algorithms that OpenSSL 3 and Java refuse by default. */
const weakAnswers = (certificate: Certificate): Answer[] => {
  const { type, size = Infinity } = certificate.publicKey
  if (/^(md5|sha1)|SHA1$/.test(certificate.signatureAlgorithm) && !isSelfIssued(certificate)) {
    return [
      { tone: 'attention', words: say`Signed with ${certificate.signatureAlgorithm}, which current clients reject.` },
    ]
  }
  if (type.startsWith('RSA') && size < 2048) {
    return [
      {
        tone: 'attention',
        words: say`Its key (${formatKey(certificate.publicKey)}) is too short for current clients.`,
      },
    ]
  }
  return []
}

export interface Described {
  readonly certificate: Certificate
  readonly role: Role
  readonly owner: Owner | undefined
  readonly answers: readonly Answer[]
}

/** What a certificate is, whose, and whether it is still good. */
export const describeCertificate = async (certificate: Certificate, known: KnownCas, now: Date): Promise<Described> => {
  const role = roleOf(certificate)
  const owner = await ownerOf(certificate, known.cas)
  const identity: Answer[] = owner
    ? ownedAnswers(certificate, role, owner)
    : [{ tone: 'info', words: SELF[role](certificate) }, ...strangerAnswer(certificate, known)]
  const purpose = PURPOSE[role]
  const odd: Answer[] = certificate.negativeSerial
    ? [
        {
          tone: 'attention',
          words: ['Its serial number is negative, which the standard forbids: some clients reject it.'],
        },
      ]
    : []
  return {
    certificate,
    role,
    owner,
    answers: [
      ...identity,
      ...(purpose === undefined ? [] : [{ tone: 'info' as const, words: [purpose] }]),
      describeValidity(certificate, now),
      ...odd,
      ...weakAnswers(certificate),
    ],
  }
}

/** For a file: are all certificates of a project's CA in it? */
export const caBundleAnswers = (described: readonly Described[]): Answer[] => {
  const owners = described.flatMap(({ owner }) => (owner?.relation === 'is-ca' ? [owner] : []))
  const projects = new Map(owners.map(({ ca }) => [ca.project, ca]))
  return [...projects.values()].flatMap((ca) => {
    const held = new Set(owners.filter((owner) => owner.ca === ca).map(({ certificate }) => certificate)).size
    return bundleAnswer(ca, held)
  })
}

/** For a file that a client may present: its own certificate has to come before the CA's. */
export const orderAnswers = ([first, ...rest]: readonly Described[]): Answer[] => {
  const own = first?.certificate.isCa === true ? rest.find(({ certificate }) => !certificate.isCa) : undefined
  if (!own) return []
  const words =
    'A CA certificate comes first. A client that presents this file presents its first certificate, which must be its own.'
  return [{ tone: 'attention', words: [words] }]
}
