/** Ruby's clients of PostgreSQL, MySQL and Valkey, as Debian packages them. */
import { clientOf } from '../clients.ts'
import { MYSQL, PG, REDIS } from '../endpoints.ts'
import { further } from './mysql-python-and-java.ts'
import type { MatrixClient } from './settings.ts'

const RUBY = { file: 'client.rb', run: () => 'ruby client.rb' }

export const RUBY_CLIENTS: readonly MatrixClient[] = [
  {
    ...RUBY,
    id: 'ruby-pg',
    client: clientOf('ruby-pg'),
    endpoint: PG,
    settings: [
      '',
      'sslmode: "disable"',
      'sslmode: "allow"',
      'sslmode: "prefer"',
      'sslmode: "require"',
      'sslmode: :require',
      'sslmode: "require", sslrootcert: "ca.pem"',
      'sslmode: "verify-ca"',
      'sslmode: "verify-ca", sslrootcert: "ca.pem"',
      'sslmode: "verify-full"',
      'sslmode: "verify-full", sslrootcert: "ca.pem"',
      'sslmode: :"verify-full", sslrootcert: "ca.pem"',
      'sslmode: "verify_full", sslrootcert: "ca.pem"',
      'sslrootcert: "ca.pem"',
      'sslmode: "verify-full", sslrootcert: "system"',
    ],
    text: (setting, { host, port }) => `require 'pg'
PG.connect(host: "${host}", port: ${String(port)}, user: "avnadmin", password: "secret", dbname: "defaultdb"${further(setting)})
`,
  },
  {
    ...RUBY,
    id: 'ruby-mysql2',
    client: clientOf('ruby-mysql2'),
    endpoint: MYSQL,
    settings: [
      '',
      'ssl_mode: :disabled',
      'ssl_mode: :preferred',
      'ssl_mode: :required',
      'ssl_mode: :required, sslca: "ca.pem"',
      'ssl_mode: :verify_ca',
      'ssl_mode: :verify_ca, sslca: "ca.pem"',
      'ssl_mode: :verify_identity',
      'ssl_mode: :verify_identity, sslca: "ca.pem"',
      'ssl_mode: :verify_identity, sslca: "ca.pem", sslverify: true',
      'ssl_mode: "verify_identity", sslca: "ca.pem", sslverify: true',
      'sslca: "ca.pem"',
      'sslverify: true',
      'sslca: "ca.pem", sslverify: true',
      'sslca: "ca.pem", sslverify: false',
      'ssl_mode: :required, sslca: "ca.pem", sslverify: true',
    ],
    text: (setting, { host, port }) => `require 'mysql2'
Mysql2::Client.new(host: "${host}", port: ${String(port)}, username: "avnadmin", password: "secret", database: "defaultdb"${further(setting)})
`,
  },
  {
    ...RUBY,
    id: 'ruby-redis',
    client: clientOf('ruby-redis'),
    endpoint: REDIS,
    settings: [
      'url: "redis://LOGIN"',
      'url: "rediss://LOGIN"',
      'url: "rediss://LOGIN", ssl: true',
      'url: "redis://LOGIN", ssl: true',
      'url: "rediss://LOGIN", ssl_params: { ca_file: "ca.pem" }',
      'url: "redis://LOGIN", ssl: true, ssl_params: { ca_file: "ca.pem" }',
      'url: "redis://LOGIN", ssl_params: { ca_file: "ca.pem" }',
      'url: "rediss://LOGIN", ssl_params: { verify_mode: OpenSSL::SSL::VERIFY_NONE }',
      'url: "rediss://LOGIN", ssl_params: { verify_mode: OpenSSL::SSL::VERIFY_PEER }',
      'url: "rediss://LOGIN", ssl_params: { ca_file: "ca.pem", verify_mode: OpenSSL::SSL::VERIFY_PEER }',
      'url: "rediss://LOGIN", ssl_params: { ca_file: "ca.pem", verify_mode: OpenSSL::SSL::VERIFY_NONE }',
      'url: "rediss://LOGIN", ssl_params: { ca_file: "ca.pem", verify_hostname: false }',
      'url: "rediss://LOGIN", ssl_params: { verify_hostname: false }',
      'url: "rediss://LOGIN", ssl_params: { ca_path: "." }',
      'host: "HOST", port: PORT, username: "avnadmin", password: "secret", ssl: true, ssl_params: { ca_file: "ca.pem" }',
      'host: "HOST", port: PORT, username: "avnadmin", password: "secret", ssl: false, ssl_params: { ca_file: "ca.pem" }',
    ],
    text: (setting, { login, host, port }) => `require 'redis'
Redis.new(${setting
      .replace('LOGIN', `${login}@${host}:${String(port)}`)
      .replace('HOST', host)
      .replace('PORT', String(port))}, reconnect_attempts: 0).ping
`,
  },
]
