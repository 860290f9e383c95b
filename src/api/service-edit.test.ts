import { QueryClient, MutationObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'

import { createMockApi, type MockApiOptions } from '../../mocks/api.ts'
import { createApi } from './client.ts'
import { ChangedMeanwhileError, holdsSecret, NotSentError, sameValue, type Edit } from './service-edit.ts'
import { editService, editTags } from './service-update.ts'
import { sendWrite } from './send-write.ts'
import type { ServiceWrite } from './service-write.ts'
import { readServiceGet, type Service } from './service.ts'

const ADDRESS = { project: 'demo-shop', service: 'orders-db' }
const PATH = '/v1/project/demo-shop/service/orders-db'

type Fetch = (request: Request) => Promise<Response>

/** One service, as the API has it, and everything that is sent. */
const start = (fetch: Fetch) => {
  const sent: { method: string; path: string; body: unknown }[] = []
  const api = createApi({
    origin: 'http://mock.example.com',
    token: () => 'x',
    sleep: async () => undefined,
    fetch: async (request) => {
      const { method } = request
      if (method !== 'GET') {
        sent.push({ method, path: new URL(request.url).pathname, body: await request.clone().json() })
      }
      return fetch(request)
    },
  })
  const read = async (): Promise<Service> => {
    const { signal } = new AbortController()
    const params = { project: ADDRESS.project, service_name: ADDRESS.service }
    const { body } = await api({ operation: 'ServiceGet', params, query: { include_secrets: 'false' }, signal })
    return readServiceGet(body)
  }
  const client = new QueryClient()
  const send = async (write: ServiceWrite) => new MutationObserver(client, sendWrite(api)).mutate(write)
  return { sent, read, send }
}

const onMock = (options: MockApiOptions = {}) => start(createMockApi(options).fetch)

/** An API that keeps unknown fields, and merges or replaces the whole `user_config`. */
const onServer = (service: Record<string, unknown>, nested: 'merge' | 'replace') => {
  const held: Record<string, unknown> = { service_name: 'orders-db', service_type: 'pg', ...service }
  return start(async (request) => {
    if (request.method !== 'GET') {
      const body = (await request.json()) as Record<string, unknown>
      const config = body['user_config'] as object | undefined
      const before = nested === 'merge' ? (held['user_config'] as object) : {}
      Object.assign(held, body, config && { user_config: { ...before, ...config } })
    }
    return Response.json({ service: held })
  })
}

const allow = (before: unknown, after: unknown): Edit => ({ path: ['user_config', 'ip_filter'], before, after })

describe('a change of nested settings', () => {
  it.each(['default', 'config-replaced'] as const)('scenario %s: loses nothing else', async (scenario) => {
    const { sent, read, send } = onMock({ scenario })
    const first = await read()
    const jit: Edit = { path: ['user_config', 'pg', 'jit'], before: undefined, after: true }
    expect(await send(editService(ADDRESS, first, [jit]))).toMatchObject({ unrequested: [] })
    const second = await read()
    const work: Edit = { path: ['user_config', 'pg', 'autovacuum_naptime'], before: undefined, after: 30 }
    expect(await send(editService(ADDRESS, second, [work]))).toMatchObject({ unrequested: [] })
    const filter = first.user_config['ip_filter']
    const config = { pg_version: '16', ip_filter: filter, pg: { jit: true, autovacuum_naptime: 30 } }
    expect((await read()).user_config).toEqual(config)
    const reset: Edit = { path: ['user_config', 'pg', 'jit'], before: true, after: undefined }
    expect(await send(editService(ADDRESS, await read(), [reset]))).toMatchObject({ unrequested: [] })
    expect((await read()).user_config['pg']).toEqual({ autovacuum_naptime: 30 })
    expect(sent.map(({ method, path, body }) => [method, path, Object.keys(body as object)])).toEqual(
      Array.from({ length: 3 }, () => ['PUT', PATH, ['user_config']]),
    )
  })

  it.each(['merge', 'replace'] as const)('unknown fields survive an API that can %s', async (nested) => {
    const config = { ip_filter: ['10.0.0.0/8'], from_the_future: { deep: [1, { x: null }] } }
    const { read, send } = onServer({ user_config: config, later: 7 }, nested)
    const list = ['10.0.0.0/8', { network: '192.0.2.0/24', description: 'VPN', colour: 'red' }]
    const result = await send(editService(ADDRESS, await read(), [allow(['10.0.0.0/8'], list)]))
    expect(result).toMatchObject({ unrequested: [] })
    expect((await read()).user_config).toEqual({ ...config, ip_filter: list })
  })

  it('is applied to the current settings, not to those that the page shows', async () => {
    const { sent, read, send } = onMock()
    const old = await read()
    const naptime: Edit = { path: ['user_config', 'pg', 'autovacuum_naptime'], before: undefined, after: 30 }
    await send(editService(ADDRESS, old, [naptime]))
    await send(editService(ADDRESS, old, [{ path: ['user_config', 'pg', 'jit'], before: undefined, after: false }]))
    expect(sent[1]?.body).toMatchObject({ user_config: { pg: { autovacuum_naptime: 30, jit: false } } })
  })

  it('is not sent if someone else changed the same setting, and says what', async () => {
    const { sent, read, send } = onMock()
    const old = await read()
    const before = old.user_config['ip_filter'] as unknown[]
    const theirs = [...before, '192.0.2.0/24']
    await send(editService(ADDRESS, old, [allow(before, theirs)]))
    const mine = send(editService(ADDRESS, old, [allow(before, before.slice(1))]))
    await expect(mine).rejects.toThrow(ChangedMeanwhileError)
    await expect(mine).rejects.toMatchObject({
      differences: [{ path: ['user_config', 'ip_filter'], before, after: theirs }],
    })
    expect(sent).toHaveLength(1)
    expect((await read()).user_config['ip_filter']).toEqual(theirs)
  })

  it('is read back: reports unrequested and missing changes', async () => {
    const { read, send } = start(
      (() => {
        let plan = 'business-8'
        const list = ['10.0.0.0/8']
        return async (request: Request) => {
          if (request.method !== 'GET') plan = 'startup-4'
          const service = { service_name: 'orders-db', service_type: 'pg', plan, user_config: { ip_filter: list } }
          return Response.json({ service })
        }
      })(),
    )
    expect(await send(editService(ADDRESS, await read(), [allow(['10.0.0.0/8'], [])]))).toMatchObject({
      unrequested: [
        { path: ['plan'], before: 'business-8', after: 'startup-4' },
        { path: ['user_config', 'ip_filter'], before: [], after: ['10.0.0.0/8'] },
      ],
    })
  })

  it('never sends a secret back, and changes nothing beside one', async () => {
    const smtp = { host: 'mail.example.com', password: '<redacted>' }
    const { sent, read, send } = onServer({ user_config: { smtp_server: smtp, ip_filter: [] } }, 'merge')
    await send(editService(ADDRESS, await read(), [allow([], ['10.0.0.0/8'])]))
    expect(sent[0]?.body).toEqual({ user_config: { ip_filter: ['10.0.0.0/8'] } })
    const port: Edit = { path: ['user_config', 'smtp_server', 'port'], before: undefined, after: 25 }
    await expect(send(editService(ADDRESS, await read(), [port]))).rejects.toThrow(NotSentError)
    expect(sent).toHaveLength(1)
  })

  it('leaves out settings that are fixed when the service is created', async () => {
    const config = { service_to_fork_from: 'old', recovery_target_time: 'then', ip_filter: [] }
    const { sent, read, send } = onServer({ user_config: config }, 'merge')
    await send(editService(ADDRESS, await read(), [allow([], ['10.0.0.0/8'])]))
    expect(sent[0]?.body).toEqual({ user_config: { ip_filter: ['10.0.0.0/8'] } })
    expect((await read()).user_config).toMatchObject({ service_to_fork_from: 'old' })
  })

  it('is not sent if the service cannot be read', async () => {
    const { sent, send } = start(async () => Response.json({ message: 'no' }, { status: 403 }))
    const service = readServiceGet({ service: { service_name: 'orders-db', service_type: 'pg' } })
    await expect(send(editService(ADDRESS, service, [allow(undefined, [])]))).rejects.toMatchObject({
      name: 'NotSentError',
      cause: { status: 403 },
    })
    expect(sent).toEqual([])
  })
})

it('tags: only changed ones are sent, null for removed ones', async () => {
  const { sent, read, send } = onMock()
  const edits: Edit[] = [
    { path: ['tags', 'env'], before: 'prod', after: undefined },
    { path: ['tags', 'owner'], before: undefined, after: 'ada' },
  ]
  expect(await send(editTags(ADDRESS, edits))).toMatchObject({ unrequested: [] })
  expect(sent).toEqual([{ method: 'PATCH', path: `${PATH}/tags`, body: { tags: { env: null, owner: 'ada' } } }])
  expect((await read()).tags).toEqual({ team: 'orders', owner: 'ada' })
  await expect(send(editTags(ADDRESS, edits))).rejects.toThrow(ChangedMeanwhileError)
})

it('compares values of JSON', () => {
  expect(sameValue({ a: 1, b: null }, { a: 1 })).toBe(true)
  expect(sameValue({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  expect(sameValue([], {})).toBe(false)
})

it.each([
  ['admin_password', 'x', true],
  ['client_secret', 'x', true],
  ['password_encryption', 'md5', false],
  ['smtp', { deep: [{ password: 'x' }] }, true],
  ['url', '<redacted>', true],
  ['migration', { key: 'x' }, true],
  ['jwt', { signing_key: 'x' }, true],
  ['password', '', false],
])('%s: %j holds a secret: %s', (name, value, expected) => {
  expect(holdsSecret(value, name)).toBe(expected)
})
