/** What libraries of one language make of a call, a map or a part of one: each a row, with the words that tell it. */
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { switchIn } from '../beside/switches.ts'
import type { Finding } from '../finding.ts'
import { insideOf } from '../nested-groups.ts'
import { once } from '../once.ts'
import type { Client, Judged, Params } from '../verdict.ts'
import { nodeTls } from './node-tls.ts'

/** The settings of one connection, by names in lower case without what stands before them. */
export interface Own {
  readonly document: ParsedDocument
  readonly group: Group
  readonly params: Params
  readonly of: (name: string) => Literal | undefined
}

export interface Library {
  readonly client: Client
  readonly what: string
  readonly language: string
  /** The call, or the variable, that holds its settings. */
  readonly holder?: RegExp
  /** A setting by its name, which captures what stands before the names of one connection; `value` is its own. */
  readonly at?: { readonly name: RegExp; readonly value?: RegExp }
  /** What the code names where it uses the library: its package, its types. */
  readonly sign?: RegExp
  /** undefined where the settings aren't this library's, or say nothing of TLS. */
  readonly judge: (own: Own) => Judged | undefined
}

export const REDIS = 'Redis or Valkey settings'
export const POSTGRESQL = 'PostgreSQL settings'
export const MYSQL_SETTINGS = 'MySQL settings'
export const KAFKA_SETTINGS = 'Kafka client configuration'

export const UNKNOWN: Judged = ['unknown', 'It’s not known how this client verifies.']

/** The words of a document, with the names of the packages that it imports. */
const toldIn = once(({ words, literals }: ParsedDocument): string =>
  [words, ...literals.map(({ literal }) => literal.value).filter((value) => value.length < 100)].join(' '),
)

/** Whether the code names something of TLS, in the names of its settings. */
export const namesTls = ({ params }: Own): boolean => [...params.keys()].some((name) => /ssl|tls/.test(name))

/** Options that go to Node.js's tls.connect(), from a map that stands below a name. */
export const tlsBelow = ({ params }: Own, path: string): Judged | undefined => {
  const own = [...params].flatMap(([name, value]): [string, string][] =>
    name === path || name.startsWith(`${path}.`) ? [[`tls${name.slice(path.length)}`, value]] : [],
  )
  return nodeTls(new Map(own), 'tls')
}

/** Names by which such libraries take the file of the CA, or its text. */
const CA =
  /(?:^|\.)(?:ca|cafile|cacertfile|ssl\.ca\.location|cacertificates|rootcertificates|ssl_ca(?:_certs?|_file)?|ssl_ca_cert_file_path|ca_file)$/

const ownOf = (document: ParsedDocument, group: Group, prefix: string): Own => {
  const literals = new Map(
    group.settings.flatMap(({ name, literal }) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length).toLowerCase(), literal] as const] : [],
    ),
  )
  return {
    document,
    group,
    params: new Map([...literals].map(([name, { value }]) => [name, value])),
    of: (name) => literals.get(name),
  }
}

const prefixesOf = ({ at }: Library, { settings }: Group): readonly string[] =>
  at === undefined
    ? ['']
    : [
        ...new Set(
          settings.flatMap(({ name, literal }) => {
            const prefix = at.name.exec(name)?.[1]
            return prefix !== undefined && (at.value?.test(literal.value) ?? true) ? [prefix] : []
          }),
        ),
      ]

/** A switch that is thrown tells more than a client of which nothing is known. */
const isSwitched = (document: ParsedDocument, group: Group): boolean => {
  const { container, language, words } = document
  const { holder } = group
  const all = [group, ...insideOf(document, group)].flatMap(({ settings }) => settings)
  const thrown = switchIn(
    all.map(({ name, literal }) => ({ name, value: literal.value })),
    { container, language, words, holder, name: '', beside: [] },
  )
  return thrown !== undefined
}

/** What the first library that knows such settings makes of them. */
export const judgeLibraries = (
  libraries: readonly Library[],
  document: ParsedDocument,
  group: Group,
): Finding | undefined => {
  // What a call takes from a variable stands there.
  if (group.settings.length === 0) return undefined
  for (const library of libraries) {
    const { client, what, language, holder, sign, judge } = library
    if (language !== document.language || holder?.test(group.holder) === false) continue
    if (sign?.test(toldIn(document)) === false) continue
    const drivers = prefixesOf(library, group).flatMap((prefix) => {
      const own = ownOf(document, group, prefix)
      const judged = judge(own)
      const ca = [...own.params].find(([name]) => CA.test(name))?.[1]
      return judged === undefined || (judged[0] === 'unknown' && isSwitched(document, group))
        ? []
        : [verdictByCaFile(client, judged, new Map(ca === undefined ? [] : [['ca', ca]]))]
    })
    if (drivers.length > 0) return { what, range: group.range, drivers, notes: [] }
  }
  return undefined
}
