/** Variables that shells, containers and their like set: whose they are, and what takes them back. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'

const SHELLS: Cases = [
  ['$env:PGSSLMODE = "verify-full"\n$env:PGSSLROOTCERT = "C:\\ca.pem"\npsql -h h d', { libpq: 'full' }],
  ["PS C:\\> $env:PGSSLMODE = 'require'\nPS C:\\> psql -h h d", { libpq: 'none' }],
  [
    `$env:DATABASE_URL = "${URL}?sslmode=disable"\nnode index.js`,
    { libpq: 'plain', 'node-postgres': 'plain', Go: 'plain' },
  ],
  ['set -x PGSSLMODE require\nset -gx PGPASSWORD S3cr3tS3cr3t\npsql -h h d', { libpq: 'none' }],
  // What is taken back is set no more.
  ['export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\nunset PGSSLMODE\npsql -h h d', { libpq: 'none' }],
  ['export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\nunset PGPASSWORD\npsql -h h d', { libpq: 'full' }],
  [
    '$env:PGSSLMODE="verify-full"; $env:PGSSLROOTCERT="ca.pem"\nRemove-Item Env:\\PGSSLMODE\npsql -h h d',
    { libpq: 'none' },
  ],
  // What the string says counts before them.
  ['PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem psql "host=h dbname=d sslmode=require"', { psql: 'chain' }],
  ['export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\npsql "host=h dbname=d sslmode=disable"', { psql: 'plain' }],
]

/** Behind the image stands what the program in it is told. */
const DOCKER: Cases = [
  ['docker run image --env=PGSSLMODE=require', {}],
  ['docker run --rm -p 80:80 image --env PGSSLMODE=require', {}],
  ['docker run --rm --env=PGSSLMODE=require image', { libpq: 'none' }],
  ['docker run -it --name x -e PGSSLMODE=require image psql -h h', { libpq: 'none' }],
  ['docker compose run --rm -e PGSSLMODE=require app psql', { libpq: 'none' }],
]

const service = (name: string, ...lines: string[]) =>
  `  ${name}:\n    environment:\n${lines.map((line) => `      ${line}\n`).join('')}`
/** Each service has its own, as a map or as a list. */
const COMPOSE: Cases = ([(line: string) => line.replace('=', ': '), (line: string) => `- ${line}`] as const).flatMap(
  (write): Cases => [
    [
      `services:\n${service('a', write('PGSSLMODE=verify-full'), write('PGSSLROOTCERT=/ca.pem'))}${service('b', write('PGSSLMODE=require'))}`,
      { libpq: 'full', 'libpq 2': 'none' },
    ],
    [
      `services:\n${service('a', write('PGSSLMODE=verify-full'))}${service('b', write('PGSSLROOTCERT=/ca.pem'))}`,
      { libpq: 'depends', 'libpq 2': 'none' },
    ],
  ],
)

const KUBERNETES: Cases = [
  [
    'env:\n  - name: PGSSLMODE\n    valueFrom:\n      configMapKeyRef:\n        name: x\n        key: mode\n  - name: PGSSLROOTCERT\n    value: /ca.pem\n',
    { libpq: 'depends' },
  ],
  ['env:\n  - name: PGSSLMODE\n    value: require\n  - name: PGSSLROOTCERT\n    value: /ca.pem\n', { libpq: 'chain' }],
]

/** One setting twice, and what stands behind an address. */
const VERIFIED = 'sslmode=verify-full&sslrootcert=ca.pem'
const ADDRESSES: Cases = [
  [`DATABASE_URL=${URL}?sslmode=require&${VERIFIED}`, { libpq: 'full', 'node-postgres': 'depends', Go: 'depends' }],
  [`DATABASE_URL=${URL}?${VERIFIED}&sslmode=disable`, { libpq: 'plain', 'node-postgres': 'depends', Go: 'depends' }],
  [`DATABASE_URL=${URL}?${VERIFIED}`, { libpq: 'full', 'node-postgres': 'full', Go: 'full' }],
  [`DATABASE_URL=${URL}?${VERIFIED} # of today\n`, { libpq: 'full', 'node-postgres': 'full', Go: 'full' }],
  [`DATABASE_URL=${URL}?sslmode=require sqlx migrate run`, { libpq: 'none', 'node-postgres': 'public', Go: 'none' }],
]

const STORE = 'ssl.truststore.location=t.jks\n'
/** A broker is no client. */
const BROKERS: Cases = [
  [`broker.id=1\nsecurity.inter.broker.protocol=SSL\n${STORE}`, {}],
  [`advertised.listeners=SSL://h:1\nsecurity.protocol=SSL\n${STORE}`, {}],
  [`security.protocol=SSL\n${STORE}`, { Java: 'full' }],
  [`x.broker.id=1\nsecurity.protocol=SSL\n${STORE}`, { Java: 'full' }],
]

const CA = '  - name: PGSSLROOTCERT\n    value: /ca.pem\n'
/** Values of templates and of other files. */
const TEMPLATES: Cases = [
  [`env:\n  - name: PGSSLMODE\n    value: {{ .Values.mode }}\n${CA}`, { libpq: 'depends' }],
  ['env:\n  PGSSLMODE: {{ .Values.mode }}\n  PGSSLROOTCERT: /ca.pem\n', { libpq: 'depends' }],
  [`env:\n${CA}envFrom:\n  - secretRef:\n      name: x\n`, { libpq: 'depends' }],
  [`env:\n${CA}`, { libpq: 'none' }],
  [`services:\n${service('a', 'PGSSLROOTCERT: /ca.pem')}    env_file: .env\n`, { libpq: 'depends' }],
  ['java -Djavax.net.ssl.trustStore=t.jks -Djavax.net.ssl.trustStorePassword=S3cr3tS3cr3t -jar a.jar', {}],
]

const SPRING: Cases = [
  ['spring.kafka.security.protocol=SSL\nspring.kafka.ssl.bundle=aiven\n', { Java: 'depends' }],
  ['spring.kafka.security.protocol=SSL\n', { Java: 'public' }],
]

const PROGRAMS: Cases = [
  ['mariadb -h h --skip-ssl --ssl-verify-server-cert --ssl-ca=ca.pem', { mariadb: 'depends' }],
  ['mariadb -h h --skip-ssl', { mariadb: 'plain' }],
  [
    `DATABASE_URL=${URL}?sslmode=verify-full&sslrootcert=`,
    { libpq: 'depends', 'node-postgres': 'public', Go: 'public' },
  ],
]

const extra = (settings: string) => `{"shop": {"conn_type": "postgres", "host": "h", "extra": ${settings}}}`
const REQUIRE = '{"sslmode": "require"}'
const VERIFY = '{"sslmode": "verify-full", "sslrootcert": "/ca.pem"}'
/** Airflow's `extra` as a map and as a text. */
const AIRFLOW: Cases = [
  [extra(REQUIRE), { Airflow: 'none' }],
  [extra(VERIFY), { Airflow: 'full' }],
  [extra(JSON.stringify(REQUIRE)), { Airflow: 'none' }],
  [extra(JSON.stringify(VERIFY)), { Airflow: 'full' }],
  [extra(JSON.stringify(VERIFY)).replace('"postgres"', '"mysql"'), {}],
  [`airflow connections add shop --conn-type postgres --conn-host h --conn-extra '${VERIFY}'`, { Airflow: 'full' }],
  [`airflow connections add shop --conn-type postgres --conn-host h --conn-extra '${REQUIRE}'`, { Airflow: 'none' }],
  ['airflow connections add shop --conn-type postgres --conn-extra "$EXTRA"', { Airflow: 'depends' }],
  [`airflow connections add shop --conn-json '{"conn_type": "postgres", "extra": ${REQUIRE}}'`, { Airflow: 'none' }],
  [
    'AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql+psycopg2://u:S3cr3tS3cr3t@h/d?sslmode=require\nAIRFLOW__DATABASE__SQL_ALCHEMY_CONNECT_ARGS=my.args\n',
    { psycopg: 'depends' },
  ],
  [
    'AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=postgresql+psycopg2://u:S3cr3tS3cr3t@h/d?sslmode=require\nAIRFLOW__DATABASE__SQL_ALCHEMY_CONNECT_ARGS=\n',
    { psycopg: 'none' },
  ],
]

const FLUENT_BIT: Cases = [
  ['[output]\n    name es\n    tls on\n    tls.verify off\n', { 'Fluent Bit': 'none' }],
  ['[Output]\n    Name es\n    tls off\n', { 'Fluent Bit': 'plain' }],
]

export const ENVIRONMENT_CASES = [
  ...TEMPLATES,
  ...ADDRESSES,
  ...BROKERS,
  ...AIRFLOW,
  ...FLUENT_BIT,
  ...SHELLS,
  ...DOCKER,
  ...COMPOSE,
  ...KUBERNETES,
  ...SPRING,
  ...PROGRAMS,
]
