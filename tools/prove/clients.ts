/**
 * How this machine offers each client that a guide is for: one entry per guide. The guide says everything else.
 * A guide without an entry, or whose client is not installed, is not run, and nothing is claimed of it.
 */
import { resolve } from 'node:path'

import { makeWorkplace } from './workplace.ts'

export interface Client {
  /** The program or library that is proven, as the page names it. */
  readonly name: string
  /** A line of the shell that prints the version; the client is not here when `pattern` isn't in its output. */
  readonly version: string
  readonly pattern: RegExp
  /** Links in the folder that the client runs in: a library that the user would have installed. */
  readonly libraries?: Readonly<Record<string, string>>
  /** Programs on the PATH that this machine lacks, by name. */
  readonly standIns?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Uses a port of a fixed number: its runs take turns. */
  readonly alone?: boolean
  /** How it is told what "the system's trust" is; without it, endpoints of a public CA are not run. */
  readonly systemTrust?: readonly SystemTrust[]
}

/** Variables that add the CA of a run to what the system trusts, or stand for it. */
export type SystemTrust = 'openssl' | 'node' | 'java'

const NODE_MODULES = { node_modules: resolve('node_modules') }

const nodeLibrary = (name: string): Client => ({
  name,
  version: `node -p 'require("${name}/package.json").version'`,
  pattern: /^(\d\S+)/,
  libraries: NODE_MODULES,
  systemTrust: ['node'],
})

const pythonLibrary = (name: string, expression: string): Client => ({
  name,
  version: `python3 -c 'import ${name} as module; print(${expression})'`,
  pattern: /^(\d\S+)/,
})

const PGJDBC = '/usr/share/java/postgresql.jar'

/** Kafka's Java client cannot be had from packages. Its place takes a program that opens the same files with the same library. */
const KAFKA_TOPICS: Client = {
  name: 'OpenJDK’s TLS with these settings, in place of Kafka’s client',
  version: 'java --version',
  pattern: /^openjdk (\d\S+)/,
  standIns: { 'kafka-topics.sh': resolve('tools/prove/stand-ins/kafka-topics.sh') },
  systemTrust: ['java'],
}

export const CLIENTS: Readonly<Record<string, Client>> = {
  psql: { name: 'psql', version: 'psql --version', pattern: /PostgreSQL\) (\d\S+)/ },
  psycopg: pythonLibrary('psycopg', 'module.__version__'),
  'node-postgres': nodeLibrary('pg'),
  'go-pq': {
    name: 'lib/pq',
    version: "go version && dpkg-query -W -f 'lib/pq ${Version}' golang-github-lib-pq-dev",
    pattern: /lib\/pq (\d[^-\s]*)/,
    // How Debian offers Go libraries.
    env: { GOPATH: '/usr/share/gocode', GO111MODULE: 'off', GOCACHE: resolve('node_modules/.cache/prove-go') },
    systemTrust: ['openssl'],
  },
  jdbc: {
    name: 'PostgreSQL JDBC Driver',
    version: `java -jar ${PGJDBC}`,
    pattern: /(?:Driver|JDBC) (\d\S+)/,
    libraries: { 'postgresql.jar': PGJDBC },
    systemTrust: ['java'],
  },
  'php-pdo-pgsql': {
    name: 'PHP PDO',
    version: `php -r 'extension_loaded("pdo_pgsql") && print(PHP_VERSION);'`,
    pattern: /^(\d\S+)/,
  },
  mysql: { name: 'mysql', version: 'mysql --version', pattern: /Ver (\d\S+) for .*MySQL/ },
  mariadb: { name: 'mariadb', version: 'mariadb --version', pattern: /(?:Distrib|from) (\d[^-,\s]*)-MariaDB/ },
  mysql2: nodeLibrary('mysql2'),
  pymysql: pythonLibrary('pymysql', 'module.__version__'),
  kcat: { name: 'kcat', version: 'kcat -V', pattern: /Version (\d\S+)/, systemTrust: ['openssl'] },
  'kafka-python': { ...pythonLibrary('kafka', 'module.__version__'), name: 'kafka-python', systemTrust: ['openssl'] },
  'confluent-kafka': {
    ...pythonLibrary('confluent_kafka', 'module.version()[0]'),
    name: 'confluent-kafka',
    systemTrust: ['openssl'],
  },
  kafkajs: nodeLibrary('kafkajs'),
  'java-keystore': KAFKA_TOPICS,
  'java-pem': KAFKA_TOPICS,
  'redis-cli': {
    name: 'redis-cli behind socat',
    version: 'redis-cli --version && socat -V',
    pattern: /redis-cli (\d\S+)[^]*socat version/,
    alone: true,
    systemTrust: ['openssl'],
  },
  ioredis: nodeLibrary('ioredis'),
  curl: { name: 'curl', version: 'curl --version', pattern: /^curl (\d\S+)/, systemTrust: ['openssl'] },
}

/** Clients that no guide is for, and traps are. */
export const OTHER_CLIENTS: Readonly<Record<string, Client>> = {
  'php-pdo-mysql': {
    name: 'PHP PDO for MySQL',
    version: `php -r 'extension_loaded("pdo_mysql") && print(PHP_VERSION);'`,
    pattern: /^(\d\S+)/,
  },
  'redis-cli-alone': { name: 'redis-cli', version: 'redis-cli --version', pattern: /redis-cli (\d\S+)/ },
}

/** A client's version on this machine; undefined when it is not here. */
export const versionOf = async ({ version, pattern, libraries, env }: Client): Promise<string | undefined> => {
  const place = await makeWorkplace(env, libraries)
  const { output } = await place.shell(version)
  await place.remove()
  return pattern.exec(output)?.[1]
}
