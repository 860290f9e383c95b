/** Variables that shells, containers and their like set: whose they are, and what takes them back. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'

const SET = 'export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\n'
const SET_FISH = 'set -gx PGSSLMODE verify-full\nset -gx PGSSLROOTCERT ca.pem\n'
const SET_WINDOWS = '$env:PGSSLMODE = "verify-full"\n$env:PGSSLROOTCERT = "ca.pem"\n'
const RUN = 'psql -h h d\n'
const each = (before: string, lines: readonly string[], after: string, verifies: string): Cases =>
  lines.map((line) => [`${before}${line}\n${after}`, { libpq: verifies }])
/** Taken back before a command runs, behind the last one, between two; or perhaps. */
const TAKEN_BACK: Cases = [
  ...each(
    SET,
    [
      'unset PGSSLMODE # old',
      'unset "PGSSLMODE"',
      '$ unset PGSSLMODE',
      'unset PGPORT PGSSLMODE',
      'export -n PGSSLMODE',
    ],
    RUN,
    'none',
  ),
  ...each(SET, ['unset -f PGSSLMODE', "trap 'unset PGSSLMODE' EXIT", 'echo unset PGSSLMODE'], RUN, 'full'),
  ...each(SET + RUN, ['unset PGSSLMODE', 'unset PGSSLMODE PGSSLROOTCERT', 'unset PGSSLMODE\necho done'], '', 'full'),
  ...each(SET + RUN, ['unset PGSSLMODE', 'unset PGSSLROOTCERT', 'psql && unset PGSSLMODE'], RUN, 'depends'),
  ...each(
    SET,
    ['for a in b c; do psql -h $a; unset PGSSLMODE; done', 'run() {\n  psql\n  unset PGSSLMODE\n}'],
    '',
    'depends',
  ),
  ...each(SET, ['set -- $ARGS', 'for a in b c; do psql -h $a; done'], RUN, 'full'),
  ...each(SET + RUN, ['unset PGPASSWORD', 'unset PGHOST PGUSER'], RUN, 'full'),
  ...each(
    SET,
    [
      'if [ -n "$A" ]; then unset PGSSLMODE; fi',
      'if [ -n "$A" ]; then\n  unset PGSSLMODE\nfi',
      '[ -n "$A" ] && unset PGSSLMODE',
      '( unset PGSSLMODE; psql )',
      'env -u PGSSLMODE psql',
      'env -i psql',
    ],
    RUN,
    'depends',
  ),
  [
    `export DATABASE_URL=${URL}?sslmode=require\n./migrate\nunset DATABASE_URL`,
    { libpq: 'none', 'node-postgres': 'public', Go: 'none' },
  ],
  ...each(
    SET_WINDOWS,
    [
      'Remove-Item Env:\\PGSSLMODE -ErrorAction SilentlyContinue',
      'PS C:\\> Remove-Item Env:PGSSLMODE',
      'rm "Env:PGSSLMODE"',
      '$env:PGSSLMODE = $null',
      '$env:PGSSLMODE=""',
    ],
    RUN,
    'none',
  ),
  ...each('set PGSSLMODE=verify-full\nset PGSSLROOTCERT=ca.pem\n', ['set PGSSLMODE=', 'set "PGSSLMODE="'], RUN, 'none'),
  ...each('set PGSSLROOTCERT=ca.pem\n', ['set PGSSLMODE='], RUN, 'fails'),
  ...each(SET_WINDOWS + RUN, ['Remove-Item Env:PGSSLMODE', '$env:PGSSLMODE = $null'], '', 'full'),
  ...each(SET_WINDOWS, ['$env:PGSSLMODE = $mode', '$env:PGSSLMODE = (Get-Content m)'], RUN, 'depends'),
  ...each('$env:PGSSLROOTCERT = "ca.pem"\n', ['$env:PGSSLMODE = $mode'], RUN, 'depends'),
  ...each('$env:PGSSLROOTCERT = "ca.pem" # the CA\n', ['$env:PGSSLMODE = "disable"'], RUN, 'plain'),
  ...each(
    SET_FISH,
    ['set -eg PGSSLMODE', 'set --erase PGSSLMODE', 'set -e PGSSLMODE', 'set -u PGSSLMODE', 'set -e -g PGSSLMODE'],
    RUN,
    'none',
  ),
  ...each(SET_FISH, ['set -gx PGSSLMODE $mode', 'set -g PGSSLMODE disable', 'set PGSSLMODE disable'], RUN, 'depends'),
  // Without -x, fish keeps a variable to itself.
  ...each(
    'set -gx PGSSLROOTCERT ca.pem\n',
    ['set -g PGSSLMODE verify-full', 'set -U PGSSLMODE verify-full'],
    RUN,
    'none',
  ),
  ...each(
    'set -gx PGSSLROOTCERT ca.pem\n',
    ['set -Ux PGSSLMODE verify-full', 'set --export PGSSLMODE verify-full'],
    RUN,
    'full',
  ),
]

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
  ...TAKEN_BACK,
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
  ['docker compose run -T app -e PGSSLMODE=require', {}],
  ...[
    'compose run -T',
    'compose exec -T',
    'compose run --no-TTY',
    'run --replace',
    'run --what-is-it',
    'run --sig-proxy',
  ].map((start): Cases[number] => [`docker ${start} -e PGSSLMODE=require app`, { libpq: 'none' }]),
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
