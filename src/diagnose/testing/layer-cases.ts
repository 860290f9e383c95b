/** Layers that count besides what stands there: files of variables, YAML's merged maps, sockets, names with nothing in them. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const unit = (more: string, mode = 'verify-full', command = '/usr/bin/psql -h h d') =>
  `[Service]\nEnvironment=PGSSLMODE=${mode}\nEnvironment="PGSSLROOTCERT=/ca.pem"\n${more}ExecStart=${command}\n`
const UNITS: Cases = [
  [unit(''), { libpq: 'full' }],
  [unit('EnvironmentFile=-/etc/app.env\n'), { libpq: 'depends' }],
  [unit('EnvironmentFile=/etc/app.env\n', 'require'), { libpq: 'depends' }],
  [unit('EnvironmentFile=/etc/app.env\nEnvironmentFile=\n'), { libpq: 'full' }],
  [unit('PassEnvironment=PGSSLMODE\n'), { libpq: 'full' }],
  [unit('UnsetEnvironment=PGSSLMODE\n'), { libpq: 'none' }],
  [unit('Environment=PGSSLMODE=require\n'), { libpq: 'chain' }],
  [unit('', 'verify-full', '/usr/bin/env PGSSLMODE=disable psql -h h'), { libpq: 'depends' }],
  [unit('', 'verify-full', "/bin/sh -c '. /etc/app.env; exec psql -h h'"), { libpq: 'depends' }],
  [unit('', 'verify-full', "/bin/sh -c 'exec psql -h h'"), { libpq: 'full' }],
]

const CA = 'PGSSLROOTCERT: /ca.pem'
const service = (environment: readonly string[], more = '', name = 'a') =>
  `  ${name}:\n${more}    environment:\n${environment.map((line) => `      ${line}\n`).join('')}`
const compose = (environment: readonly string[], more = '') => `services:\n${service(environment, more)}`
const FED = ['    env_file: .env\n', '    env_file:\n      - .env\n', '    env_file:\n      - path: .env\n']
const COMPOSE: Cases = [
  ...FED.flatMap((file): Cases => [
    [compose(['PGSSLMODE: verify-full', CA], file), { libpq: 'full' }],
    [compose(['PGSSLMODE: disable'], file), { libpq: 'plain' }],
    [compose(['PGSSLMODE: require'], file), { libpq: 'depends' }],
    [compose([CA], file), { libpq: 'depends' }],
    [`${compose(['PGSSLMODE: require'])}  b:\n${file}`, { libpq: 'none' }],
  ]),
  [compose(['- PGSSLMODE', '- PGSSLROOTCERT=/ca.pem']), { libpq: 'depends' }],
  [compose(['PGSSLMODE:', CA]), { libpq: 'depends' }],
  [compose(['PGSSLMODE: require'], '    extends:\n      file: base.yml\n      service: b\n'), { libpq: 'depends' }],
  ...['psql -h h', 'sh -c "PGSSLMODE=disable psql -h h"', 'sh -c ". /run/env; exec psql"'].map(
    (command) =>
      [
        compose(['PGSSLMODE: verify-full', CA], `    command: ${command}\n`),
        { libpq: command.startsWith('sh') ? 'depends' : 'full' },
      ] as const,
  ),
  ...['["psql", "-h", "h"]', '["sh", "-c", ". /run/env; exec psql"]'].map(
    (command) =>
      [
        `FROM app\nENV PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\nCMD ${command}\n`,
        { libpq: command.includes('sh"') ? 'depends' : 'full' },
      ] as const,
  ),
  [
    'jobs:\n  a:\n    env:\n      PGSSLMODE: verify-full\n      PGSSLROOTCERT: /ca.pem\n    steps:\n      - run: psql -h h.example.com d\n',
    { libpq: 'full' },
  ],
  [compose(['PGSSLMODE: verify-full', 'PGSSLROOTCERT:']), { libpq: 'depends' }],
]

const BASE = `x-base: &base\n  PGSSLMODE: require\n  PGSSLROOTCERT: /ca.pem\n`
const MERGED: Cases = [
  [`${BASE}${compose(['<<: *base'])}`, { libpq: 'chain' }],
  [`${BASE}${compose(['<<: *base', 'PGSSLMODE: verify-full'])}`, { libpq: 'full' }],
  [`${BASE}${compose(['PGSSLMODE: disable', '<<: *base'])}`, { libpq: 'plain' }],
  [`${BASE}${compose(['<<: [*base]', 'A: b'])}`, { libpq: 'chain' }],
  [`${BASE}services:\n  a:\n    environment: *base\n`, { libpq: 'chain' }],
  [`mode: &mode disable\n${compose(['PGSSLMODE: *mode', CA])}`, { libpq: 'plain' }],
  [
    'default: &default\n  adapter: postgresql\n  host: h\n  sslmode: require\nproduction:\n  <<: *default\n  sslmode: verify-full\n  sslrootcert: /ca.pem\n',
    { 'pg (Ruby': 'none', 'pg (Ruby 2': 'full' },
  ],
  [
    'default: &default\n  adapter: postgresql\n  host: h\n  sslmode: verify-full\n  sslrootcert: /ca.pem\nproduction:\n  <<: *default\n  sslmode: disable\n',
    { 'pg (Ruby': 'full', 'pg (Ruby 2': 'plain' },
  ],
]

const DOCKER: Cases = [
  ['docker run --env-file .env -e PGSSLMODE=verify-full -e PGSSLROOTCERT=/ca.pem app', { libpq: 'full' }],
  ['docker run --env-file .env -e PGSSLROOTCERT=/ca.pem app', { libpq: 'depends' }],
  ['docker run --env-file .env -e PGSSLMODE=require app', { libpq: 'depends' }],
  ['docker run -e PGSSLMODE=require app', { libpq: 'none' }],
  ['docker run -e PGSSLMODE=verify-full -e PGSSLROOTCERT=/ca.pem app psql -h h', { libpq: 'full' }],
  [
    'docker run -e PGSSLMODE=verify-full -e PGSSLROOTCERT=/ca.pem app sh -c "PGSSLMODE=disable psql -h h"',
    { libpq: 'depends' },
  ],
]

const VERIFIES = 'sslmode=verify-full&sslrootcert=/ca.pem'
const WORDS = 'sslmode=verify-full sslrootcert=/ca.pem'
const MYSQL = '--ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem'
const DJANGO = (host: string) =>
  `DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'HOST': '${host}', 'OPTIONS': {'sslmode': 'verify-full', 'sslrootcert': '/ca.pem'}}}`
/** A host, and in its place a socket. */
const HOSTS: readonly (readonly [client: string, text: (host: string) => string, hosts: readonly string[]])[] = [
  ['psql', (host) => `psql "host=${host} dbname=d ${WORDS}"`, ['/var/run/postgresql', '@pg']],
  ['psql', (host) => `psql "postgres://u@${host}/d?${VERIFIES}"`, ['%2Fvar%2Frun%2Fpostgresql', '']],
  ['psql', (host) => `psql "postgres:///d?host=${host}&${VERIFIES}"`, ['/var/run/postgresql', '%2Ftmp']],
  ['psycopg', (host) => `psycopg2.connect(host="${host}", sslmode="verify-full", sslrootcert="/ca.pem")`, ['/tmp']],
  ['psycopg', DJANGO, ['/cloudsql/p:r:i']],
  ['PHP', (host) => `new PDO('pgsql:host=${host};sslmode=verify-full;sslrootcert=/ca.pem')`, ['/tmp']],
  ['Npgsql', (host) => `Host=${host};Database=d;SSL Mode=VerifyFull;Root Certificate=/ca.pem`, ['/tmp']],
  ['node-postgres', (host) => `import { Pool } from 'pg'\nnew Pool({ host: '${host}', ssl: { ca } })`, ['/tmp']],
  ['libpq', (host) => `PGHOST=${host}\nPGSSLMODE=verify-full\nPGSSLROOTCERT=/ca.pem\n`, ['/tmp']],
  ['libpq', (host) => `export PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\npsql -h ${host} d\n`, ['/tmp']],
  ['libpq', (host) => `[prod]\nhost=${host}\nsslmode=verify-full\nsslrootcert=/ca.pem\n`, ['/tmp']],
  [
    'pg (Ruby',
    (host) => `production:\n  adapter: postgresql\n  host: ${host}\n  sslmode: verify-full\n  sslrootcert: /ca.pem\n`,
    ['/tmp'],
  ],
  ['mysql', (host) => `mysql -h ${host} ${MYSQL} d`, ['localhost', 'h --socket=/tmp/m.sock', 'h -S /tmp/m.sock']],
  ['mysql', (host) => `[client]\nhost=${host}\nssl-mode=VERIFY_IDENTITY\nssl-ca=ca.pem\n`, ['h\nsocket=/tmp/m.sock']],
  [
    'MySQL Connector/Python',
    (host) => `mysql.connector.connect(${host}, ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=True)`,
    ['unix_socket="/tmp/m.sock"'],
  ],
]
const SOCKETS: Cases = [
  ...HOSTS.flatMap(([client, text, sockets]): Cases => [
    [text(client.startsWith('MySQL') ? 'host="h.example.com"' : 'h.example.com'), { [client]: 'full' }],
    ...sockets.map((socket) => [text(socket), { [client]: 'depends' }] as const),
  ]),
  [`mysql -h localhost --protocol=TCP ${MYSQL} d`, { mysql: 'full' }],
  [`mysql -h 127.0.0.1 ${MYSQL} d`, { mysql: 'full' }],
  [`jdbc:postgresql://h/d?socketFactory=com.example.Unix&${VERIFIES}`, { pgJDBC: 'depends' }],
]

/** The CA of a client that verifies with it, and that setting with nothing in it. */
const FILES: readonly (readonly [client: string, text: (file: string) => string, verifies?: string])[] = [
  ['Npgsql', (file) => `Host=h;Database=d;SSL Mode=VerifyFull;Root Certificate=${file};Username=u`],
  ['mysql', (file) => `mysql -h h.example.com --ssl-mode=VERIFY_IDENTITY --ssl-ca=${file} d`, 'fails'],
  ['mysql', (file) => `[client]\nhost=h.example.com\nssl-mode=VERIFY_IDENTITY\nssl-ca=${file}\n`, 'fails'],
  ['Java', (file) => `bootstrap.servers=k:1\nsecurity.protocol=SSL\nssl.truststore.location=${file}\n`],
  ['Java', (file) => `spring.kafka.security.protocol=SSL\nspring.kafka.ssl.trust-store-location=${file}\n`],
  ['pgJDBC', (file) => `jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=${file}`],
  ['psql', (file) => `psql "host=h dbname=d sslmode=verify-full sslrootcert='${file}'"`],
  ['libpq', (file) => `export PGSSLMODE=verify-full\nexport PGSSLROOTCERT="${file}"\npsql -h h d\n`],
  ['PHP', (file) => `new PDO('mysql:host=h;dbname=d', 'u', 'p', [PDO::MYSQL_ATTR_SSL_CA => '${file}'])`],
]
const EMPTY: Cases = FILES.flatMap(([client, text, verifies = 'depends']): Cases => [
  [text('/ca.jks'), { [client]: 'full' }],
  [text(''), { [client]: verifies }],
])

export const LAYER_CASES = [...UNITS, ...COMPOSE, ...MERGED, ...DOCKER, ...SOCKETS, ...EMPTY]
