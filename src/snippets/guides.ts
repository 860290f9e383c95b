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

export const GUIDES: readonly Guide[] = [
  psql,
  psycopg,
  nodePostgres,
  goPq,
  jdbc,
  phpPdoPgsql,
  pgadmin,
  mysql,
  mariadb,
  mysql2,
  pymysql,
  dbeaver,
  kcat,
  kafkaPython,
  confluentKafka,
  kafkajs,
  javaKeystore,
  javaPem,
  kafkaUi,
  redisCli,
  ioredis,
  curl,
]
