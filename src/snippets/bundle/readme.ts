/** README.txt of a bundle: what's in it and how to use it. */
import { formatName, type Certificate } from '../../crypto/x509.ts'
import type { ConnectionFacts, Rendered } from '../guide.ts'

/** A certificate of the bundle, with what tells it from another. */
export interface NamedCertificate {
  readonly file: string
  readonly certificate: Certificate
  readonly sha256: string | undefined
}

export interface ReadmeFacts {
  readonly client: string
  readonly facts: ConnectionFacts
  readonly rendered: Rendered
  readonly files: readonly { readonly name: string; readonly what: string }[]
  readonly certificates: readonly NamedCertificate[]
  /** The stores' password stands in a file of the bundle. */
  readonly hasStorePassword: boolean
  readonly now: Date
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** Names come from others: what could break a line is shown as a question mark. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?')

const certificateLines = ({ file, certificate, sha256 }: NamedCertificate, now: Date): string =>
  `${file}: ${plain(formatName(certificate.subject))}
  valid from ${day(certificate.notBefore)} until ${day(certificate.notAfter)}${certificate.notAfter < now ? ' (EXPIRED)' : ''}
  SHA-256 ${sha256 ?? 'not computed'}`

const steps = ({ install, prepare, environment, run, input }: Rendered): string[] => [
  `${install.what}${install.command === undefined ? '' : `\n     ${install.command}`}`,
  ...environment.map(({ name, what }) => `Set the variable ${name}: the ${plain(what)}. It is not in this folder.`),
  ...(prepare ? [`Once, in this folder:\n     ${prepare.text}`] : []),
  ...(run ? [`In this folder:\n     ${run.text.replaceAll('\n', '\n     ')}`] : []),
  ...(input === undefined ? [] : [`Then type:\n     ${input}`]),
]

/** The text of README.txt. */
export const readme = (readmeFacts: ReadmeFacts): string => {
  const { client, facts, rendered, files, certificates, hasStorePassword, now } = readmeFacts
  const width = Math.max(...files.map(({ name }) => name.length))
  return `${client} for service ${plain(facts.service)} of project ${plain(facts.project)}
${facts.host}:${String(facts.port)}, user ${plain(facts.user)}. Created on ${day(now)}.

WHAT IS HERE
${files.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`).join('\n')}
${hasStorePassword ? '\nThe password of the key stores is in the configuration: anyone who can read this folder has the key.\n' : ''}
CERTIFICATES
${certificates.length > 0 ? certificates.map((each) => certificateLines(each, now)).join('\n') : 'None: a public CA signs the server, and your system already trusts it.'}

HOW TO USE IT
${steps(rendered)
  .map((text, index) => `  ${String(index + 1)}. ${text}`)
  .join('\n')}
${rendered.notes.map((note) => `  ${note}\n`).join('')}
IS IT THE RIGHT SERVER?
  sh verify.sh (or verify.ps1) gets its certificate and checks it with openssl, without logging in.

ARE THE FILES UNCHANGED?
  sha256sum -c SHA256SUMS
`
}
