/** Builds traps from rows: a client, and its settings with their results. */
import type { Outcome } from '../../../src/snippets/proof.ts'
import { KAFKA_CLIENTS } from '../matrix/kafka.ts'
import { MYSQL_AND_REDIS } from '../matrix/mysql-and-redis.ts'
import { POSTGRESQL } from '../matrix/postgresql.ts'
import type { Target } from '../matrix/settings.ts'
import type { Settable } from './programs.ts'
import type { Place, Trap } from './traps.ts'

/** Shared explanations of why a setting is a trap. */
export const ENCRYPTS = 'it encrypts, but trusts any server'
export const NAME = 'the host name is not checked'
export const PLAIN = 'nothing is encrypted'
export const WITHOUT_TLS = 'it logs in without TLS if the server offers none'
export const PUBLIC = 'only public CAs are trusted, not the project’s'

const MATRIX = [...POSTGRESQL, ...MYSQL_AND_REDIS, ...KAFKA_CLIENTS]

/** @throws if the matrix has no such client */
export const ofMatrix = (id: string): Settable => {
  const found = MATRIX.find((one) => one.id === id)
  if (!found) throw new Error(`The matrix has no ${id}.`)
  return found
}

/** The client fails before it connects to the server. */
export const LOCAL = 'local'

/** Suffix of the trap's id after the client's key; the setting; the server; the result; and the reason, as text. */
type Row = readonly [
  name: string,
  setting: string,
  against: Trap['against'],
  outcome: Outcome,
  why?: string,
  where?: typeof LOCAL,
]

/** @param client key of `clients.ts` */
export const traps = (client: string, how: Settable, rows: readonly Row[]): readonly Trap[] =>
  rows.map(([name, setting, against, outcome, why, where]) => ({
    id: `${client}-${name}`,
    client,
    endpoint: how.endpoint,
    configured: `${setting === '' ? 'nothing set' : setting.replaceAll('\n', ', ')}${why === undefined ? '' : `: ${why}`}`,
    against,
    outcome,
    local: where === LOCAL,
    ...runOf(how, setting),
  }))

const PASSWORD = 'secret'

const targetOf = ({ host, port, storePassword }: Place): Target => ({
  host,
  port,
  login: `avnadmin:${PASSWORD}`,
  user: 'avnadmin',
  password: PASSWORD,
  storePassword,
})

/** The text is written to the client's file, or passed in the variable TEXT. No other CA is present. */
const runOf = (
  { text, file = 'text', files = {}, prepare, run }: Settable,
  setting: string,
): Pick<Trap, 'files' | 'run'> => ({
  files: (place) => ({ ...files, [file]: text(setting, targetOf(place)) }),
  run: (place) =>
    [
      'rm ~/.postgresql/root.crt',
      'export TEXT="$(cat text 2>/dev/null)"',
      ...(prepare === undefined ? [] : [prepare]),
      run(targetOf(place)),
    ].join('\n'),
})
