/** All clients that the console has a guide for, in the order in which they are offered: one line per client. */
import type { Guide } from './guide.ts'
import { confluentKafka } from './guides/confluent-kafka.ts'
import { curl } from './guides/curl.ts'
import { dbeaver, kafkaUi, pgadmin } from './guides/forms.ts'
import { goPq } from './guides/go-pq.ts'
import { ioredis } from './guides/ioredis.ts'
import { javaKeystore, javaPem } from './guides/java-kafka.ts'
import { jdbc } from './guides/jdbc.ts'
import { kafkaPython } from './guides/kafka-python.ts'
import { kafkajs } from './guides/kafkajs.ts'
import { kcat } from './guides/kcat.ts'
import { mariadb, mysql } from './guides/mysql.ts'
import { mysql2 } from './guides/mysql2.ts'
import { nodePostgres } from './guides/node-postgres.ts'
import { phpPdoPgsql } from './guides/php-pdo-pgsql.ts'
import { psql } from './guides/psql.ts'
import { psycopg } from './guides/psycopg.ts'
import { pymysql } from './guides/pymysql.ts'
import { redisCli } from './guides/redis-cli.ts'
import { psycopg2 } from './guides/psycopg2.ts'
import { asyncpg } from './guides/asyncpg.ts'
import { pg8000 } from './guides/pg8000.ts'
import { sqlalchemyPsycopg, sqlalchemyAsyncpg, sqlalchemyMysql } from './guides/sqlalchemy.ts'
import { djangoPostgresql, djangoMysql } from './guides/django.ts'
import { pgx, gorm } from './guides/go-postgresql.ts'
import {
  postgresJs,
  drizzle,
  knex,
  sequelize,
  typeorm,
  mariadbNode,
  sequelizeMysql,
  knexMysql,
} from './guides/node-sql.ts'
import { springPostgresql, springMysql, springRedis, springKafka } from './guides/spring-boot.ts'
import { connectorJ, mariadbJdbc, hikari } from './guides/java-sql.ts'
import { mysqlConnectorPython, goMysql, phpMysqli, phpPdoMysql } from './guides/mysql-others.ts'
import {
  redisPy,
  valkeyPy,
  nodeRedis,
  iovalkey,
  goRedis,
  valkeyGo,
  phpRedis,
  rustRedis,
} from './guides/redis-others.ts'
import { aiokafka, franzGo, sarama, kafkaGo } from './guides/kafka-others.ts'
import { sqlxPostgresql, sqlxMysql, tokioPostgres } from './guides/rust-sql.ts'
import {
  requests,
  httpx,
  nodeHttps,
  opensearchPy,
  opensearchJs,
  opensearchGo,
  schemaRegistryPy,
} from './guides/https-others.ts'

import { jedis, lettuce } from './guides/java-redis.ts'

export const GUIDES: readonly Guide[] = [
  psql,
  psycopg,
  psycopg2,
  asyncpg,
  sqlalchemyPsycopg,
  sqlalchemyAsyncpg,
  djangoPostgresql,
  pg8000,
  nodePostgres,
  postgresJs,
  drizzle,
  knex,
  sequelize,
  typeorm,
  pgx,
  goPq,
  gorm,
  jdbc,
  springPostgresql,
  hikari,
  sqlxPostgresql,
  tokioPostgres,
  phpPdoPgsql,
  pgadmin,
  mysql,
  mariadb,
  mysql2,
  mariadbNode,
  knexMysql,
  sequelizeMysql,
  pymysql,
  mysqlConnectorPython,
  sqlalchemyMysql,
  djangoMysql,
  goMysql,
  connectorJ,
  mariadbJdbc,
  springMysql,
  phpMysqli,
  phpPdoMysql,
  sqlxMysql,
  dbeaver,
  kcat,
  kafkaPython,
  confluentKafka,
  aiokafka,
  kafkajs,
  javaKeystore,
  javaPem,
  springKafka,
  franzGo,
  sarama,
  kafkaGo,
  kafkaUi,
  redisCli,
  redisPy,
  valkeyPy,
  ioredis,
  iovalkey,
  nodeRedis,
  goRedis,
  valkeyGo,
  jedis,
  lettuce,
  springRedis,
  rustRedis,
  phpRedis,
  curl,
  requests,
  httpx,
  nodeHttps,
  opensearchPy,
  opensearchJs,
  opensearchGo,
  schemaRegistryPy,
]
