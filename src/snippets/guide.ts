/**
 * How a client connects to an endpoint so that it refuses an impostor: the contract between the guides, Quick connect
 * that shows them, the proof that runs them, and the bundle that packs them.
 *
 * A guide is a row of `protocols/` and a template of `guides/`, loaded on demand: `applies(facts)` of the row says
 * whether the client can do this at all, `render(facts, system)` of the template gives the files to download, the files
 * to write and the command to run. Call it through `renderGuide`, which first refuses facts that no client could be
 * given safely.
 *
 * Whoever runs a rendered guide does this, and nothing else, in one folder:
 *  1. puts every file of `needs` there, under its `name` (an empty `facts.directory` means that folder);
 *  2. writes every one of `files` there;
 *  3. runs `prepare`, if there is one;
 *  4. sets the variables of `environment`;
 *  5. runs `run` in the system's shell, and types `input` into it.
 * It has worked if `success` stands in what it prints; where there is none, if it ends with status 0.
 */
import type { SaslMechanism } from '../domain/service-settings.ts'
import { UnwritableError } from './escape.ts'

/** `other`: what no guide is written for; the settings in general hold for it too. */
export type Protocol = 'postgresql' | 'mysql' | 'kafka' | 'redis' | 'https' | 'cassandra' | 'clickhouse' | 'other'
export type System = 'linux' | 'macos' | 'windows'

/** What clients log in with. `sasl` is a password by SASL (Kafka). */
export type Authentication = 'password' | 'certificate' | 'sasl'

/** Who signs the server's certificate; `plaintext`: nobody, the endpoint isn't encrypted. */
export type Trust = 'project-ca' | 'public-ca' | 'plaintext'

/** Everything a guide is told about one endpoint and one login. */
export interface ConnectionFacts {
  readonly project: string
  readonly service: string
  readonly protocol: Protocol
  /** The endpoint's component, in the API's words. */
  readonly component: string
  readonly host: string
  readonly port: number
  /** Path of HTTPS endpoints that have one. */
  readonly path?: string | undefined
  readonly user: string
  /** Database or pool; undefined for protocols without. */
  readonly database?: string | undefined
  readonly authentication: Authentication
  /** With `sasl`: the mechanism; undefined where the service takes none by which a password logs in. */
  readonly mechanism?: SaslMechanism | undefined
  readonly trust: Trust
  /** Where the downloaded files lie, without a slash at the end; '' is the folder that the client runs in. */
  readonly directory: string
  /** Only when the user has asked to have it put in: a placeholder, a prompt or a variable stands there otherwise. */
  readonly password?: string | undefined
  /** Password of the key store and the trust store, where these have just been made. */
  readonly storePassword?: string | undefined
  /** Form of the trust store, where these have just been made; PKCS#12 if not said. */
  readonly trustStore?: 'p12' | 'jks' | undefined
  /** The same of the key store. */
  readonly keyStore?: 'p12' | 'jks' | undefined
}

/** A file that the user downloads. Key stores hold certificate and key, trust stores the CA. */
export type FileRole = 'ca' | 'certificate' | 'key' | 'keystore' | 'truststore'

export interface NeededFile {
  readonly role: FileRole
  readonly name: string
}

export type Language =
  | 'sh'
  | 'powershell'
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'php'
  | 'rust'
  | 'ruby'
  | 'csharp'
  | 'elixir'
  | 'properties'
  | 'yaml'
  | 'json'
  | 'conf'

/** A text to copy. */
export interface Snippet {
  readonly language: Language
  readonly text: string
  /** A password stands in it. */
  readonly secret?: boolean
}

/** A file to write. */
export interface CodeFile extends Snippet {
  readonly name: string
}

/** A variable that the client reads. */
export interface Variable {
  readonly name: string
  /** What it stands for: "password of avnadmin". */
  readonly what: string
  /** undefined: not put in, the user is asked for it. */
  readonly value: string | undefined
}

/** One box of a graphical client's form. */
export interface Field {
  /** The tab or section, as the client calls it. */
  readonly tab: string
  readonly label: string
  /** What goes in. For a file, its path. */
  readonly value: string
}

/** How to get the client. */
export interface Install {
  /** As a sentence. */
  readonly what: string
  readonly command?: string
}

/** A guide filled in. */
export interface Rendered {
  readonly needs: readonly NeededFile[]
  readonly install: Install
  readonly files: readonly CodeFile[]
  /** Makes one file out of others. */
  readonly prepare?: Snippet
  readonly environment: readonly Variable[]
  readonly run?: Snippet
  /** What to type once the client runs, for clients that wait for commands. */
  readonly input?: string
  /** Stands in the output when it worked. */
  readonly success?: string
  /** For graphical clients, instead of `files` and `run`. */
  readonly fields?: readonly Field[]
  /** What to know, as sentences: versions, limits. */
  readonly notes: readonly string[]
}

/** Something to do with a topic of Kafka, once the connection stands. */
export interface TopicStep {
  readonly title: string
  readonly file?: CodeFile
  readonly run: Snippet
}

/** What of a guide is loaded when someone wants to see it. */
export interface Template {
  readonly render: (facts: ConnectionFacts, system: System) => Rendered
  /** For Kafka: writes to a topic and reads from it, with the files of `render` beside it. */
  readonly topic?: (facts: ConnectionFacts, system: System, topic: string) => readonly TopicStep[]
}

/** What a guide's tile shows: a row of `protocols/`. */
export interface Guide {
  /** In URLs and in the proof: never changes. */
  readonly id: string
  readonly name: string
  readonly language: Language | 'form'
  readonly applies: (facts: ConnectionFacts) => boolean
  readonly load: () => Promise<Template>
}

/** The same with its template. */
export type LoadedGuide = Guide & Template

/** A guide with its template, which is a chunk of its own. Rejects if that doesn’t come. */
export const loadGuide = async (guide: Guide): Promise<LoadedGuide> => ({ ...guide, ...(await guide.load()) })

/** The SASL mechanism that proofs are run with, and are named without. */
export const PROVEN_MECHANISM: SaslMechanism = 'SCRAM-SHA-256'

/** What of the facts a proof holds for: `certificate-project-ca`, `sasl-public-ca`, `password-project-ca`, ... */
const variantOf = ({ authentication, mechanism, trust }: ConnectionFacts): string =>
  [authentication, trust, ...(authentication !== 'sasl' || mechanism === PROVEN_MECHANISM ? [] : [mechanism])].join('-')

/** The key of a guide's proof in `proof.json`: `kcat/sasl-public-ca`. */
export const proofKey = (guide: Guide, facts: ConnectionFacts): string => `${guide.id}/${variantOf(facts)}`

/** Why no client can log in with a user name and a password. */
export const NO_MECHANISM =
  'You can’t log in with a password here: the service’s settings (kafka_sasl_mechanisms) turn PLAIN and SCRAM off. Clients log in with a token (OAUTHBEARER).'

const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/

/** NUL ends strings in most clients, half a surrogate pair has no bytes, and U+FFFD stands where a character was lost. */
const UNUSABLE = /[\0\ufffd\p{Surrogate}]/u

const checkFacts = (facts: ConnectionFacts): void => {
  if (!HOST.test(facts.host)) throw new UnwritableError('The API sent an invalid host name.')
  if (!Number.isInteger(facts.port) || facts.port < 1 || facts.port > 65_535)
    throw new UnwritableError('The API sent an invalid port.')
  if (facts.authentication === 'sasl' && facts.mechanism === undefined) throw new UnwritableError(NO_MECHANISM)
  const texts = { user: facts.user, database: facts.database, password: facts.password, folder: facts.directory }
  for (const [what, text] of Object.entries(texts)) {
    if (text !== undefined && UNUSABLE.test(text))
      throw new UnwritableError(`The ${what} contains a character that can’t be passed to a client safely.`)
  }
}

/**
 * Fills a guide in.
 * @throws {UnwritableError} when a name or password can't be written in this client's language
 */
export const renderGuide = (guide: Template, facts: ConnectionFacts, system: System): Rendered => {
  checkFacts(facts)
  return guide.render(facts, system)
}

/**
 * How the guide's client writes to a topic and reads from it; nothing where the guide doesn't say.
 * @throws {UnwritableError} when a name or password can't be written in this client's language
 */
export const renderTopic = (guide: Template, facts: ConnectionFacts, system: System, topic: string) => {
  checkFacts(facts)
  if (UNUSABLE.test(topic))
    throw new UnwritableError('The topic contains a character that can’t be passed to a client safely.')
  return guide.topic?.(facts, system, topic) ?? []
}
