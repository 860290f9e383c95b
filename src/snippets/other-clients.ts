/** Clients without a guide, and where to look instead: the guide of what they are built on, or of what takes the same settings. */
import { wordTest } from '../lib/word-test.ts'
import type { Guide, Protocol } from './guide.ts'

export interface OtherClient {
  readonly name: string
  /** More words to find it by, in small letters. */
  readonly words: string
  /** Per protocol, the id of the guide that comes closest. */
  readonly closest: Partial<Readonly<Record<Protocol, string>>>
  /** Why that one, as a sentence. */
  readonly why: string
}

export const OTHER_CLIENTS: readonly OtherClient[] = [
  {
    name: 'pg_dump, pg_restore, pgcli',
    words: 'backup libpq c c++',
    closest: { postgresql: 'psql' },
    why: 'Built on libpq like psql, with the same connection string.',
  },
  {
    name: 'Laravel',
    words: 'eloquent illuminate',
    closest: { mysql: 'php-pdo-mysql', redis: 'phpredis' },
    why: 'Laravel connects through PDO and phpredis: put the same settings in config/database.php.',
  },
  {
    name: 'Symfony, Doctrine, Drupal',
    words: 'dbal',
    closest: { postgresql: 'php-pdo-pgsql', mysql: 'php-pdo-mysql' },
    why: 'They connect through PDO.',
  },
  {
    name: 'Prisma',
    words: 'prisma adapter-pg',
    closest: { mysql: 'mariadb-node' },
    why: 'Prisma’s driver adapter takes the settings of this driver.',
  },
  {
    name: 'NestJS, Express, Next.js',
    words: 'fastify koa nuxt',
    closest: { postgresql: 'node-postgres', mysql: 'mysql2', redis: 'ioredis', kafka: 'kafkajs' },
    why: 'The framework passes its settings to the driver.',
  },
  {
    name: 'Flask, FastAPI',
    words: 'starlette alembic',
    closest: { postgresql: 'sqlalchemy-psycopg', mysql: 'sqlalchemy-mysql', redis: 'redis-py' },
    why: 'The framework connects through SQLAlchemy or the driver.',
  },
  {
    name: 'Celery, RQ',
    words: 'worker queue',
    closest: { redis: 'redis-py' },
    why: 'They connect through redis-py.',
  },
  { name: 'BullMQ', words: 'bull queue', closest: { redis: 'ioredis' }, why: 'BullMQ connects through ioredis.' },
  {
    name: 'Hibernate, Flyway, Liquibase, Quarkus',
    words: 'jpa kotlin scala jooq mybatis micronaut exposed',
    closest: { postgresql: 'jdbc', mysql: 'connector-j' },
    why: 'They connect through the JDBC driver: put the same properties in its URL.',
  },
  {
    name: 'DataGrip, IntelliJ',
    words: 'jetbrains',
    closest: { postgresql: 'jdbc', mysql: 'connector-j' },
    why: 'They connect through the JDBC driver, with its properties.',
  },
  {
    name: 'cqlsh',
    words: 'cql command line shell',
    closest: { cassandra: 'cassandra-driver' },
    why: 'cqlsh is built on this driver, but never checks the host name: it logs in to any server of the same project.',
  },
  {
    name: 'clickhouse-client',
    words: 'command line shell cli',
    closest: { clickhouse: 'clickhouse-driver' },
    why: 'It takes the same host, port and login. Debian’s clickhouse-client (18.16) never checks the host name.',
  },
  {
    name: 'Debezium, MirrorMaker',
    words: 'worker connector strimzi cdc',
    closest: { kafka: 'kafka-connect' },
    why: 'They run in a worker of Kafka Connect. Debezium’s guide is among those of the PostgreSQL service that it reads.',
  },
  {
    name: 'Kafka Streams, ksqlDB, Flink, Spark',
    words: 'kstreams scala kotlin',
    closest: { kafka: 'java-keystore' },
    why: 'They take the properties of Kafka’s Java client.',
  },
  {
    name: 'Confluent.Kafka for .NET, rdkafka, node-rdkafka',
    words: 'dotnet c# csharp rust c++ php librdkafka',
    closest: { kafka: 'kcat' },
    why: 'Built on librdkafka like kcat, with the same settings.',
  },
]

/** Clients without a guide that a search finds, each with the guide that comes closest, of those there are. */
export const otherClients = (
  query: string,
  protocol: Protocol,
  guides: readonly Guide[],
): readonly { readonly other: OtherClient; readonly guide: Guide }[] => {
  if (query.trim() === '') return []
  const holdsAll = wordTest(query)
  return OTHER_CLIENTS.flatMap((other) => {
    const guide = guides.find(({ id }) => id === other.closest[protocol])
    return guide && holdsAll(`${other.name} ${other.words}`) ? [{ other, guide }] : []
  })
}
