/** Brand icons of service types, from simple-icons (NOTICE.md names their owners). Their code comes after the page. */
import apachecassandra from 'simple-icons/icons/apachecassandra.svg?raw'
import apacheflink from 'simple-icons/icons/apacheflink.svg?raw'
import apachekafka from 'simple-icons/icons/apachekafka.svg?raw'
import clickhouse from 'simple-icons/icons/clickhouse.svg?raw'
import elasticsearch from 'simple-icons/icons/elasticsearch.svg?raw'
import grafana from 'simple-icons/icons/grafana.svg?raw'
import influxdb from 'simple-icons/icons/influxdb.svg?raw'
import opensearch from 'simple-icons/icons/opensearch.svg?raw'
import postgresql from 'simple-icons/icons/postgresql.svg?raw'
import redis from 'simple-icons/icons/redis.svg?raw'
import thanos from 'simple-icons/icons/thanos.svg?raw'

import type { ServiceMark } from '../../domain/catalog.ts'
import { toMark, type Mark } from './mark.ts'

export const SERVICE_MARKS: Readonly<Record<ServiceMark, Mark>> = {
  apachecassandra: toMark(apachecassandra, '#1287B1'),
  apacheflink: toMark(apacheflink, '#E6526F'),
  apachekafka: toMark(apachekafka, '#231F20'),
  clickhouse: toMark(clickhouse),
  elasticsearch: toMark(elasticsearch, '#005571'),
  grafana: toMark(grafana, '#F46800'),
  influxdb: toMark(influxdb, '#22ADF6'),
  opensearch: toMark(opensearch, '#005EB8'),
  postgresql: toMark(postgresql, '#4169E1'),
  redis: toMark(redis, '#FF4438'),
  thanos: toMark(thanos, '#6D41FF'),
}
