/** Current queries of a database, and its query statistics. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { ApiError } from './errors.ts'
import { shownFlag, shownNumber, shownText, text } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { makeWrite } from './service-write.ts'

/** A connection with its current or last query. Databases and caches fill different fields. */
const ConnectionSchema = v.object({
  pid: shownNumber,
  /** A cache's own id of a connection. */
  id: shownText,
  name: shownText,
  usename: shownText,
  datname: shownText,
  active_database: shownText,
  application_name: shownText,
  client_addr: shownText,
  client_port: shownNumber,
  state: shownText,
  waiting: shownFlag,
  wait_event_type: shownText,
  wait_event: shownText,
  /** Seconds. */
  query_duration: shownNumber,
  connection_age_seconds: shownNumber,
  connection_idle_seconds: shownNumber,
  /** Any other type is unusable, so the connection counts as unreadable. */
  query: text,
})
export type Connection = v.InferOutput<typeof ConnectionSchema>

const QueriesSchema = v.object({ queries: v.array(v.unknown()) })

const readConnections = (body: unknown): ReadList<Connection> =>
  readItems(v.parse(QueriesSchema, body).queries, 'Query', (item) => v.parse(ConnectionSchema, item))

/** Number of connections to request. */
export const MAX_CONNECTIONS = 500

/** `POST …/query/activity`, which only reads. A database's queries are sorted by duration, longest first. */
export const currentQueries = (api: Api, address: ServiceAddress, isDatabase: boolean) =>
  readQuery(api, {
    operation: 'ServiceQueryActivity',
    params: serviceParams(address),
    body: { limit: MAX_CONNECTIONS, ...(isDatabase && { order_by: 'query_duration:desc' }) },
    read: readConnections,
    staleTime: 2 * SECOND,
  })

/** Statistics that PostgreSQL and MySQL share, in the same units. */
export interface QueryStatistic {
  readonly query: string
  readonly user?: string | undefined
  readonly database?: string | undefined
  readonly calls?: number | undefined
  /** Milliseconds, like `total`. */
  readonly mean?: number | undefined
  readonly total?: number | undefined
  readonly rows?: number | undefined
}

/** What statistics can be sorted by, with the API's word for it. */
export const STATISTICS = {
  PGServiceQueryStatistics: { calls: 'calls', mean: 'mean_time', total: 'total_time', rows: 'rows' },
  MySQLServiceQueryStatistics: {
    calls: 'count_star',
    mean: 'avg_timer_wait',
    total: 'sum_timer_wait',
    rows: 'sum_rows_sent',
  },
} as const
type StatisticsOperation = keyof typeof STATISTICS
export type StatisticField = keyof (typeof STATISTICS)[StatisticsOperation]

const PgSchema = v.object({
  query: shownText,
  user_name: shownText,
  database_name: shownText,
  calls: shownNumber,
  mean_time: shownNumber,
  total_time: shownNumber,
  rows: shownNumber,
})

const MysqlSchema = v.object({
  digest_text: shownText,
  schema_name: shownText,
  count_star: shownNumber,
  avg_timer_wait: shownNumber,
  sum_timer_wait: shownNumber,
  sum_rows_sent: shownNumber,
})

/** MySQL's performance schema counts in picoseconds. */
const fromPicoseconds = (time: number | undefined) => (time === undefined ? undefined : time / 1e9)

const READERS: Readonly<Record<StatisticsOperation, (item: unknown) => QueryStatistic>> = {
  PGServiceQueryStatistics: (item) => {
    const { query = '', user_name: user, database_name: database, calls, rows, ...times } = v.parse(PgSchema, item)
    return { query, user, database, calls, rows, mean: times.mean_time, total: times.total_time }
  },
  MySQLServiceQueryStatistics: (item) => {
    const { digest_text: query = '', schema_name: database, count_star: calls, ...rest } = v.parse(MysqlSchema, item)
    const { avg_timer_wait: mean, sum_timer_wait: total, sum_rows_sent: rows } = rest
    return { query, database, calls, rows, mean: fromPicoseconds(mean), total: fromPicoseconds(total) }
  },
}

/** Number of statements to request. */
export const MAX_STATISTICS = 500

export interface StatisticsOrder {
  readonly field: StatisticField
  readonly descending: boolean
}

/** `POST …/pg/query/stats` or `…/mysql/query/stats`, which only read: the first ones in that order. */
export const queryStatistics = (
  api: Api,
  address: ServiceAddress,
  isMysql: boolean,
  { field, descending }: StatisticsOrder,
) => {
  const operation: StatisticsOperation = isMysql ? 'MySQLServiceQueryStatistics' : 'PGServiceQueryStatistics'
  return readQuery(api, {
    operation,
    params: serviceParams(address),
    body: {
      limit: MAX_STATISTICS,
      order_by: `${STATISTICS[operation][field]}:${descending ? 'desc' : 'asc'}`,
    },
    read: (body) => readItems(v.parse(QueriesSchema, body).queries, 'Statement', READERS[operation]),
    staleTime: 10 * SECOND,
  })
}

const CancelledSchema = v.object({ success: v.boolean() })

/** @throws {ApiError} of kind `declined` */
const checkCancelled = (answer: unknown): void => {
  if (v.parse(CancelledSchema, answer).success) return
  const message = 'The database says it didn’t do it. The query may have finished: refresh to check.'
  throw new ApiError(message, { kind: 'declined', operation: 'ServiceCancelQuery' })
}

/**
 * `POST …/query/cancel`: ends a query, or its connection with it.
 * @param terminate the connection is closed
 */
export const cancelQuery = (address: ServiceAddress, pid: number, terminate: boolean) => {
  const params = serviceParams(address)
  return makeWrite({
    operation: 'ServiceCancelQuery',
    params,
    body: { pid, terminate },
    check: checkCancelled,
    changes: [['ServiceQueryActivity', params]],
  })
}

/** `PUT …/query/stats/reset`: restarts counting. */
export const resetQueryStatistics = (address: ServiceAddress) => {
  const params = serviceParams(address)
  return makeWrite({
    operation: 'ServiceQueryStatisticsReset',
    params,
    check: (answer) => v.parse(QueriesSchema, answer),
    changes: [
      ['PGServiceQueryStatistics', params],
      ['MySQLServiceQueryStatistics', params],
    ],
  })
}
