/** Clients of Apache Cassandra, in the order in which they are offered: one row per client. */
import { speaks } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const CASSANDRA: readonly Guide[] = [
  {
    id: 'cassandra-driver',
    name: 'Python, cassandra-driver',
    language: 'python',
    applies: speaks('cassandra'),
    load: async () => (await import('../guides/cassandra.ts')).cassandraDriver,
  },
  {
    id: 'cassandra-java',
    name: 'Java, Cassandra Java Driver',
    language: 'java',
    applies: speaks('cassandra'),
    load: async () => (await import('../guides/cassandra.ts')).cassandraJava,
  },
  {
    id: 'gocql',
    name: 'Go, gocql',
    language: 'go',
    applies: speaks('cassandra'),
    load: async () => (await import('../guides/cassandra.ts')).gocql,
  },
]
