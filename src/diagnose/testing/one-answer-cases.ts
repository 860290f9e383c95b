/** What would be told twice, and is one connection: variables of one container, environments that take the same settings. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]
type Variables = readonly (readonly [name: string, value: string])[]

const lines = (variables: Variables, write: (name: string, value: string) => string) =>
  variables.map(([name, value]) => write(name, value)).join('\n')

/** Variables, in everything that gives them to one process. */
const CONTAINERS: readonly ((variables: Variables) => string)[] = [
  (all) => lines(all, (name, value) => `${name}=${value}`),
  (all) => lines(all, (name, value) => `export ${name}='${value}'`),
  (all) => `FROM node:20\n${lines(all, (name, value) => `ENV ${name}=${value}`)}\nCMD ["node", "app.js"]`,
  (all) =>
    `services:\n  app:\n    image: node:20\n    environment:\n${lines(all, (name, value) => `      ${name}: "${value}"`)}\n`,
  (all) =>
    `services:\n  app:\n    build: .\n    environment:\n${lines(all, (name, value) => `      - ${name}=${value}`)}\n`,
  (all) =>
    `kind: Pod\nspec:\n  containers:\n    - name: app\n      image: node:20\n      env:\n${lines(all, (name, value) => `        - name: ${name}\n          value: "${value}"`)}\n`,
  (all) => `kind: ConfigMap\ndata:\n${lines(all, (name, value) => `  ${name}: "${value}"`)}\n`,
  (all) => JSON.stringify({ env: Object.fromEntries(all) }),
  (all) => `docker run ${all.map(([name, value]) => `-e ${name}='${value}'`).join(' ')} node:20 node app.js`,
]

const OFF: Variables = [['NODE_TLS_REJECT_UNAUTHORIZED', '0']]
const ADDRESSES: readonly (readonly [string, Verdicts])[] = [
  ['postgres://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=require', { 'node-postgres': 'none' }],
  ['postgres://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=verify-full', { 'node-postgres': 'none' }],
  ['postgres://app:S3cr3tS3cr3t@h.example.com:1/d', { 'node-postgres': 'plain' }],
  ['rediss://default:S3cr3tS3cr3t@h.example.com:1', { ioredis: 'none', 'node-redis': 'none' }],
  ['mysql://app:S3cr3tS3cr3t@h.example.com:1/d?ssl-mode=REQUIRED', { 'mysql2 (Node': 'plain' }],
]

const NODE: Cases = CONTAINERS.flatMap((write) =>
  ADDRESSES.map(([address, verdicts]) => [write([...OFF, ['SERVICE_URL', address]]), verdicts] as const),
)

/** Another container's variables, and those that are for other programs. */
const APART: Cases = [
  [
    'services:\n  a:\n    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: "0"\n  b:\n    environment:\n      DATABASE_URL: postgresql+psycopg2://h.example.com:1/d?sslmode=verify-full&sslrootcert=/ca.pem\n',
    { psycopg: 'full', 'Node.js': 'none' },
  ],
  [
    'services:\n  a:\n    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: "0"\n  b:\n    environment:\n      REDIS_URL: rediss://h.example.com:1\n',
    { 'redis-cli': 'depends', ioredis: 'depends', 'redis-py': 'depends', 'Node.js': 'none' },
  ],
  ...['GIT_SSL_NO_VERIFY=true', 'NPM_CONFIG_STRICT_SSL=false', 'PIP_TRUSTED_HOST=h'].map(
    (variable) =>
      [
        `${variable}\nDATABASE_URL=postgresql+psycopg2://h.example.com:1/d?sslmode=verify-full&sslrootcert=/ca.pem\n`,
        { psycopg: 'full' },
      ] as const,
  ),
]

const kafkajs = (before: string, own = '') =>
  `${before}\nconst { Kafka } = require('kafkajs')\nconst kafka = new Kafka({ brokers: ['h.example.com:1'], ssl: { ca: [ca]${own} } })\n`
const IN_CODE = "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'"

/** The switch of the process, in the code itself and in a script beside it; what a client is told itself counts before. */
const OF_PROCESS: Cases = [
  [kafkajs(IN_CODE), { kafkajs: 'depends', 'Node.js': 'none' }],
  [kafkajs(IN_CODE, ', rejectUnauthorized: true'), { kafkajs: 'full', 'Node.js': 'none' }],
  ...['', 'cross-env ', 'PORT=1 '].map(
    (before) =>
      [
        kafkajs(`"scripts": { "start": "${before}NODE_TLS_REJECT_UNAUTHORIZED=0 node index.js" }`),
        { kafkajs: 'depends' },
      ] as const,
  ),
  [kafkajs("console.warn('Never set NODE_TLS_REJECT_UNAUTHORIZED=0 in production')"), { kafkajs: 'full' }],
]

const taken = (base: string, own = '') =>
  ['development', 'test', 'production'].reduce(
    (text, name) => `${text}${name}:\n  <<: *default\n  database: ${name}\n${name === 'production' ? own : ''}`,
    `default: &default\n${base}`,
  )
const RAILS = '  adapter: postgresql\n  host: h.example.com\n'

/** Environments of one file. */
const TAKEN: Cases = [
  [taken(`${RAILS}  sslmode: require\n`), { pg: 'none' }],
  [taken(`${RAILS}  sslmode: verify-full\n  sslrootcert: ca.pem\n`), { pg: 'full' }],
  [
    taken(`${RAILS}  sslmode: require\n`, '  sslmode: verify-full\n  sslrootcert: ca.pem\n'),
    { pg: 'none', 'pg 2': 'full' },
  ],
  [taken('  adapter: mysql2\n  host: h.example.com\n  ssl_mode: required\n'), { mysql2: 'none' }],
  [taken('  security.protocol: ssl\n  ssl.ca.location: ca.pem\n'), { librdkafka: 'full' }],
  // Written twice, it's mended twice.
  [['a', 'b'].map((name) => `${name}:\n${RAILS}  sslmode: require\n`).join(''), { pg: 'none', 'pg 2': 'none' }],
]

export const ONE_ANSWER_CASES: Cases = [...NODE, ...APART, ...OF_PROCESS, ...TAKEN]
