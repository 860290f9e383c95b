import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'

const PG = `${PROJECT}/service/orders-db`
const KAFKA = `${PROJECT}/service/events`

describe('databases', () => {
  const list = async (ask: ReturnType<typeof startMock>['ask']) =>
    (await ask('GET', `${PG}/db`)).body.databases.map(({ database_name }: { database_name: string }) => database_name)

  it('are listed, created and deleted, also in the service', async () => {
    const { ask, service, events } = startMock()
    expect(await list(ask)).toEqual(['defaultdb', 'orders', 'audit'])
    expect((await ask('POST', `${PG}/db`, { database: 'reports' })).status).toBe(200)
    expect(await list(ask)).toContain('reports')
    expect((await service('orders-db')).databases).toContain('reports')
    expect((await ask('DELETE', `${PG}/db/reports`)).status).toBe(200)
    expect(await list(ask)).not.toContain('reports')
    expect((await events('orders-db')).slice(0, 2)).toEqual(['service_database_delete', 'service_database_create'])
  })

  it.each<[string, string, object | undefined, number]>([
    ['POST', `${PG}/db`, { database: 'orders' }, 409],
    ['POST', `${PG}/db`, { database: 'x'.repeat(41) }, 400],
    ['POST', `${PG}/db`, {}, 400],
    ['POST', `${PG}/db`, { database: 'x', lc_ctype: 7 }, 400],
    ['DELETE', `${PG}/db/nothing`, undefined, 404],
    ['GET', `${KAFKA}/db`, undefined, 400],
  ])('%s %s %j is refused with %i', async (method, path, body, status) => {
    expect((await startMock().ask(method, path, body)).status).toBe(status)
  })
})

describe('connection pools', () => {
  const POOLS = `${PG}/connection_pool`

  it('are created, changed and deleted, and the service lists them', async () => {
    const { ask, service } = startMock()
    const find = async (name: string) =>
      (await service('orders-db')).connection_pools.find(({ pool_name }: { pool_name: string }) => pool_name === name)
    const created = { pool_name: 'web', database: 'orders', pool_size: 30, username: 'orders-api' }
    expect((await ask('POST', POOLS, created)).status).toBe(200)
    expect(await find('web')).toMatchObject({ ...created, pool_mode: 'transaction' })
    expect((await find('web')).connection_uri).toMatch(/^postgres:\/\/orders-api:<redacted>@.*\/web\?sslmode=require$/)
    await ask('PUT', `${POOLS}/web`, { pool_mode: 'session', username: null })
    expect(await find('web')).toMatchObject({ pool_mode: 'session', pool_size: 30 })
    expect(await find('web')).not.toHaveProperty('username')
    await ask('DELETE', `${POOLS}/web`)
    expect(await find('web')).toBeUndefined()
  })

  it.each<[object, number, string]>([
    [{ pool_name: 'orders-pool', database: 'orders' }, 409, 'pg_pool_already_exists'],
    [{ pool_name: 'x', database: 'nothing' }, 404, 'database_not_found'],
    [{ pool_name: 'x', database: 'orders', pool_size: 181 }, 400, 'pg_pool_too_big'],
  ])('%j is refused with %i %s', async (body, status, code) => {
    const answer = await startMock().ask('POST', POOLS, body)
    expect([answer.status, answer.body.errors[0].error_code]).toEqual([status, code])
  })

  it('are not for small plans', async () => {
    const { ask } = startMock()
    const small = { service_name: 'small', service_type: 'pg', plan: 'hobbyist' }
    await ask('POST', `${PROJECT}/service`, small)
    const path = `${PROJECT}/service/small/connection_pool`
    expect((await ask('POST', path, { pool_name: 'x', database: 'defaultdb' })).status).toBe(403)
  })
})

describe('topics', () => {
  const TOPICS = `${KAFKA}/topic`
  const NEW = { topic_name: 'fresh', partitions: 3, replication: 3, retention_hours: 2, cleanup_policy: 'compact' }
  // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
  const listed = async (ask: ReturnType<typeof startMock>['ask'], name: string): Promise<any> =>
    (await ask('GET', TOPICS)).body.topics.find(({ topic_name }: { topic_name: string }) => topic_name === name)

  it('are unavailable for some seconds, then configured, then active', async () => {
    const { ask, wait } = startMock()
    expect((await ask('POST', TOPICS, NEW)).status).toBe(200)
    expect(await listed(ask, 'fresh')).toMatchObject({ state: 'CONFIGURING', retention_hours: 2 })
    const early = await ask('GET', `${TOPICS}/fresh`)
    expect([early.status, early.body.errors[0].error_code]).toEqual([404, 'kafka_topic_not_found'])
    wait(2)
    expect((await ask('GET', `${TOPICS}/fresh`)).status).toBe(501)
    wait(2)
    expect((await ask('GET', `${TOPICS}/fresh`)).body.topic).toMatchObject({
      state: 'CONFIGURING',
      cleanup_policy: 'compact',
      config: { cleanup_policy: { value: 'compact', source: 'topic_config' }, retention_ms: { value: 7_200_000 } },
    })
    wait(5)
    expect(await listed(ask, 'fresh')).toMatchObject({ state: 'ACTIVE' })
  })

  it('grow with the clock, and groups lag behind', async () => {
    const { ask, wait } = startMock()
    const read = async () => (await ask('GET', `${TOPICS}/orders.created`)).body.topic.partitions[0]
    const before = await read()
    wait(60)
    const after = await read()
    expect(after.latest_offset).toBeGreaterThan(before.latest_offset)
    expect(after.earliest_offset).toBeGreaterThan(0)
    for (const { offset } of after.consumer_groups) expect(offset).toBeLessThanOrEqual(after.latest_offset)
    expect(after.size).toBeGreaterThan(0)
  })

  it('have lost their data after power off', async () => {
    const { ask } = startMock()
    await ask('PUT', KAFKA, { termination_protection: false })
    await ask('PUT', KAFKA, { powered: false })
    expect((await ask('GET', TOPICS)).status).toBe(503)
    await ask('PUT', KAFKA, { powered: true })
    const { partitions } = (await ask('GET', `${TOPICS}/orders.created`)).body.topic
    expect(partitions[0]).toMatchObject({ latest_offset: 0, earliest_offset: 0, size: 0 })
  })

  it('are changed and deleted', async () => {
    const { ask, wait } = startMock()
    const change = { partitions: 24, config: { retention_ms: -1 }, tags: [{ key: 'a', value: '' }] }
    expect((await ask('PUT', `${TOPICS}/orders.created`, change)).status).toBe(200)
    expect(await listed(ask, 'orders.created')).toMatchObject({
      partitions: 24,
      retention_hours: -1,
      tags: [{ key: 'a', value: '' }],
      state: 'CONFIGURING',
      min_insync_replicas: 2,
    })
    await ask('DELETE', `${TOPICS}/orders.created`)
    expect((await listed(ask, 'orders.created')).state).toBe('DELETING')
    expect((await ask('GET', `${TOPICS}/orders.created`)).status).toBe(404)
    wait(5)
    expect(await listed(ask, 'orders.created')).toBeUndefined()
  })

  it.each<[string, string, object, number]>([
    ['POST', '', { ...NEW, topic_name: 'customers' }, 409],
    ['POST', '', { ...NEW, topic_name: 'not a name' }, 400],
    ['POST', '', { ...NEW, replication: 1 }, 400],
    ['POST', '', { ...NEW, replication: 4 }, 400],
    ['POST', '', { ...NEW, min_insync_replicas: 4 }, 400],
    ['POST', '', { ...NEW, cleanup_policy: 'hoard' }, 400],
    ['PUT', '/orders.created', { partitions: 1 }, 400],
    ['PUT', '/nothing', { partitions: 1 }, 404],
  ])('%s %s %j is refused with %i', async (method, path, body, status) => {
    expect((await startMock().ask(method, `${TOPICS}${path}`, body)).status).toBe(status)
  })

  it('can be very many', async () => {
    const { ask } = startMock({ scenario: 'many-topics' })
    expect((await ask('GET', TOPICS)).body.topics).toHaveLength(10_000)
  })
})

describe('access control', () => {
  it('entries are added and deleted, also in the service', async () => {
    const { ask, service } = startMock()
    const entry = { username: 'reader', topic: 'orders.*', permission: 'read' }
    const { acl } = (await ask('POST', `${KAFKA}/acl`, entry)).body
    expect(acl.at(-1)).toMatchObject(entry)
    expect((await ask('GET', `${KAFKA}/acl`)).body.acl).toEqual(acl)
    expect((await ask('POST', `${KAFKA}/acl`, entry)).status).toBe(409)
    await ask('DELETE', `${KAFKA}/acl/${acl.at(-1).id}`)
    expect((await service('events')).acl).toHaveLength(acl.length - 1)
    expect((await ask('DELETE', `${KAFKA}/acl/${acl.at(-1).id}`)).status).toBe(404)
  })

  it("Kafka's own, too", async () => {
    const { ask } = startMock()
    const native = `${KAFKA}/kafka/acl`
    const entry = {
      principal: 'User:reader',
      operation: 'Read',
      permission_type: 'ALLOW',
      pattern_type: 'PREFIXED',
      resource_type: 'Topic',
      resource_name: 'orders.',
    }
    const { acl } = (await ask('POST', native, entry)).body
    expect(acl).toMatchObject({ ...entry, host: '*' })
    expect((await ask('GET', `${native}/${acl.id}`)).body.acl).toEqual(acl)
    expect((await ask('GET', native)).body.kafka_acl).toContainEqual(acl)
    expect((await ask('DELETE', `${native}/${acl.id}`)).status).toBe(200)
    expect((await ask('GET', `${native}/${acl.id}`)).status).toBe(404)
    expect((await ask('POST', native, { ...entry, operation: 'Fly' })).status).toBe(400)
  })
})
