/** Brand icons of service types, from simple-icons (NOTICE.md names their owners). The list is loaded after the page. */
import apachecassandra from 'simple-icons/icons/apachecassandra.svg'
import apacheflink from 'simple-icons/icons/apacheflink.svg'
import apachekafka from 'simple-icons/icons/apachekafka.svg'
import clickhouse from 'simple-icons/icons/clickhouse.svg'
import elasticsearch from 'simple-icons/icons/elasticsearch.svg'
import grafana from 'simple-icons/icons/grafana.svg'
import influxdb from 'simple-icons/icons/influxdb.svg'
import opensearch from 'simple-icons/icons/opensearch.svg'
import postgresql from 'simple-icons/icons/postgresql.svg'
import redis from 'simple-icons/icons/redis.svg'
import thanos from 'simple-icons/icons/thanos.svg'

import type { ServiceMark } from '../../domain/catalog.ts'
import type { Mark } from './mark.ts'

export const SERVICE_MARKS: Readonly<Record<ServiceMark, Mark>> = {
  apachecassandra: { file: apachecassandra, colour: '#1287B1' },
  apacheflink: { file: apacheflink, colour: '#E6526F' },
  apachekafka: { file: apachekafka, colour: '#231F20' },
  clickhouse: { file: clickhouse },
  elasticsearch: { file: elasticsearch, colour: '#005571' },
  grafana: { file: grafana, colour: '#F46800' },
  influxdb: { file: influxdb, colour: '#22ADF6' },
  opensearch: { file: opensearch, colour: '#005EB8' },
  postgresql: { file: postgresql, colour: '#4169E1' },
  redis: { file: redis, colour: '#FF4438' },
  thanos: { file: thanos, colour: '#6D41FF' },
}
