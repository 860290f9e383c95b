import type { HttpHandler } from 'msw'

import type { MockPool, MockService } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { optionalInteger, optionalText, readBody, text, type Body } from '../input.ts'
import { changeService, databasesOf, requirePlan, requirePower, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'

const MODES = ['session', 'transaction', 'statement'] as const
const POOL = /^[A-Za-z0-9_][-A-Za-z0-9_.]*$/
const DEFAULT_SIZE = 10
const DEFAULT_CONNECTIONS = 100

/** Reads a pool from a request. @throws {Refusal} 400, 404 */
const readPool = (body: Body, service: MockService, held?: MockPool): Omit<MockPool, 'name'> => {
  const database = held
    ? (optionalText(body, 'database', { max: 63 }) ?? held.database)
    : text(body, 'database', { max: 63 })
  if (!databasesOf(service).includes(database)) throw new Refusal(404, 'Database does not exist', 'database_not_found')
  // null removes the user: then the connecting user is used.
  const username = 'username' in body ? optionalText(body, 'username', { max: 64 }) : held?.username
  if (username !== undefined && !service.users.some((user) => user.username === username))
    throw new Refusal(404, 'Service user does not exist')
  const mode = optionalText(body, 'pool_mode', { oneOf: MODES })
  return {
    database,
    size: optionalInteger(body, 'pool_size', 1, 10_000) ?? held?.size ?? DEFAULT_SIZE,
    mode: MODES.find((one) => one === mode) ?? held?.mode ?? 'transaction',
    ...(username !== undefined && { username }),
  }
}

/** @throws {Refusal} 400: together they would need more connections than there are */
const checkSizes = (pools: readonly MockPool[], { metadata }: MockService): void => {
  const most = Number(metadata?.['max_connections'] ?? DEFAULT_CONNECTIONS)
  if (pools.reduce((sum, { size }) => sum + size, 0) > most)
    throw new Refusal(
      400,
      `Connection pools need more than the ${String(most)} connections of the service`,
      'pg_pool_too_big',
    )
}

const check = (service: MockService): void => {
  requireType(service, ['pg', 'alloydbomni'])
  requirePlan(service, /^(free|hobbyist)/, 'Connection pools')
  requirePower(service)
}

const poolsOf = ({ pools = [] }: MockService): readonly MockPool[] => pools

/** @throws {Refusal} 404 */
const findPool = (service: MockService, name: unknown): MockPool => {
  const pool = poolsOf(service).find((one) => one.name === name)
  if (!pool) throw new Refusal(404, 'Connection pool does not exist', 'pg_pool_not_found')
  return pool
}

/** Connection pools of PostgreSQL; the service itself lists them. */
export const poolHandlers = ({ db, inService }: Routes): HttpHandler[] => [
  inService('ServicePGBouncerCreate', 'post', '/connection_pool', async (service, project, { request }) => {
    check(service)
    const body = await readBody(request)
    const name = text(body, 'pool_name', { max: 63, pattern: POOL })
    const held = poolsOf(service)
    if (held.some((pool) => pool.name === name))
      throw new Refusal(409, 'Connection pool already exists', 'pg_pool_already_exists')
    const pools = [...held, { name, ...readPool(body, service) }]
    checkSizes(pools, service)
    const description = `Created connection pool '${name}'`
    changeService(db, project, service, { pools }, { type: 'service_connection_pool_create', description })
    return { message: 'created' }
  }),
  inService(
    'ServicePGBouncerUpdate',
    'put',
    '/connection_pool/:pool',
    async (service, project, { request, params }) => {
      check(service)
      const held = findPool(service, params['pool'])
      const changed = { name: held.name, ...readPool(await readBody(request), service, held) }
      const pools = poolsOf(service).map((pool) => (pool === held ? changed : pool))
      checkSizes(pools, service)
      const description = `Updated connection pool '${held.name}'`
      changeService(db, project, service, { pools }, { type: 'service_connection_pool_update', description })
      return { message: 'updated' }
    },
  ),
  inService('ServicePGBouncerDelete', 'delete', '/connection_pool/:pool', (service, project, { params }) => {
    check(service)
    const held = findPool(service, params['pool'])
    const pools = poolsOf(service).filter((pool) => pool !== held)
    const description = `Deleted connection pool '${held.name}'`
    changeService(db, project, service, { pools }, { type: 'service_connection_pool_delete', description })
    return { message: 'deleted' }
  }),
]
