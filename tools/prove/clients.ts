/**
 * How this machine offers each client that a guide is for: one entry per guide. The guide says everything else.
 * A guide without an entry, or whose client isn't installed, isn't run, and nothing is claimed of it.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'

import { jarOf, KIT } from './kit.ts'
import type { Endpoint } from './servers/impostors.ts'
import { KAFKA_LIBRARIES } from './servers/real-kafka.ts'
import { makeWorkplace, type Equipment } from './workplace.ts'

export interface Client extends Equipment {
  /** The program or library that is proven, as the page names it. */
  readonly name: string
  /** A line of the shell that prints the version; the client isn't here when `pattern` isn't in its output. */
  readonly version: string
  readonly pattern: RegExp
  /** Uses a port of a fixed number, or all of the machine: its runs take turns. */
  readonly alone?: boolean
  /** Takes many seconds to compile or to start: not of CI's fixed set. */
  readonly slow?: boolean
  /** Why it can't log in at all at this kind of endpoint, as a sentence; it isn't run there. */
  readonly unable?: (endpoint: Endpoint) => string | undefined
  /** How it is told what "the system's trust" is; without it, endpoints of a public CA aren't run. */
  readonly systemTrust?: readonly SystemTrust[]
}

/** Variables that add the CA of a run to what the system trusts, or stand for it. */
export type SystemTrust = 'openssl' | 'node' | 'java' | 'certifi'

const nodeLibrary = (name: string): Client => ({
  name,
  version: `node -p 'JSON.parse(fs.readFileSync("node_modules/${name}/package.json")).version'`,
  pattern: /^(\d\S+)/,
  libraries: { node_modules: join(KIT, 'npm/node_modules') },
  systemTrust: ['node'],
})

/** @param distribution its name at PyPI, which is the client's unless told otherwise */
const pythonLibrary = (distribution: string, more: Partial<Client> = {}): Client => ({
  name: distribution,
  version: `python3 -c 'from importlib.metadata import version; print(version("${distribution}"))'`,
  pattern: /^(\d\S+)/,
  path: [join(KIT, 'python/venv/bin')],
  ...more,
})

const OPENSSL = { systemTrust: ['openssl'] } as const

/** @param set of `kit.json`; @param jar of the artifact, without version */
const javaLibrary = (name: string, set: string, jar: string): Client => ({
  name,
  version: `ls lib | grep '^${jar}-[0-9]' && java --version`,
  pattern: new RegExp(`^${jar}-(\\d\\S*)\\.jar[^]*openjdk`),
  libraries: { lib: join(KIT, 'maven', set, 'lib') },
  systemTrust: ['java'],
})

const goLibrary = (module: string): Client => ({
  name: module.replace(/^github.com\/|\/v\d+$/g, ''),
  version: `go list -m ${module}`,
  pattern: / v(\d\S+)/,
  libraries: { 'go.mod': join(KIT, 'go/project/go.mod'), 'go.sum': join(KIT, 'go/project/go.sum') },
  path: ['/usr/local/go/bin'],
  env: {
    GOMODCACHE: join(KIT, 'go/modules'),
    GOCACHE: join(KIT, 'go/cache'),
    GOPROXY: 'off',
    GOFLAGS: '-mod=readonly',
    GOTOOLCHAIN: 'local',
  },
  systemTrust: ['openssl'],
})

/** One target folder for all: what is compiled once need not be again. */
const rustCrate = (crate: string): Client => ({
  name: crate,
  version: `cargo --version && sed -n '/^name = "${crate}"$/{n;p}' Cargo.lock`,
  pattern: /version = "(\d[^"]+)"/,
  libraries: { 'Cargo.toml': join(KIT, 'cargo/Cargo.toml'), 'Cargo.lock': join(KIT, 'cargo/Cargo.lock') },
  path: [join(homedir(), '.cargo/bin')],
  env: {
    CARGO_TARGET_DIR: join(KIT, 'cargo/target'),
    CARGO_HOME: join(homedir(), '.cargo'),
    RUSTUP_HOME: join(homedir(), '.rustup'),
    CARGO_NET_OFFLINE: 'true',
  },
  slow: true,
  // The program that it makes is called the same in every folder.
  alone: true,
  systemTrust: ['openssl'],
})

const KAFKA_TOPICS: Client = {
  name: 'Apache Kafka’s Java client',
  version: `ls ${KAFKA_LIBRARIES} | grep '^kafka-clients-' && java --version`,
  pattern: /^kafka-clients-(\S+)\.jar[^]*openjdk/,
  // What kafka-topics.sh of a distribution does: sets the class path, and starts the tool.
  programs: {
    'kafka-topics.sh': `exec java -Xmx128m -XX:TieredStopAtLevel=1 -cp '${KAFKA_LIBRARIES}/*' org.apache.kafka.tools.TopicCommand "$@"`,
  },
  systemTrust: ['java'],
}

/** Through SQLAlchemy and the like: named with the driver, whose TLS it is. */
const pythonPair = (distribution: string, driver: string, more: Partial<Client> = {}): Client => ({
  ...pythonLibrary(distribution, more),
  name: `${distribution} with ${driver}`,
})

const phpExtension = (name: string, extension: string, more: Partial<Client> = {}): Client => ({
  name,
  version: `php -r 'extension_loaded("${extension}") && print(phpversion("${extension}"));'`,
  pattern: /^(\d\S+)/,
  ...more,
})

const spring = (name: string, set = 'spring'): Client => ({
  ...javaLibrary(name, set, 'spring-boot'),
  slow: true,
})

export const CLIENTS: Readonly<Record<string, Client>> = {
  psql: { name: 'psql', version: 'psql --version', pattern: /PostgreSQL\) (\d\S+)/ },
  psycopg: pythonLibrary('psycopg'),
  psycopg2: { ...pythonLibrary('psycopg2-binary'), name: 'psycopg2' },
  asyncpg: pythonLibrary('asyncpg', OPENSSL),
  pg8000: pythonLibrary('pg8000', OPENSSL),
  'sqlalchemy-psycopg': pythonPair('sqlalchemy', 'psycopg'),
  'sqlalchemy-asyncpg': pythonPair('sqlalchemy', 'asyncpg', OPENSSL),
  'django-postgresql': pythonPair('django', 'psycopg'),
  'node-postgres': nodeLibrary('pg'),
  'postgres-js': nodeLibrary('postgres'),
  drizzle: nodeLibrary('drizzle-orm'),
  knex: nodeLibrary('knex'),
  sequelize: nodeLibrary('sequelize'),
  typeorm: nodeLibrary('typeorm'),
  'go-pq': goLibrary('github.com/lib/pq'),
  pgx: goLibrary('github.com/jackc/pgx/v5'),
  gorm: goLibrary('gorm.io/gorm'),
  jdbc: {
    ...javaLibrary('PostgreSQL JDBC Driver', 'jdbc', 'postgresql'),
    libraries: { 'postgresql.jar': jarOf('jdbc', 'postgresql') },
    version: 'java -jar postgresql.jar',
    pattern: /(?:Driver|JDBC) (\d\S+)/,
  },
  hikari: javaLibrary('HikariCP', 'jdbc', 'HikariCP'),
  'spring-boot-postgresql': spring('Spring Boot with the PostgreSQL JDBC Driver'),
  'sqlx-postgresql': rustCrate('sqlx'),
  'tokio-postgres': rustCrate('tokio-postgres'),
  'php-pdo-pgsql': phpExtension('PHP PDO', 'pdo_pgsql'),
  'ruby-pg': {
    name: 'Ruby pg',
    version: "ruby -r pg -e 'puts PG::VERSION'",
    pattern: /^(\d\S+)/,
  },
  mysql: { name: 'mysql', version: 'mysql --version', pattern: /Ver (\d\S+) for .*MySQL/ },
  mariadb: { name: 'mariadb', version: 'mariadb --version', pattern: /(?:Distrib|from) (\d[^-,\s]*)-MariaDB/ },
  mysql2: nodeLibrary('mysql2'),
  'mariadb-node': nodeLibrary('mariadb'),
  'knex-mysql': nodeLibrary('knex'),
  'sequelize-mysql': nodeLibrary('sequelize'),
  pymysql: pythonLibrary('pymysql'),
  'mysql-connector-python': pythonLibrary('mysql-connector-python'),
  'sqlalchemy-mysql': pythonPair('sqlalchemy', 'mysql-connector-python'),
  'django-mysql': pythonPair('django', 'mysql-connector-python'),
  'go-sql-driver': goLibrary('github.com/go-sql-driver/mysql'),
  'connector-j': javaLibrary('MySQL Connector/J', 'jdbc', 'mysql-connector-j'),
  'mariadb-jdbc': javaLibrary('MariaDB Connector/J', 'jdbc', 'mariadb-java-client'),
  'spring-boot-mysql': spring('Spring Boot with MySQL Connector/J'),
  'php-mysqli': phpExtension('PHP mysqli', 'mysqli'),
  'php-pdo-mysql': phpExtension('PHP PDO for MySQL', 'pdo_mysql'),
  'sqlx-mysql': rustCrate('sqlx'),
  kcat: {
    name: 'kcat',
    version: 'kcat -V',
    pattern: /Version (\d\S+)/,
    systemTrust: ['openssl'],
    unable: ({ mechanism }) =>
      mechanism?.startsWith('SCRAM') === true ? 'its librdkafka (2.0.2) fails at SCRAM with Kafka 4' : undefined,
  },
  'kafka-python': pythonLibrary('kafka-python', OPENSSL),
  // Its wheel brings an OpenSSL of its own, which looks where Debian keeps its CAs.
  'confluent-kafka': pythonLibrary('confluent-kafka'),
  aiokafka: pythonLibrary('aiokafka', OPENSSL),
  kafkajs: nodeLibrary('kafkajs'),
  'java-keystore': KAFKA_TOPICS,
  'java-pem': KAFKA_TOPICS,
  'spring-kafka': spring('Spring Boot with Spring Kafka', 'spring-kafka'),
  'franz-go': goLibrary('github.com/twmb/franz-go'),
  sarama: goLibrary('github.com/IBM/sarama'),
  'kafka-go': goLibrary('github.com/segmentio/kafka-go'),
  'redis-cli': {
    name: 'redis-cli behind socat',
    version: 'redis-cli --version && socat -V',
    pattern: /redis-cli (\d\S+)[^]*socat version/,
    alone: true,
    systemTrust: ['openssl'],
  },
  'redis-py': { ...pythonLibrary('redis', OPENSSL), name: 'redis-py' },
  'valkey-py': { ...pythonLibrary('valkey', OPENSSL), name: 'valkey-py' },
  ioredis: nodeLibrary('ioredis'),
  iovalkey: nodeLibrary('iovalkey'),
  'node-redis': nodeLibrary('redis'),
  'go-redis': goLibrary('github.com/redis/go-redis/v9'),
  'valkey-go': goLibrary('github.com/valkey-io/valkey-go'),
  jedis: javaLibrary('Jedis', 'redis', 'jedis'),
  lettuce: javaLibrary('Lettuce', 'redis', 'lettuce-core'),
  'spring-boot-redis': spring('Spring Boot with Lettuce', 'spring-redis'),
  'redis-rs': rustCrate('redis'),
  phpredis: phpExtension('phpredis', 'redis', OPENSSL),
  'cassandra-driver': pythonLibrary('cassandra-driver', { slow: true }),
  'cassandra-java': { ...javaLibrary('Cassandra Java Driver', 'cassandra', 'java-driver-core'), slow: true },
  gocql: { ...goLibrary('github.com/apache/cassandra-gocql-driver/v2'), slow: true },
  'clickhouse-driver': pythonLibrary('clickhouse-driver'),
  'clickhouse-go': goLibrary('github.com/ClickHouse/clickhouse-go/v2'),
  curl: { name: 'curl', version: 'curl --version', pattern: /^curl (\d\S+)/, systemTrust: ['openssl'] },
  requests: pythonLibrary('requests', { systemTrust: ['certifi'] }),
  httpx: pythonLibrary('httpx', OPENSSL),
  'node-https': { name: 'Node.js', version: 'node --version', pattern: /^v(\d\S+)/, systemTrust: ['node'] },
  'opensearch-py': pythonLibrary('opensearch-py', OPENSSL),
  'opensearch-js': nodeLibrary('@opensearch-project/opensearch'),
  'opensearch-go': goLibrary('github.com/opensearch-project/opensearch-go/v4'),
  'schema-registry-py': {
    ...pythonLibrary('confluent-kafka', OPENSSL),
    name: 'confluent-kafka’s Schema Registry client',
  },
}

/** Clients that no guide is for, and traps are. */
export const OTHER_CLIENTS: Readonly<Record<string, Client>> = {
  'clickhouse-client': {
    name: 'clickhouse-client',
    version: 'dpkg-query -W clickhouse-client',
    pattern: /clickhouse-client\s(\d[^+\s]*)/,
  },
  cqlsh: pythonLibrary('cqlsh'),
  'redis-cli-alone': { name: 'redis-cli', version: 'redis-cli --version', pattern: /redis-cli (\d\S+)/ },
}

/** A client's version on this machine; undefined when it isn't here. */
export const versionOf = async ({ version, pattern, ...client }: Client): Promise<string | undefined> => {
  const place = await makeWorkplace(client)
  const { output } = await place.shell(version)
  await place.remove()
  return pattern.exec(output)?.[1]
}
