/** The services of the smaller projects. */
import { kafkaUser, service, SQL_PARAMS } from './make-service.ts'
import type { MockService } from './model.ts'

/** A few services for the smaller projects. */
export const smallProjectServices = (project: string): MockService[] => [
  service(project, {
    name: 'warehouse',
    type: 'pg',
    description: 'PostgreSQL - Object-Relational Database Management System',
    createdDaysAgo: 3400,
    components: ['pg', 'prometheus'],
    uriParams: SQL_PARAMS,
    userConfig: { pg_version: '15' },
    metadata: { max_connections: 100 },
  }),
  service(project, {
    name: 'clickstream',
    type: 'kafka',
    description: 'Kafka - High-Throughput Distributed Messaging System',
    nodes: 3,
    createdDaysAgo: 3400,
    components: [
      { component: 'kafka', kafka_authentication_method: 'certificate' },
      { component: 'kafka', kafka_authentication_method: 'sasl' },
      'schema_registry',
    ],
    users: [
      kafkaUser('avnadmin', 'user-c', 300),
      ...(project === 'demo-rotation'
        ? [kafkaUser('clicks-loader', 'user-b', 818, { byNextCa: true, generation: 1 })]
        : []),
    ],
    userConfig: { kafka_version: '3.8' },
  }),
]

/** An old project: its CA and the certificates that it signed have expired. */
export const legacyProjectServices = (project: string): MockService[] => [
  service(project, {
    name: 'reports-db',
    type: 'mysql',
    description: 'MySQL - Relational Database Management System',
    plan: 'startup-4',
    nodes: 1,
    createdDaysAgo: 3640,
    components: ['mysql'],
    uriParams: { dbname: 'defaultdb', 'ssl-mode': 'REQUIRED' },
    userConfig: { mysql_version: '8' },
  }),
  service(project, {
    name: 'old-events',
    type: 'kafka',
    description: 'Kafka - High-Throughput Distributed Messaging System',
    nodes: 3,
    createdDaysAgo: 3640,
    components: [{ component: 'kafka', kafka_authentication_method: 'certificate' }],
    users: [kafkaUser('avnadmin', 'user-a', -40), kafkaUser('mirror', 'user-b', 75)],
    userConfig: { kafka_version: '2.8' },
  }),
]
