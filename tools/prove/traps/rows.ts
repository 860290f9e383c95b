/** Builds traps from rows: a client, and its settings with their results. */
import type { Outcome } from '../../../src/snippets/proof.ts'
import { MATRIX_CLIENTS } from '../matrix/matrix-clients.ts'
import type { Target } from '../matrix/settings.ts'
import type { ConfigurableClient } from './programs.ts'
import type { TrapTarget, Trap } from './trap.ts'

/** Shared explanations of why a setting is a trap. */
export const TRUSTS_ANY_SERVER = 'it encrypts, but trusts any server'
export const HOST_NOT_CHECKED = 'the host name is not checked'
export const NOT_ENCRYPTED = 'nothing is encrypted'
export const FALLS_BACK_TO_PLAIN = 'it logs in without TLS if the server offers none'
export const ONLY_PUBLIC_CAS = 'only public CAs are trusted, not the project’s'

/** @throws if the matrix has no such client */
export const ofMatrix = (id: string): ConfigurableClient => {
  const found = MATRIX_CLIENTS.find((one) => one.id === id)
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
export const traps = (client: string, how: ConfigurableClient, rows: readonly Row[]): readonly Trap[] =>
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

const targetOf = ({ host, port, storePassword }: TrapTarget): Target => ({
  host,
  port,
  login: `avnadmin:${PASSWORD}`,
  user: 'avnadmin',
  password: PASSWORD,
  storePassword,
})

/** The text is written to the client's file, or passed in the variable TEXT. No other CA is present. */
const runOf = (
  { text, file = 'text', files = {}, prepare, run }: ConfigurableClient,
  setting: string,
): Pick<Trap, 'files' | 'run'> => ({
  files: (target) => ({ ...files, [file]: text(setting, targetOf(target)) }),
  run: (target) =>
    [
      'rm ~/.postgresql/root.crt',
      'export TEXT="$(cat text 2>/dev/null)"',
      ...(prepare === undefined ? [] : [prepare]),
      run(targetOf(target)),
    ].join('\n'),
})
