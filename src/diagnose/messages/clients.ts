/** Which client printed an error message, as far as its words give it away. */
import { withoutExcluded } from '../documents/named-clients.ts'
import { asPrinted } from './as-printed.ts'

/** Ids of the clients' guides by what only these print. Several clients may share a library's words: then each is named. */
const OWN: readonly (readonly [sign: RegExp, ...guides: string[]])[] = [
  [/^psql: /m, 'psql'],
  // Programs before the drivers in them.
  [/org\.jkiss\.dbeaver/, 'dbeaver'],
  [/\bpgadmin/i, 'pgadmin'],
  [/\bio\.debezium\./, 'debezium-postgresql', 'kafka-connect'],
  [/org\.apache\.kafka\.connect\./, 'kafka-connect'],
  [/\bkafka-ui\b|com\.provectus\.|io\.kafbat\./, 'kafka-ui'],
  [/\bprisma migrate\b|\bSchema engine\b/i, 'prisma-migrate', 'prisma'],
  [/\bPrisma|\bP1\d{3}: /, 'prisma', 'prisma-migrate'],
  [/\bActiveRecord::/, 'rails', 'ruby-pg'],
  [/\bPG::[A-Z]/, 'ruby-pg', 'rails'],
  [/\bIlluminate\\/, 'laravel-postgresql'],
  [/\bNpgsql\b/, 'npgsql'],
  [/\bPostgrex\b/, 'postgrex'],
  [/\bcassandra\.(?:cluster|connection)\b/, 'cassandra-driver'],
  [/com\.datastax\./, 'cassandra-java'],
  [/\bgocql\b/, 'gocql'],
  [/\bclickhouse_driver\b/, 'clickhouse-driver'],
  [/\bclickhouse-go\b/, 'clickhouse-go'],
  [/org\.opensearch\.client/, 'opensearch-java'],
  [/\bsqlalchemy\.exc\b/, 'sqlalchemy-psycopg', 'sqlalchemy-asyncpg', 'sqlalchemy-mysql'],
  [/\bdjango\.db\b/, 'django-postgresql', 'django-mysql'],
  [/\bpsycopg\./, 'psycopg'],
  [/\bpsycopg2\./, 'psycopg2', 'psycopg'],
  [/\basyncpg\b/, 'asyncpg', 'sqlalchemy-asyncpg'],
  [/\bpg8000\b/, 'pg8000'],
  [/PDOException|SQLSTATE\[08006\]/, 'php-pdo-pgsql'],
  [/PDOException|SQLSTATE\[HY000\]/, 'php-pdo-mysql'],
  [/\bmysqli\b/, 'php-mysqli'],
  [/org\.postgresql\./, 'jdbc', 'hikari', 'spring-boot-postgresql'],
  [/com\.mysql\.cj\./, 'connector-j', 'spring-boot-mysql'],
  [/org\.mariadb\.jdbc\./, 'mariadb-jdbc'],
  [/node_modules\/pg\/|The server does not support SSL connections/, 'node-postgres'],
  [/\bpq: /, 'go-pq'],
  [/ERROR 20(02|13|26) \(/, 'mariadb', 'mysql'],
  [/HANDSHAKE_SSL_ERROR|node_modules\/mysql2\//, 'mysql2'],
  [/\bpymysql\./, 'pymysql'],
  [/^% |rdkafka#/m, 'kcat'],
  [/\bcimpl\.|KafkaError\{|rdkafka#/, 'confluent-kafka'],
  [/\baiokafka\b/, 'aiokafka'],
  [/\bkafka\.(errors|conn)\b|NoBrokersAvailable/, 'kafka-python'],
  [/KafkaJS|"clientId":/, 'kafkajs'],
  [/org\.springframework\.kafka/, 'spring-kafka'],
  [/Could not connect to Redis|\bsocat\[/, 'redis-cli'],
  [/MaxRetriesPerRequestError|\[ioredis\]/, 'ioredis'],
  [/\bredis\.exceptions\./, 'redis-py'],
  [/\bvalkey\.exceptions\./, 'valkey-py'],
  [/\bRedisException\b|Redis::connect\(/, 'phpredis'],
  [/io\.lettuce\./, 'lettuce', 'spring-boot-redis'],
  [/redis\.clients\.jedis\./, 'jedis'],
  [/^curl: \(\d+\)/m, 'curl'],
]

/**
 * What every program of a language prints comes last, the older clients first: the service's protocol tells which
 * client it is.
 */
const LANGUAGES: readonly (readonly [sign: RegExp, ...guides: string[]])[] = [
  // Rust prints what the error is made of.
  [/InvalidCertificate\(|invalid peer certificate/, 'sqlx-postgresql', 'sqlx-mysql', 'tokio-postgres', 'redis-rs'],
  [/\bkind: Tls, cause: /, 'tokio-postgres'],
  [
    /\bx509: |\btls: /,
    'go-pq',
    'pgx',
    'gorm',
    'go-sql-driver',
    'franz-go',
    'sarama',
    'kafka-go',
    'go-redis',
    'valkey-go',
    'opensearch-go',
    'gocql',
    'clickhouse-go',
  ],
  [
    /org\.apache\.kafka\.|javax\.net\.ssl\.|java\.security\.|java\.net\.|java\.sql\./,
    'java-keystore',
    'java-pem',
    'jdbc',
    'connector-j',
    'mariadb-jdbc',
    'hikari',
    'jedis',
    'lettuce',
    'spring-kafka',
    'spring-boot-postgresql',
    'spring-boot-mysql',
    'spring-boot-redis',
  ],
  // Before Node.js: its errors are called alike.
  [
    /\bssl\.SSL\w*Error\b|CERTIFICATE_VERIFY_FAILED|^Traceback /m,
    'psycopg',
    'pymysql',
    'kafka-python',
    'asyncpg',
    'pg8000',
    'redis-py',
    'valkey-py',
    'aiokafka',
    'requests',
    'httpx',
    'mysql-connector-python',
    'opensearch-py',
    'sqlalchemy-asyncpg',
    'sqlalchemy-mysql',
    'django-mysql',
    'schema-registry-py',
  ],
  [
    /\b(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED)\b|^(?:Uncaught )?\w*Error(?: \[\w+\])?: (?!\w+(?: \{|\())|^certificate has expired|^unable to verify the first|^Hostname\/IP/m,
    'node-postgres',
    'mysql2',
    'kafkajs',
    'ioredis',
    'node-redis',
    'iovalkey',
    'postgres-js',
    'mariadb-node',
    'knex',
    'knex-mysql',
    'sequelize',
    'sequelize-mysql',
    'typeorm',
    'drizzle',
    'node-https',
    'opensearch-js',
  ],
]

/**
 * Ids of the guides of the clients that may have printed it, the most likely first; none when nothing gives one away.
 * @param text at most some ten thousand characters
 */
export const clientsOf = (text: string): string[] => {
  const printed = withoutExcluded(asPrinted(text))
  return [...new Set([...OWN, ...LANGUAGES].flatMap(([sign, ...guides]) => (sign.test(printed) ? guides : [])))]
}
