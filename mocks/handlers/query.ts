import type { DefaultBodyType, HttpHandler } from 'msw'

import type { MockService } from '../data/model.ts'
import { rejectField, optionalBoolean, optionalInteger, optionalText, readBody, type Body } from '../input.ts'
import { clientsOf, connectionsOf, mysqlStatistics, pgStatistics } from '../queries.ts'
import { changeService, requirePower, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'

const SQL = ['pg', 'mysql', 'alloydbomni']
const STORES = ['valkey', 'redis', 'dragonfly']
const ORDER = /^(\w+):(asc|desc)$/

type Item = Readonly<Record<string, unknown>>

const compare = (one: unknown, other: unknown): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))

/** The requested page of items, in the requested order. @throws {Refusal} 400 */
const paged = (items: readonly Item[], body: Body): DefaultBodyType => {
  const limit = optionalInteger(body, 'limit', 1, 5000) ?? 1000
  const offset = optionalInteger(body, 'offset', 0, Number.MAX_SAFE_INTEGER) ?? 0
  const order = optionalText(body, 'order_by')
  const [, field = '', direction] =
    order === undefined ? [] : (ORDER.exec(order) ?? rejectField('order_by', 'must be FIELD:asc or FIELD:desc'))
  const sign = direction === 'desc' ? -1 : 1
  const sorted = order === undefined ? items : items.toSorted((one, other) => sign * compare(one[field], other[field]))
  return sorted.slice(offset, offset + limit) as DefaultBodyType
}

const check = (service: MockService, types: readonly string[]): void => {
  requireType(service, types)
  requirePower(service)
}

/** Current queries of a database, and its query statistics. */
export const queryHandlers = ({ db, inService }: Routes): HttpHandler[] => {
  const now = () => db.now().getTime()

  return [
    inService('ServiceQueryActivity', 'post', '/query/activity', async (service, { name }, { request }) => {
      check(service, [...SQL, ...STORES])
      const find = STORES.includes(service.type) ? clientsOf : connectionsOf
      return { queries: paged(find(name, service, now()), await readBody(request)) }
    }),
    inService('ServiceCancelQuery', 'post', '/query/cancel', async (service, project, { request }) => {
      check(service, [...SQL, ...STORES])
      const body = await readBody(request)
      const pid = optionalInteger(body, 'pid', 0, Number.MAX_SAFE_INTEGER)
      const terminate = optionalBoolean(body, 'terminate') ?? false
      if (!SQL.includes(service.type) || !connectionsOf(project.name, service, now()).some((one) => one.pid === pid))
        return { success: false }
      const cancelled = { ...service.cancelled, [String(pid)]: terminate ? 'terminated' : 'cancelled' } as const
      const description = `${terminate ? 'Terminated' : 'Cancelled'} query ${String(pid)}`
      changeService(db, project, service, { cancelled }, { type: 'service_query_cancel', description })
      return { success: true }
    }),
    inService('PGServiceQueryStatistics', 'post', '/pg/query/stats', async (service, _, { request }) => {
      check(service, ['pg', 'alloydbomni'])
      return { queries: paged(pgStatistics(service, now()), await readBody(request)) }
    }),
    inService('MySQLServiceQueryStatistics', 'post', '/mysql/query/stats', async (service, _, { request }) => {
      check(service, ['mysql'])
      return { queries: paged(mysqlStatistics(service, now()), await readBody(request)) }
    }),
    inService('ServiceQueryStatisticsReset', 'put', '/query/stats/reset', (service, project) => {
      check(service, SQL)
      const event = { type: 'service_query_stats_reset', description: 'Reset query statistics' }
      changeService(db, project, service, { statsSince: now() }, event)
      return { queries: [] }
    }),
  ]
}
