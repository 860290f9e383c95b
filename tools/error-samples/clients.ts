/** The clients of `error-samples.ts`, each with its shortest command for a TLS connection. */
export interface Client {
  readonly name: string
  readonly version: readonly [string, ...string[]]
  readonly postgres?: boolean
  readonly kafka?: boolean
  readonly command: (port: string) => readonly [string, ...string[]]
}

const node = (code: string): [string, ...string[]] => [
  process.execPath,
  '-e',
  `const fs=require('fs');const done=(e)=>{console.log((e?.name??'')+': '+(e?.message??e)+(e?.code?' '+e.code:''));process.exit(1)};process.on('uncaughtException',done);${code}`,
]
const nodeVersion = (name: string): [string, ...string[]] => [
  process.execPath,
  '-p',
  `require('${name}/package.json').version`,
]
const python = (code: string): [string, ...string[]] => ['/usr/bin/python3', '-c', code]

/**
 * The clients, told to trust the project's CA and to verify.
 * @param at path of a file in the work folder
 */
export const clientsAt = (at: (name: string) => string): readonly Client[] => [
  {
    name: 'psql',
    version: ['psql', '--version'],
    postgres: true,
    command: (port) => [
      'psql',
      `host=localhost port=${port} user=u password=p dbname=d sslmode=verify-full sslrootcert=${at('project.pem')} connect_timeout=5`,
    ],
  },
  {
    name: 'node-postgres',
    version: nodeVersion('pg'),
    postgres: true,
    command: (port) =>
      node(
        `new (require('pg').Client)({host:'localhost',port:${port},user:'u',password:'p',ssl:{ca:fs.readFileSync('${at('project.pem')}')},connectionTimeoutMillis:5000}).connect().catch(done)`,
      ),
  },
  {
    name: 'psycopg2',
    version: python('import psycopg2;print(psycopg2.__version__)'),
    postgres: true,
    command: (port) =>
      python(
        `import psycopg2\npsycopg2.connect('host=localhost port=${port} user=u password=p dbname=d sslmode=verify-full sslrootcert=${at('project.pem')} connect_timeout=5')`,
      ),
  },
  {
    name: 'ioredis',
    version: nodeVersion('ioredis'),
    command: (port) =>
      node(
        `const r=new (require('ioredis').Redis)({host:'localhost',port:${port},tls:{ca:fs.readFileSync('${at('project.pem')}')},retryStrategy:null});r.on('error',done);setTimeout(()=>done('no error'),4000)`,
      ),
  },
  {
    name: 'kafkajs',
    version: nodeVersion('kafkajs'),
    kafka: true,
    command: (port) =>
      node(
        `const {Kafka,logLevel}=require('kafkajs');new Kafka({brokers:['localhost:${port}'],ssl:{ca:fs.readFileSync('${at('project.pem')}')},connectionTimeout:3000,requestTimeout:3000,retry:{retries:0},logLevel:logLevel.NOTHING}).admin().connect().catch(done)`,
      ),
  },
  {
    name: 'Node.js',
    version: [process.execPath, '--version'],
    command: (port) =>
      node(
        `require('https').get({host:'localhost',port:${port},ca:fs.readFileSync('${at('project.pem')}')}).on('error',done)`,
      ),
  },
  {
    name: 'Python',
    version: python('import sys;print(sys.version.split()[0])'),
    command: (port) =>
      python(
        `import ssl,socket\nc=ssl.create_default_context(cafile='${at('project.pem')}')\ns=c.wrap_socket(socket.create_connection(('localhost',${port}),5),server_hostname='localhost')\ns.send(b'x')\ns.recv(1)`,
      ),
  },
  {
    name: 'curl',
    version: ['curl', '--version'],
    command: (port) => ['curl', '-sS', '--max-time', '5', '--cacert', at('project.pem'), `https://localhost:${port}/`],
  },
  {
    name: 'kcat',
    version: ['kcat', '-V'],
    kafka: true,
    command: (port) => [
      'timeout',
      '8',
      'kcat',
      '-L',
      '-m',
      '5',
      '-b',
      `localhost:${port}`,
      '-X',
      'security.protocol=SSL',
      '-X',
      `ssl.ca.location=${at('project.pem')}`,
    ],
  },
  {
    name: 'kafka-python',
    version: python('import kafka;print(kafka.__version__)'),
    kafka: true,
    command: (port) =>
      python(
        `import logging\nlogging.basicConfig(level=logging.ERROR)\nfrom kafka import KafkaAdminClient\nKafkaAdminClient(bootstrap_servers='localhost:${port}',security_protocol='SSL',ssl_cafile='${at('project.pem')}',api_version_auto_timeout_ms=3000,request_timeout_ms=3000)`,
      ),
  },
  {
    name: 'redis-cli',
    version: ['redis-cli', '--version'],
    command: (port) => [
      'timeout',
      '8',
      'redis-cli',
      '-h',
      'localhost',
      '-p',
      port,
      '--tls',
      '--cacert',
      at('project.pem'),
      'ping',
    ],
  },
  {
    name: 'Java',
    version: ['java', '--version'],
    command: (port) => [
      'java',
      `-Djavax.net.ssl.trustStore=${at('trust.p12')}`,
      '-Djavax.net.ssl.trustStorePassword=secret-1',
      at('Get.java'),
      `https://localhost:${port}/`,
    ],
  },
  {
    name: 'Go',
    version: ['go', 'version'],
    command: (port) => [at('get'), at('project.pem'), `https://localhost:${port}/`],
  },
]
