/** What a guide of the proof is told: in a run, and in the example that digests are made of. */
import type { ConnectionFacts } from '../../src/snippets/guide.ts'
import type { Endpoint } from './endpoints.ts'

/** What differs from run to run. */
export interface RunFacts {
  readonly host: string
  readonly login: { readonly user: string; readonly password: string; readonly database: string }
  readonly storePassword: string
}

/** A login whose password has characters that are special in shells, URIs, properties and connection strings. */
export const loginWith = (end: string): RunFacts['login'] => ({
  user: 'avnadmin',
  password: `p@ss'w"rd $HOME %41 \\n &;#${end}`,
  database: 'defaultdb',
})

/** The same on every machine and in every run. */
export const EXAMPLE: RunFacts = { host: 'db.a.example.com', login: loginWith('0'), storePassword: 'secret' }

const EXAMPLE_PORT = 20_984

/** Connection facts of an endpoint. */
export const proofFacts = (
  { host, login, storePassword }: RunFacts,
  endpoint: Endpoint,
  port = EXAMPLE_PORT,
): ConnectionFacts => ({
  ...endpoint,
  project: 'demo-shop',
  service: 'proof',
  host,
  port,
  user: login.user,
  database: ['postgresql', 'mysql'].includes(endpoint.protocol) ? login.database : undefined,
  directory: '',
  password: login.password,
  storePassword,
})
