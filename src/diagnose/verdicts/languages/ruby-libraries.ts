/** Libraries of Ruby: ruby-kafka, and redis-rb where it's told no more than to use TLS. */
import { LOCAL_HOST, OPEN } from '../common-words.ts'
import { isNeither, readClient, truth, type Judged } from '../verdict.ts'
import { KAFKA_SETTINGS, REDIS } from './library.ts'
import type { Library, Own } from './library.ts'

const rubyKafka = ({ params }: Own): Judged | undefined => {
  const names = [...params.keys()].filter((name) => name.startsWith('ssl_'))
  if (names.length === 0) return undefined
  const [name, system] = [params.get('ssl_verify_hostname'), params.get('ssl_ca_certs_from_system')]
  const isOwn = params.has('ssl_ca_cert') || params.has('ssl_ca_cert_file_path')
  if (isNeither(name) || isNeither(system)) return OPEN
  if (!isOwn && truth(system) !== true)
    return [
      'fails',
      'Without ssl_ca_cert or ssl_ca_certs_from_system, ruby-kafka trusts no CA at all: it rejects every server.',
    ]
  if (truth(name) === false) return ['chain', 'ssl_verify_hostname: false accepts any server signed by the same CA.']
  return ['depends', 'It verifies the CA. Whether it checks the host name depends on the version: older ones don’t.']
}

/** `ssl: true` and no `ssl_params`: Ruby’s own defaults, which verify. */
const redisRb = ({ params }: Own): Judged | undefined => {
  const ssl = params.get('ssl')
  const given = params.get('ssl_params')
  if (ssl === undefined || params.has('url') || LOCAL_HOST.test(params.get('host') ?? '')) return undefined
  if (given?.startsWith('{') === true) return undefined
  if (isNeither(ssl) || given !== undefined) return OPEN
  return truth(ssl) === true
    ? [
        'public',
        'Without ca_file in ssl_params it trusts only the system’s CAs: servers signed by the project CA are rejected.',
      ]
    : ['plain', 'ssl: false turns TLS off.']
}

const rows: readonly Omit<Library, 'language'>[] = [
  {
    client: readClient('ruby-kafka', 'ruby-kafka at 07faba2, ssl_context.rb'),
    what: KAFKA_SETTINGS,
    holder: /^new ?$/,
    sign: /\bKafka \. new\b/,
    judge: rubyKafka,
  },
  {
    client: readClient('redis-rb (Ruby)', 'redis-client at 06dc374, ruby_connection.rb'),
    what: REDIS,
    holder: /^new ?$/,
    sign: /\bRedis \. new\b/,
    judge: redisRb,
  },
]

export const RUBY_LIBRARIES: readonly Library[] = rows.map((row) => ({ ...row, language: 'ruby' }))
