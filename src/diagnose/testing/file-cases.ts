/** Files of programs, each with a neighbour that comes to something else. */
type Verdicts = Readonly<Record<string, string>>

const FULL = 'ENV PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\n'
const STAGES: readonly (readonly [string, Verdicts])[] = [
  // A stage that sets nothing has what it is made from.
  [
    `FROM a AS base\nENV PGSSLMODE=disable\nFROM base AS dev\n${FULL}FROM base AS prod\nCMD ["x"]\n`,
    { libpq: 'full', 'libpq 2': 'plain' },
  ],
  [
    'FROM a AS base\nENV PGSSLMODE=disable\nFROM base AS one\nCMD ["x"]\nFROM base AS two\nCMD ["y"]\n',
    { libpq: 'plain' },
  ],
  // Names of stages have no case; of two with one name, the last counts.
  ['FROM a AS Base\nENV PGSSLROOTCERT=/ca.pem\nFROM base\nENV PGSSLMODE=verify-full\nCMD ["x"]\n', { libpq: 'full' }],
  [
    'FROM a AS b\nENV PGSSLMODE=disable\nFROM a AS b\nENV PGSSLROOTCERT=/ca.pem\nFROM B\nENV PGSSLMODE=verify-full\nCMD ["x"]\n',
    { libpq: 'full', 'libpq 2': 'plain' },
  ],
  // What the last image starts tells who reads the address.
  ...(
    [
      ['FROM node:20', 'CMD ["node", "a.js"]', { 'node-postgres': 'public' }],
      ['FROM a', 'CMD npm start', { 'node-postgres': 'public' }],
      ['FROM python:3.12', 'CMD ["python", "a.py"]', { psycopg: 'none', asyncpg: 'none' }],
      ['FROM node:20 AS build\nFROM python:3.12-slim', '', { psycopg: 'none', asyncpg: 'none' }],
      ['FROM ruby:3', 'ENTRYPOINT ["/usr/bin/bundle", "exec", "puma"]', { 'pg (Ruby, libpq)': 'none' }],
      ['FROM node:20', 'CMD ["./start.sh"]', { libpq: 'none', 'node-postgres': 'public', 'Go lib/pq': 'none' }],
    ] as const
  ).map(
    ([from, start, verdicts]) =>
      [`${from}\nENV DATABASE_URL=postgres://u@h:1/d?sslmode=require\n${start}\n`, verdicts] as const,
  ),
  // No shell reads ENV and Environment: a bare & is part of the address.
  [
    'FROM a\nENV DATABASE_URL=jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=/ca.pem\nCMD ["x"]\n',
    { pgJDBC: 'full' },
  ],
  [
    'FROM a\nENV DATABASE_URL=jdbc:postgresql://h/d?sslmode=require&sslrootcert=/ca.pem\nCMD ["x"]\n',
    { pgJDBC: 'none' },
  ],
  [
    '[Service]\nEnvironment=DATABASE_URL=jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=/ca.pem\n',
    { pgJDBC: 'full' },
  ],
  // With no value, Environment begins anew.
  [
    '[Service]\nEnvironment=PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\nEnvironment=\nEnvironment=PGSSLMODE=require\n',
    { libpq: 'none' },
  ],
  ['[Service]\nEnvironment=PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\nEnvironment=A=b\n', { libpq: 'full' }],
]

const URL = 'postgres://u:S3cr3tS3cr3t@h:1/d'
const LINES: readonly (readonly [string, Verdicts])[] = [
  [`connect(host, timeout=5) failed\nDATABASE_URL=jdbc:postgresql://h/d?sslmode=require\n`, { pgJDBC: 'none' }],
  [`Foo bar = baz)\nDATABASE_URL=jdbc:postgresql://h/d?sslmode=require\n`, { pgJDBC: 'none' }],
  [`DATABASE_URL = "${URL}"\ncreate_engine(DATABASE_URL, connect_args={"sslmode": "require"})\n`, { psycopg: 'none' }],
  ['[client]\r\nhost=h\r\nssl-mode=REQUIRED\r\n', { mysql: 'none' }],
  ['[client]\r\nhost=h\r\nskip-ssl\r\n', { mysql: 'plain' }],
  ['[shop]\r\nhost=h\r\nsslmode=require\r\n', { libpq: 'none' }],
  ['[connection]\r\nssl = true\r\n[ssl]\r\ncertfile = /app/ca.pem\r\n', { cqlsh: 'chain' }],
  ['[[outputs.kafka]]\nbrokers = ["h:1"]\ninsecure_skip_verify = true\n', { Telegraf: 'none' }],
]

const CQLSH: readonly (readonly [string, Verdicts])[] = [
  ['[connection]\nhostname = h\nssl = false\n[ssl]\ncertfile = /ca.pem\nvalidate = true\n', { cqlsh: 'plain' }],
  ['[connection]\nhostname = h\n[ssl]\ncertfile = /ca.pem\nvalidate = true\n', { cqlsh: 'depends' }],
  ['[connection]\nhostname = h\nssl = true\n[ssl]\ncertfile = /ca.pem\nvalidate = true\n', { cqlsh: 'chain' }],
  // Other programs have such a section.
  ['[ssl]\ncertfile = server.crt\n', {}],
  ['[connection]\nhost = h\n[ssl]\ncertfile = server.crt\nkeyfile = server.key\n', {}],
]

const database = (entries: string) => `[server]\nroot_url = https://g/\n[database]\ntype = postgres\n${entries}`
const service = (name: string, entries: string) => `  ${name}:\n    environment:\n${entries}`
const GRAFANA_FULL = `      GF_DATABASE_TYPE: postgres\n      GF_DATABASE_SSL_MODE: verify-full\n      GF_DATABASE_CA_CERT_PATH: /ca.pem\n`
const GRAFANA_PLAIN = '      GF_DATABASE_TYPE: postgres\n      GF_DATABASE_SSL_MODE: disable\n'
const GRAFANA: readonly (readonly [string, Verdicts])[] = [
  [`services:\n${service('a', GRAFANA_PLAIN)}${service('b', GRAFANA_FULL)}`, { Grafana: 'full', 'Grafana 2': 'plain' }],
  [
    `services:\n${service('a', GRAFANA_FULL)}${service('b', '      ELASTIC_TLS_SKIP_VERIFY: "true"\n')}`,
    { Grafana: 'full', 'The client': 'none' },
  ],
  [
    `services:\n${service('a', GRAFANA_FULL)}${service('b', '      PGSSLMODE: require\n')}`,
    { Grafana: 'full', libpq: 'none' },
  ],
  [
    `services:\n${[GRAFANA_PLAIN, GRAFANA_FULL].map((entries, index) => service(`s${String(index)}`, entries.replaceAll(/(\w+): /g, '- $1='))).join('')}`,
    { Grafana: 'full', 'Grafana 2': 'plain' },
  ],
  // What the address says, comes behind.
  [database(`url = ${URL}?sslmode=disable\nssl_mode = verify-full\nca_cert_path = /ca.pem\n`), { Grafana: 'plain' }],
  [database(`url = ${URL}\nssl_mode = verify-full\nca_cert_path = /ca.pem\n`), { Grafana: 'full' }],
  [
    database(`connection_string = ${URL}?sslmode=disable\nssl_mode = verify-full\nca_cert_path = /c\n`),
    { Grafana: 'depends' },
  ],
  [`GF_DATABASE_URL=${URL}?sslmode=require\n`, { Grafana: 'none' }],
  // Other programs have such a section.
  ['[database]\ntype = mysql\nhost = h\npassword = S3cr3tS3cr3t\n', {}],
  ['[database]\ntype = mysql\nssl_mode = VERIFY_IDENTITY\n', {}],
  ['[database]\ntype = "postgres"\nssl_mode = "require"\n', {}],
  // What isn't known exactly is left open.
  [database('ssl_mode = require ; for now\n'), { Grafana: 'depends' }],
  ['[database]\ntype = mysql\nssl_mode = "skip-verify" ; for now\nca_cert_path = /ca.pem\n', { Grafana: 'depends' }],
  ['[database]\ntype = mysql\nssl_mode = skip-verify\n', { Grafana: 'fails' }],
  ['[OUTPUT]\n  Name es\n  tls   On  # encrypt\n  tls.ca_file /ca.pem\n', { 'Fluent Bit': 'depends' }],
  ['[OUTPUT]\n  Name es\n  tls On\t \r\n  tls.verify Off \r\n', { 'Fluent Bit': 'none' }],
]

const output = (name: string, entries: string) => `    ${name}:\n${entries}`
const VERIFY = '      type: postgres\n      sslmode: verify-full\n'
const DBT: readonly (readonly [string, Verdicts])[] = [
  [
    `shop:\n  outputs:\n${output('dev', VERIFY)}${output('prod', '      type: postgres\n      sslrootcert: /ca.pem\n')}`,
    { dbt: 'depends', 'dbt 2': 'none' },
  ],
  [
    `shop:\n  outputs:\n${output('dev', `${VERIFY}      sslrootcert: /ca.pem\n`)}${output('prod', '      type: postgres\n      sslmode: require\n')}`,
    { dbt: 'full', 'dbt 2': 'none' },
  ],
  // An output of another kind is none of PostgreSQL's.
  [
    `shop:\n  outputs:\n${output('dev', `${VERIFY}      sslrootcert: /ca.pem\n`)}${output('red', '      type: redshift\n      sslmode: prefer\n')}`,
    { dbt: 'full' },
  ],
]

const CASES = [...STAGES, ...LINES, ...CQLSH, ...GRAFANA, ...DBT]

/** A file, with line ends of either kind, and what is said of each client that reads it: of these, and of no others. */
export const FILE_CASES = CASES.flatMap(([text, verdicts]) =>
  [...new Set([text, text.replaceAll(/\r?\n/g, '\r\n')])].map((file) => [file, verdicts] as const),
)
