/** Everything that is said about one reading. */
import { caBundleAnswers, describeCertificate, type Described } from './describe.ts'
import { judgeHandshake, readHandshake, type Handshake } from './handshake.ts'
import type { KnownCas } from './identify.ts'
import type { Pace } from './pace.ts'
import type { Reading } from './reading.ts'
import { misplaced } from './together.ts'
import { say, type Answer, type Tone } from './words.ts'

export interface Checked {
  readonly reading: Reading
  /** Every certificate that was read, in the file's order. */
  readonly described: readonly Described[]
  /** About the file as a whole: its certificate too, when it holds only one. */
  readonly answers: readonly Answer[]
}

const TONES: readonly Tone[] = ['bad', 'attention', 'good', 'info']

/** The most serious tone among answers. */
export const worst = (answers: readonly Answer[]): Tone =>
  TONES.find((tone) => answers.some((answer) => answer.tone === tone)) ?? 'info'

/** A word on many certificates at once. */
const countAnswer = (described: readonly Described[], now: Date): Answer[] => {
  if (described.length < 2) return []
  const expired = described.filter(({ certificate }) => certificate.notAfter < now).length
  const projects = new Set(described.flatMap(({ owner }) => (owner ? [owner.ca.project] : [])))
  const [first] = projects
  const words = [
    ...say`${described.length} certificates`,
    ...(expired > 0 ? say`, ${expired} of them expired` : []),
    ...(projects.size === 1 && first !== undefined ? say`; all that are known belong to project ${first}` : []),
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
          words: say`${keys.length === 1 ? 'A private key' : 'Private keys'} (${[...new Set(keys.map(({ key }) => key.type))].join(', ')}). Whoever holds it can act as the user of its certificate: keep it as you keep a password.`,
        },
      ]

/** The output of openssl s_client is about one server; the PEM in it needs no answers of its own. */
const checkHandshake = async (reading: Reading, handshake: Handshake, known: KnownCas, now: Date): Promise<Checked> => {
  const certificates = reading.certificates.map(({ certificate }) => certificate)
  const { answers } = await judgeHandshake(handshake, certificates, known, {}, now)
  const described = await Promise.all(certificates.map((certificate) => describeCertificate(certificate, known, now)))
  return { reading: { ...reading, form: 'Output of openssl s_client', repaired: undefined }, described, answers }
}

export const checkReading = async (reading: Reading, known: KnownCas, now: Date, pace: Pace): Promise<Checked> => {
  const handshake = reading.text === undefined ? undefined : readHandshake(reading.text)
  if (handshake) return checkHandshake(reading, handshake, known, now)
  const described: Described[] = []
  for (const { certificate } of reading.certificates) {
    await pace()
    described.push(await describeCertificate(certificate, known, now))
  }
  const [only] = described
  const answers = [
    ...countAnswer(described, now),
    ...(only && described.length === 1 ? only.answers : []),
    ...misplaced(reading),
    ...caBundleAnswers(described),
    ...keyAnswers(reading),
    ...reading.answers,
  ]
  return { reading, described, answers }
}
