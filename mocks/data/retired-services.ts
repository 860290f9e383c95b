import { admin, service, SQL_PARAMS, type Draft } from './make-service.ts'
import type { MockService } from './model.ts'

/** Types that Aiven has retired. Old installations may still have them, and the 2021 document lists them. */
export const retiredServices = (project: string): MockService[] =>
  (
    [
      {
        name: 'logs-es',
        type: 'elasticsearch',
        description: 'Elasticsearch - Search & Analyze Data in Real Time',
        createdDaysAgo: 2010,
        components: ['elasticsearch', 'kibana'],
        features: { letsencrypt: false },
      },
      {
        name: 'sensors',
        type: 'influxdb',
        description: 'InfluxDB - Distributed Time Series Database',
        createdDaysAgo: 1480,
        components: ['influxdb'],
        uriParams: { dbname: 'defaultdb' },
      },
      {
        name: 'cache',
        type: 'redis',
        description: 'Redis - In-Memory Data Structure Store',
        plan: 'startup-4',
        nodes: 1,
        createdDaysAgo: 1630,
        components: ['redis', 'prometheus'],
        users: [admin('cache', 'default')],
        uriParams: { ssl: 'required' },
      },
      {
        name: 'profiles',
        type: 'cassandra',
        description: 'Cassandra - Distributed NoSQL Database',
        nodes: 3,
        createdDaysAgo: 1300,
        components: ['cassandra', 'prometheus'],
      },
      {
        name: 'ledger',
        type: 'alloydbomni',
        description: 'AlloyDB Omni - PostgreSQL-compatible database',
        createdDaysAgo: 330,
        components: ['pg', 'pgbouncer'],
        uriParams: SQL_PARAMS,
      },
      {
        name: 'timeseries',
        type: 'm3db',
        description: 'M3DB - Distributed Time Series Database',
        nodes: 3,
        createdDaysAgo: 1100,
        components: ['m3coordinator'],
      },
      {
        name: 'rollups',
        type: 'm3aggregator',
        description: 'M3 Aggregator - Time series aggregation',
        createdDaysAgo: 1100,
        components: ['m3aggregator'],
      },
    ] as Draft[]
  ).map((draft) => service(project, draft))
