/** The way in: everything that Troubleshoot says about one file or paste. */
import type { ConnectionCheck } from './connections.ts'
import { caBundleAnswers, describeCertificate, orderAnswers, type Described } from './describe.ts'
import type { Explanation } from './messages/explain.ts'
import { hostsIn } from './servers/hosts.ts'
import { judgeHandshake, readHandshake, withoutItsCheck, type Handshake } from './servers/handshake.ts'
import type { KnownCas } from './identify.ts'
import type { PauseIfDue } from '../lib/pause.ts'
import type { Certificate } from '../crypto/x509.ts'
import type { Reading } from './material/reading.ts'
import { MAX_TEXT } from './material/limits.ts'
import type { LongText } from './material/long-text.ts'
import { misplaced } from './together.ts'
import type { DriverVerdict, Verifies } from './verdicts/verdict.ts'
import { say, type Answer, type Tone } from './words.ts'

/** A server that somebody looked at with openssl. */
export interface ServerSeen {
  readonly certificate: Certificate
  /** The host of the command, where it was pasted too. */
  readonly host: string | undefined
}

export interface Checked {
  readonly reading: Reading
  /** Every certificate that was read, in the file's order. */
  readonly described: readonly Described[]
  /** About the file as a whole: its certificate too, when it holds only one. */
  readonly answers: readonly Answer[]
  /** Connection strings and settings in its text. */
  readonly connections: readonly ConnectionCheck[]
  /** Error messages in its text, explained. */
  readonly explanations: readonly Explanation[]
  /** The server whose certificates openssl printed. */
  readonly server?: ServerSeen | undefined
}

const TONES: readonly Tone[] = ['bad', 'attention', 'good', 'info']

/** The most serious tone among answers. */
export const worst = (answers: readonly Answer[]): Tone =>
  TONES.find((tone) => answers.some((answer) => answer.tone === tone)) ?? 'info'

/** A service's host has three labels at least. */
const namesHost = (text: string): boolean => {
  for (const { host } of hostsIn(text)) if (host.split('.').length > 2) return true
  return false
}

/** Whether it may name services: what speaks of a server, and certificates of servers and of service users. */
export const leadsToServices = ({ explanations, connections, server, described, reading }: Checked): boolean =>
  explanations.length > 0 ||
  connections.length > 0 ||
  server !== undefined ||
  described.some(({ certificate }) => !certificate.isCa) ||
  namesHost(reading.text ?? '') ||
  namesHost(reading.long?.lines ?? '')

/** A word on many certificates at once. */
const countAnswer = (described: readonly Described[], now: Date): Answer[] => {
  if (described.length < 2) return []
  const expired = described.filter(({ certificate }) => certificate.notAfter < now).length
  const projects = new Set(described.flatMap(({ owner }) => (owner ? [owner.ca.project] : [])))
  const [first] = projects
  const words = [
    ...say`${described.length} certificates`,
    ...(expired > 0 ? say`, ${expired} of them expired` : []),
    ...(projects.size === 1 && first !== undefined ? say`; all that were recognised belong to project ${first}` : []),
    ...(projects.size > 1 ? say`, of ${projects.size} projects` : []),
    '.',
  ]
  return [{ tone: expired > 0 ? 'attention' : 'info', words }]
}

const keyAnswers = ({ keys }: Reading): Answer[] =>
  keys.length === 0
    ? []
    : [
        {
          tone: 'info',
          words: say`${keys.length === 1 ? 'A private key' : 'Private keys'} (${[...new Set(keys.map(({ key }) => (key.type === 'other' ? 'of an unknown type' : key.type)))].join(', ')}). Keep it secret, like a password: it grants the access of its certificate’s user.`,
        },
      ]

/** The readers of settings and their grammars come with the first text. */
const connectionsIn = async (text: string): Promise<ConnectionCheck[]> =>
  text.trim() === '' ? [] : (await import('./connections.ts')).findConnections(text)

/** So do the messages. */
const explanationsIn = async (text: string): Promise<Explanation[]> =>
  text.trim() === '' ? [] : (await import('./messages/explain.ts')).explainErrors(text)

const causesOf = (explanations: readonly Explanation[]): Answer[] =>
  explanations.map(({ cause }) => ({ tone: 'attention', words: [cause] }))

/** The output of openssl s_client is about one server; the PEM in it needs no answers of its own. */
const checkHandshake = async (reading: Reading, handshake: Handshake, known: KnownCas, now: Date): Promise<Checked> => {
  const certificates = reading.certificates.map(({ certificate }) => certificate)
  const { answers, leaf } = await judgeHandshake(handshake, certificates, known, {}, now)
  const described = await Promise.all(certificates.map((certificate) => describeCertificate(certificate, known, now)))
  const text = reading.text ?? ''
  const explanations = await explanationsIn(leaf ? withoutItsCheck(text) : text)
  const isExplained = leaf === undefined && handshake.problem === undefined && explanations.length > 0
  return {
    reading: { ...reading, form: 'Output of openssl s_client', repaired: undefined },
    described,
    // What an error means says more than that no certificate came.
    answers: [...(isExplained ? [] : answers), ...causesOf(explanations)],
    server: leaf && { certificate: leaf, host: handshake.host },
    connections: [],
    explanations,
  }
}

const NOTHING_FOUND: Answer = {
  tone: 'attention',
  words: [
    'Not recognised: no certificate or key, no connection string or client settings, no error message, no output of openssl s_client.',
  ],
}

const BETWEEN = {
  common: ', and what’s between for lines with “error”, “failed”, “certificate” and the like.',
  part: ', and what was read between for lines with “error”, “failed”, “certificate” and the like.',
  none: ', not what’s between.',
} as const

/** Of a long text: where errors were looked for, and settings. */
const searched = ({ last, between }: LongText, found: boolean): Answer => {
  // No `Intl`: its first formatter takes as long to make as all of the search.
  const kilo = String(MAX_TEXT / 1024)
  const mega = String(Math.round((last / 1024 / 1024) * 10) / 10)
  const where =
    between === 'all'
      ? 'All of it was searched for errors.'
      : `Its first ${kilo} kB and its last ${mega} MB were searched for errors${BETWEEN[between]}`
  const more = found ? '' : ` Settings were looked for in its first ${kilo} kB: paste the part that matters.`
  return { tone: 'info', words: [where + more] }
}

const isSure = ({ basis }: DriverVerdict) => basis === 'run' || basis === 'read'
const CARELESS = new Set<Verifies>(['none', 'plain'])

/** The headline of one finding: about its clients alone, and no surer than what is known of them. */
const headline = ({ what, drivers }: ConnectionCheck): Answer => {
  const names = (some: readonly DriverVerdict[]) => some.map(({ driver }) => driver).join(' and ')
  const answer = (tone: Tone, text: string): Answer => ({ tone, words: [`${what}: ${text}`] })
  const sure = drivers.every((driver) => isSure(driver))
  const careless = drivers.filter(({ verifies }) => CARELESS.has(verifies))
  const refused = drivers.filter(({ verifies }) => verifies === 'fails')
  if (drivers.every(({ verifies }) => verifies === 'full')) {
    return sure
      ? answer('good', 'verifies the server: CA and host name.')
      : answer('info', 'verifies CA and host name, according to its documentation. Not tested here.')
  }
  if (careless.length > 0) {
    const isTested = careless.some((driver) => isSure(driver))
    const isNamed = careless.every(({ basis }) => basis === 'name')
    const documented = isTested ? '' : ` (according to ${isNamed ? 'a name' : 'its documentation'}; not tested here)`
    return answer(
      isTested ? 'bad' : 'attention',
      `${names(careless)} won’t verify the server${documented}: any server that answers gets the password.`,
    )
  }
  if (drivers.every(({ verifies }) => verifies === 'unknown'))
    return answer('attention', 'not known whether it verifies the server.')
  if (refused.length > 0) return answer('attention', `${names(refused)} won’t connect with these settings.`)
  return answer('attention', 'might not verify both CA and host name. See below.')
}

const connectionAnswers = (connection: ConnectionCheck): Answer[] => [
  ...(connection.drivers.length > 0 ? [headline(connection)] : []),
  ...connection.notes.map((note): Answer => ({ tone: 'attention', words: [note] })),
]

/** Loads what reads texts, before there is one. A failure shows when it is needed. */
export const loadReaders = (): void => {
  const needed = [
    import('./connections.ts'),
    import('./documents/code/code-document.ts'),
    import('./material/long-text.ts'),
    import('./messages/explain.ts'),
  ]
  Promise.all(needed).catch(() => undefined)
}

/** What nothing was found in: named, where something else is known of it. */
const nameUnknown = async (text: string, messages: string): Promise<Answer> => {
  const subject = messages.trim() === '' ? undefined : (await import('./messages/explain.ts')).otherSubjectOf(messages)
  if (subject === undefined) return (await import('./material/text-kinds.ts')).nameText(text) ?? NOTHING_FOUND
  return { tone: 'attention', words: [`This error is about ${subject}, not about an Aiven service.`] }
}

/**
 * Everything that is said about one file or paste.
 * @param known the CAs of the user’s projects
 * @param pauseIfDue called between two pieces of work
 */
export const checkReading = async (
  reading: Reading,
  known: KnownCas,
  now: Date,
  pauseIfDue: PauseIfDue,
): Promise<Checked> => {
  const handshake = reading.text === undefined ? undefined : readHandshake(reading.text)
  if (handshake) return checkHandshake(reading, handshake, known, now)
  const described: Described[] = []
  for (const { certificate } of reading.certificates) {
    await pauseIfDue()
    described.push(await describeCertificate(certificate, known, now))
  }
  const [only] = described
  const text = reading.text ?? ''
  const connections = await connectionsIn(text)
  const messages = reading.long?.lines ?? text
  const explanations = await explanationsIn(messages)
  const answers = [
    ...countAnswer(described, now),
    ...(only && described.length === 1 ? only.answers : []),
    ...misplaced(reading),
    ...caBundleAnswers(described),
    ...(reading.isBare === true ? orderAnswers(described) : []),
    ...keyAnswers(reading),
    ...connections.flatMap(connectionAnswers),
    ...causesOf(explanations),
    ...reading.answers,
  ]
  const isText = reading.form === 'Text'
  const form = connections[0]?.what ?? (explanations.length > 0 ? 'Error message' : 'Text')
  const isNothing = isText ? connections.length + explanations.length === 0 : answers.length === 0 && !reading.locked
  const told = isNothing ? [await nameUnknown(text, messages), ...answers] : answers
  return {
    reading: isText ? { ...reading, form } : reading,
    described,
    answers: reading.long ? [...told, searched(reading.long, explanations.length + connections.length > 0)] : told,
    connections,
    explanations,
  }
}
