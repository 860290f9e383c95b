/** Explains a parsed certificate or key in one or two sentences. */
import { nameAttribute, type Certificate } from '../../crypto/x509.ts'
import { formatDay } from '../../lib/date-format.ts'

const until = ({ notAfter }: Certificate, now: Date): string =>
  notAfter < now ? `It expired on ${formatDay(notAfter)}` : `It’s valid until ${formatDay(notAfter)}`

/** Of a project's CA. */
export const caWords = (certificates: readonly Certificate[], project: string, now: Date): string => {
  const [first, ...others] = certificates
  if (!first) return ''
  const what =
    others.length === 0
      ? `This is the certificate authority of project ${project}`
      : `These are ${String(certificates.length)} certificate authorities of project ${project}`
  const ends = certificates.map((certificate) => `${until(certificate, now)}.`)
  return `${what}: a client that trusts it accepts servers that it signed. It isn’t secret and can be shared. ${ends.join(' ')}`
}

/** Of a service user's certificate. */
export const clientWords = (certificate: Certificate, now: Date): string => {
  const holder = nameAttribute(certificate.subject, 'CN') ?? 'a user without a name'
  const service = nameAttribute(certificate.subject, 'O')
  const who = service === undefined ? holder : `${holder} of service ${service}`
  return `It proves that the holder of its key is ${who}; without the key it proves nothing. ${until(certificate, now)}.`
}

/** Of a service user's private key. */
export const keyWords = (certificate: Certificate, username: string, now: Date): string => {
  const end = formatDay(certificate.notAfter)
  return certificate.notAfter < now
    ? `Anyone with this key could act as ${username} until ${end}, when its certificate expired.`
    : `Anyone with this key can act as ${username} until ${end}. Protect it like a password.`
}
