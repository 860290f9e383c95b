/** Kafka's clients of Elixir and Erlang: brod, and what is built on it. */
import { OPEN } from '../common-words.ts'
import { readClient, truth, type Judged } from '../verdict.ts'
import { byOptions } from './elixir.ts'
import { KAFKA_SETTINGS, namesTls, UNKNOWN } from './library.ts'
import type { Library, Own } from './library.ts'

/** Its options go to Erlang’s ssl:connect() on a socket that is open already: only they, or a newer version, name the host. */
const brod = ({ params }: Own): Judged | undefined => {
  const ssl = params.get('ssl')
  if (ssl === undefined) return undefined
  if (truth(ssl) === false) return ['plain', 'ssl: false turns TLS off.']
  if (truth(ssl) === true)
    return ['depends', 'With ssl: true alone, Erlang up to 25 verifies nothing, and later versions don’t connect.']
  if (!/^\[[^]*\]$/.test(ssl)) return OPEN
  const judged = byOptions(ssl)
  if (judged[0] !== 'full' && judged[0] !== 'public') return judged
  if (params.get('ssl.verify') !== ':verify_peer')
    return ['depends', 'Without verify: :verify_peer, Erlang up to 25 verifies nothing.']
  return params.has('ssl.server_name_indication')
    ? [judged[0], judged[0] === 'full' ? 'It verifies the CA and the host name.' : judged[1]]
    : ['depends', 'It verifies the CA. Whether it checks the host name depends on the version of kafka_protocol.']
}

const rows: readonly Omit<Library, 'language'>[] = [
  {
    client: readClient('brod (Erlang, Elixir)', 'kafka_protocol at 02a1177, kpro_connection.erl'),
    what: KAFKA_SETTINGS,
    holder: /^(?:\w+\.)?brod\.start_(?:client|link_client)$/,
    judge: brod,
  },
  {
    client: readClient('BroadwayKafka (brod)', 'kafka_protocol at 02a1177, kpro_connection.erl'),
    what: KAFKA_SETTINGS,
    at: { name: /^(.*\bclient_config\.)ssl$/ },
    sign: /\bBroadwayKafka\b/,
    judge: brod,
  },
  ...(
    [
      ['KafkaEx (Elixir)', /\bkafka_ex\b|\bKafkaEx\b/],
      ['Kaffe (brod)', /: kaffe\b|\bKaffe\b/],
      ['Elsa (brod)', /\bElsa \./],
    ] as const
  ).map(([name, sign]) => ({
    client: { name, basis: 'unknown' as const, source: '' },
    what: KAFKA_SETTINGS,
    sign,
    judge: (own: Own) => (namesTls(own) ? UNKNOWN : undefined),
  })),
]

export const ELIXIR_LIBRARIES: readonly Library[] = rows.map((row) => ({ ...row, language: 'elixir' }))
