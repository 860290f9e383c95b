/**
 * What `openssl s_client -showcerts` printed: the certificates that a server presents, and where their chain ends.
 * A page cannot open a TLS connection itself; this is the honest substitute.
 */
import { isSignedBy } from '../../crypto/issuer.ts'
import { sameBytes } from '../../crypto/same.ts'
import { altNames, coversHost } from '../../crypto/x509-extensions.ts'
import { nameAttribute, type Certificate } from '../../crypto/x509.ts'
import { describeValidity } from '../describe.ts'
import { ownerOf, type KnownCas } from '../identify.ts'
import { say, type Answer, type Words } from '../words.ts'

export interface Handshake {
  /** What OpenSSL's own check came to: 0 is good. undefined where it did not come so far. */
  readonly verifyCode: number | undefined
  /** `TLSv1.3`. */
  readonly protocol: string | undefined
  /** The host of a `-servername` or `-connect` that was pasted with it. */
  readonly host: string | undefined
  /** The command names CAs of its own: then a good return code says nothing about public ones. */
  readonly ownCas: boolean
  readonly problem: Words | undefined
  /** It says that the server presented no certificate. */
  readonly hasNone: boolean
}

/** Organisations whose CAs every system trusts, as they stand in their certificates. */
const PUBLIC_CAS =
  /^(?:Let's Encrypt|Internet Security Research Group|DigiCert|GlobalSign|Google Trust Services|Amazon$|Sectigo|COMODO|USERTRUST|The USERTRUST|Entrust|GoDaddy|Starfield|IdenTrust|Microsoft Corporation$|SSL Corp|ZeroSSL|Buypass|Actalis|Certum|Asseco|QuoVadis|SwissSign|HARICA|Hellenic Academic|Certainly|Baltimore$|VeriSign|GEANT|Telia)/i

const isPublicIssuer = ({ issuer }: Certificate): boolean => PUBLIC_CAS.test(nameAttribute(issuer, 'O') ?? '')

const PROBLEMS: [RegExp, string][] = [
  [
    /Connection refused/,
    'Nothing listens at this host and port. Compare the port with the service page. A powered-off service has none.',
  ],
  [
    /Name or service not known|nodename nor servname|No such host|Temporary failure in name resolution/i,
    'The host name can’t be resolved. Compare it with the service page. Private and PrivateLink names resolve only inside their network.',
  ],
  [
    /Operation timed out|Connection timed out|No route to host|Network is unreachable/i,
    'The host didn’t answer. A firewall, the service’s IP filter or a private network may be in the way.',
  ],
  [
    /didn'?t (find|found) starttls/i,
    'The server speaks a different protocol than -starttls names, or it’s a different kind of server.',
  ],
  [
    /wrong version number|packet length too long|unexpected message|record layer failure/i,
    'The server doesn’t start with TLS here. PostgreSQL needs -starttls postgres, MySQL -starttls mysql; or this port has no TLS.',
  ],
]

const IS_HANDSHAKE =
  /^(?:CONNECTED\(|Certificate chain$|Verify return code:|SSL handshake has read|connect:errno=|verify error:num=)/m

/** What openssl says of its own check: the certificates tell more, where they were printed too. */
const ITS_CHECK = /^.*(?:verify error:|Verify return code:|Verification error:).*$/gm

/** A text without what openssl says of its own check. */
export const withoutItsCheck = (text: string): string => text.replaceAll(ITS_CHECK, '')

/** Reads the output, or a piece of it; undefined for a text that is none. */
export const readHandshake = (text: string): Handshake | undefined => {
  if (!IS_HANDSHAKE.test(text)) return undefined
  const code = /Verify return code: (\d+)/.exec(text)?.[1]
  const problem = PROBLEMS.find(([pattern]) => pattern.test(text))?.[1]
  return {
    verifyCode: code === undefined ? undefined : Number(code),
    protocol: /(?:New, |Protocol +: )(TLSv1(?:\.\d)?|SSLv\d)/.exec(text)?.[1],
    host: /-servername[ =]['"]?([^\s'"]+)/.exec(text)?.[1] ?? /-connect[ =]['"]?([^\s'":]+):\d/.exec(text)?.[1],
    ownCas: /-(?:CAfile|CApath|CAstore|verifyCAfile|partial_chain)\b/.test(text),
    problem: problem === undefined ? undefined : [problem],
    hasNone: text.includes('no peer certificate available'),
  }
}

/** Where a chain ends: at a project's CA, at one that everybody trusts, or neither could be established. */
export type ChainEnd = 'project' | 'public' | 'unknown'

export interface HandshakeVerdict {
  readonly end: ChainEnd
  /** Whose CA, when `end` is `project`. */
  readonly project: string | undefined
  /** The server's own certificate. */
  readonly leaf: Certificate | undefined
  /** Every link is signed, dates fit, and so does the host where one is known. */
  readonly sound: boolean
  readonly answers: readonly Answer[]
}

interface Expectation {
  readonly host?: string | undefined
  /** The project whose endpoint it should be. */
  readonly project?: string | undefined
}

/** The links from the server's certificate upwards, as far as each is signed by the next. */
const signedChain = async (certificates: readonly Certificate[]) => {
  const chain = certificates.slice(0, 1)
  for (const next of certificates.slice(1)) {
    const last = chain.at(-1)
    if (!last || sameBytes(last.der, next.der)) continue
    if ((await isSignedBy(last, next)) === false) return { chain, broken: next }
    chain.push(next)
  }
  return { chain, broken: undefined }
}

const called = ({ subject }: Certificate, fallback = 'a certificate without a name'): string =>
  nameAttribute(subject, 'CN') ?? nameAttribute(subject, 'O') ?? fallback

const issuerCalled = ({ issuer }: Certificate): string =>
  nameAttribute(issuer, 'CN') ?? nameAttribute(issuer, 'O') ?? 'an issuer without a name'

const hostAnswer = (leaf: Certificate, host: string): Answer => {
  if (coversHost(leaf, host)) return { tone: 'good', words: say`Its certificate is for ${host}.` }
  const names = [...(altNames(leaf)?.dns ?? []), ...(altNames(leaf)?.ip ?? [])].slice(0, 3).join(', ')
  const words = say`Its certificate isn’t for ${host} but for ${names === '' ? called(leaf) : names}: clients that check the host name reject it.`
  return { tone: 'bad', words }
}

const WHOLE = 'Run the command with -showcerts and paste everything it prints.'

/** About output in which no certificate was printed. */
const withoutCertificate = ({ problem, hasNone, verifyCode, ownCas }: Handshake): Answer[] => {
  if (problem) return [{ tone: 'bad', words: problem }]
  if (hasNone)
    return [{ tone: 'bad', words: ['The server presented no certificate: the handshake ended before that.'] }]
  if (verifyCode !== 0) return [{ tone: 'bad', words: [`It contains no certificate. ${WHOLE}`] }]
  const given = ownCas ? 'the CAs it was given' : 'the CAs it has'
  return [
    {
      tone: 'attention',
      words: [
        `OpenSSL trusts the server with ${given} (return code 0). Which CA that is, and for which host, only the certificates tell. ${WHOLE}`,
      ],
    },
  ]
}

const endAnswer = (
  end: ChainEnd,
  top: Certificate,
  project: string | undefined,
  expected: string | undefined,
  verified: boolean,
): Answer => {
  if (end === 'project') {
    return expected === undefined || expected === project
      ? {
          tone: 'good',
          words: say`Its chain ends at the CA of project ${project ?? ''}: clients need that CA certificate to verify it.`,
        }
      : {
          tone: 'bad',
          words: say`Its chain ends at the CA of project ${project ?? ''}, not of ${expected}: this is another project's server.`,
        }
  }
  if (end === 'public') {
    return {
      tone: 'good',
      words: say`Its chain ends at a public CA (${issuerCalled(top)}), and OpenSSL verified it with that machine's trust store: clients need no CA file.`,
    }
  }
  if (verified) {
    const words = say`Its chain ends at “${issuerCalled(top)}”. OpenSSL trusts it with the CAs it was given (return code 0), but it’s not known whose CA that is, or whether a public CA signed it.`
    return { tone: 'attention', words }
  }
  const words = [
    ...say`Its chain ends at “${issuerCalled(top)}”, which is `,
    ...(expected === undefined
      ? ['not the CA of any project that could be read']
      : say`not the CA of project ${expected}`),
    ', and which OpenSSL couldn’t verify either. A proxy, or an attacker, may be in between.',
  ]
  return { tone: 'bad', words }
}

/**
 * Judges the certificates that a server presented.
 * @param certificates as they were printed, the server's own first
 */
export const judgeHandshake = async (
  handshake: Handshake,
  certificates: readonly Certificate[],
  known: KnownCas,
  expected: Expectation,
  now: Date,
): Promise<HandshakeVerdict> => {
  const [leaf] = certificates
  const { verifyCode, protocol } = handshake
  if (!leaf) return { end: 'unknown', project: undefined, leaf, sound: false, answers: withoutCertificate(handshake) }
  const host = expected.host ?? handshake.host
  const { chain, broken } = await signedChain(certificates)
  const top = chain.at(-1) ?? leaf
  const owner = await ownerOf(top, known.cas)
  const project = owner && owner.relation !== 'name-only' ? owner.ca.project : undefined
  const end =
    project !== undefined
      ? 'project'
      : verifyCode === 0 && !handshake.ownCas && isPublicIssuer(top)
        ? 'public'
        : 'unknown'
  // What has not been compared with every project's CA is no stranger yet.
  const undecided = end === 'unknown' && !known.complete
  // Servers' certificates are renewed by Aiven, some of them every other month: only an ended one is a problem.
  const validity = describeValidity(leaf, now, 0)
  const hostIs = host === undefined ? undefined : hostAnswer(leaf, host)
  const answers: Answer[] = [
    ...(undecided ? [] : [endAnswer(end, top, project, expected.project, verifyCode === 0)]),
    ...(broken
      ? [
          {
            tone: 'bad' as const,
            words: say`The certificate “${called(top)}” isn’t signed by the next one the server presents, “${called(broken)}”.`,
          },
        ]
      : []),
    ...(hostIs ? [hostIs] : []),
    validity,
    ...(protocol === undefined ? [] : [{ tone: 'info' as const, words: say`Connected with ${protocol}.` }]),
  ]
  return { end, project, leaf, sound: end !== 'unknown' && answers.every(({ tone }) => tone !== 'bad'), answers }
}
