/**
 * How to run each guide's client on this machine: one entry per guide. The guide has everything else. A guide without an
 * entry, or whose client isn't installed, isn't run, and the page doesn't claim that it was tested.
 */
import { join } from 'node:path'

import {
  DEBEZIUM,
  goLibrary,
  javaLibrary,
  KAFKA_CONNECT,
  KAFKA_TOPICS,
  nodeLibrary,
  OPENSSL,
  phpExtension,
  pythonLibrary,
  pythonPair,
  rustCrate,
  spring,
  type Client,
} from './client-kinds.ts'
import { jarOf, KIT, PINNED } from './kit.ts'
import { makeWorkplace } from './workplace.ts'

export const CLIENTS: Readonly<Record<string, Client>> = {
  psql: { name: 'psql', version: 'psql --version', pattern: /PostgreSQL\) (\d\S+)/ },
  psycopg: pythonLibrary('psycopg'),
  psycopg2: { ...pythonLibrary('psycopg2-binary'), name: 'psycopg2' },
  asyncpg: pythonLibrary('asyncpg', OPENSSL),
  pg8000: pythonLibrary('pg8000', OPENSSL),
  'sqlalchemy-psycopg': pythonPair('SQLAlchemy', 'psycopg'),
  'sqlalchemy-asyncpg': pythonPair('SQLAlchemy', 'asyncpg', OPENSSL),
  'django-postgresql': pythonPair('Django', 'psycopg'),
  'node-postgres': nodeLibrary('pg'),
  'postgres-js': nodeLibrary('postgres'),
  drizzle: nodeLibrary('drizzle-orm'),
  prisma: {
    ...nodeLibrary('@prisma/client'),
    pinned: PINNED.prisma['@prisma/client'],
    libraries: { node_modules: join(KIT, 'prisma/node_modules') },
    programs: { npx: 'shift; exec node node_modules/prisma/build/index.js "$@"' },
    // Generating needs no engine, but would download one.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' },
    slow: true,
  },
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
  'spring-boot-postgresql': spring('PostgreSQL JDBC Driver in Spring Boot'),
  'sqlx-postgresql': rustCrate('sqlx'),
  'tokio-postgres': rustCrate('tokio-postgres'),
  'debezium-postgresql': DEBEZIUM,
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
  'sqlalchemy-mysql': pythonPair('SQLAlchemy', 'mysql-connector-python'),
  'django-mysql': pythonPair('Django', 'mysql-connector-python'),
  'go-sql-driver': goLibrary('github.com/go-sql-driver/mysql'),
  'connector-j': javaLibrary('MySQL Connector/J', 'jdbc', 'mysql-connector-j'),
  'mariadb-jdbc': javaLibrary('MariaDB Connector/J', 'jdbc', 'mariadb-java-client'),
  'spring-boot-mysql': spring('MySQL Connector/J in Spring Boot'),
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
  'kafka-connect': KAFKA_CONNECT,
  'spring-kafka': spring('Spring Kafka in Spring Boot', 'spring-kafka'),
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
  'spring-boot-redis': spring('Lettuce in Spring Boot', 'spring-redis'),
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
  // Needs a more complete answer than the stand-in of the fixed set gives.
  'opensearch-java': { ...javaLibrary('opensearch-java', 'opensearch', 'opensearch-java'), slow: true },
  'opensearch-go': goLibrary('github.com/opensearch-project/opensearch-go/v4'),
  'schema-registry-py': {
    ...pythonLibrary('confluent-kafka', OPENSSL),
    name: 'confluent-kafka’s Schema Registry client',
  },
}

/** Clients without a guide that traps use. */
const OTHER_CLIENTS: Readonly<Record<string, Client>> = {
  'clickhouse-client': {
    name: 'clickhouse-client',
    version: 'dpkg-query -W clickhouse-client',
    pattern: /clickhouse-client\s(\d[^+\s]*)/,
  },
  'ruby-mysql2': { name: 'Ruby mysql2', version: "ruby -r mysql2 -e 'puts Mysql2::VERSION'", pattern: /^(\d\S+)/ },
  'ruby-redis': { name: 'redis-rb', version: "ruby -r redis -e 'puts Redis::VERSION'", pattern: /^(\d\S+)/ },
  doctrine: {
    name: 'Doctrine DBAL',
    version: 'dpkg-query -W php-doctrine-dbal',
    pattern: /php-doctrine-dbal\s(\d[^+\s]*)/,
  },
  aiohttp: pythonLibrary('aiohttp', OPENSSL),
  urllib3: pythonLibrary('urllib3', OPENSSL),
  'clickhouse-connect': pythonLibrary('clickhouse-connect'),
  'clickhouse-jdbc': javaLibrary('ClickHouse JDBC', 'clickhouse', 'clickhouse-jdbc'),
  cqlsh: pythonLibrary('cqlsh'),
  'redis-cli-alone': { name: 'redis-cli', version: 'redis-cli --version', pattern: /redis-cli (\d\S+)/ },
}

export const ALL_CLIENTS: Readonly<Record<string, Client>> = { ...CLIENTS, ...OTHER_CLIENTS }

/** A client's version on this machine; undefined if it isn't installed. */
export const versionOf = async ({ version, pattern, ...client }: Client): Promise<string | undefined> => {
  const place = await makeWorkplace(client)
  const { output } = await place.shell(version)
  await place.remove()
  return pattern.exec(output)?.[1]
}

/** A client by its id; throws for one that isn't there. */
export const clientOf = (id: string): Client => {
  const found = ALL_CLIENTS[id]
  if (!found) throw new Error(`no client ${id}`)
  return found
}
