/** Clients of Apache Cassandra, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { cassandraDriver, cassandraJava, gocql } from '../guides/cassandra.ts'

export const CASSANDRA: readonly Guide[] = [cassandraDriver, cassandraJava, gocql]
