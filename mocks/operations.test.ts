import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'

const PG = `${PROJECT}/service/orders-db`
const DAY = 86_400_000

describe('backups', () => {
  it('are daily, as many as the plan keeps, with the recovery range', async () => {
    const { ask } = startMock()
    const { backups, pitr, scheduled_backup_time: scheduled } = (await ask('GET', `${PG}/backups`)).body
    expect(backups).toHaveLength(14)
    const times = backups.map(({ backup_time }: { backup_time: string }) => Date.parse(backup_time))
    expect(times[0] - times[1]).toBe(DAY)
    expect(new Date(times[0]).getUTCHours()).toBe(scheduled.backup_hour)
    expect(Date.parse(pitr.primary_region.pitr_range_start)).toBe(times.at(-1))
    expect(pitr.primary_region.pitr_range_end).toBeNull()
    expect(new Set(backups.map(({ backup_name }: { backup_name: string }) => backup_name)).size).toBe(14)
  })

  it('of a new service are empty; other types than databases have no recovery range', async () => {
    const { ask, wait } = startMock()
    await ask('POST', `${PROJECT}/service`, { service_name: 'young', service_type: 'pg', plan: 'startup-4' })
    const young = `${PROJECT}/service/young/backups`
    expect((await ask('GET', young)).body).toMatchObject({
      backups: [],
      pitr: { primary_region: { pitr_range_start: null } },
    })
    wait(2 * 86_400)
    expect((await ask('GET', young)).body.backups.length).toBeGreaterThan(0)
    expect((await ask('GET', `${PROJECT}/service/search/backups`)).body).not.toHaveProperty('pitr')
  })

  it('follow the configured hour', async () => {
    const { ask } = startMock()
    await ask('PUT', PG, { user_config: { backup_hour: 3, backup_minute: 30 } })
    expect((await ask('GET', `${PG}/backups`)).body.backups[0].backup_time).toBe('2026-11-23T03:30:00Z')
  })
})

interface Query {
  readonly pid: number
  readonly query_duration: number
  readonly state: string
}

describe('queries', () => {
  const activity = async (ask: ReturnType<typeof startMock>['ask'], body: object): Promise<readonly Query[]> =>
    (await ask('POST', `${PG}/query/activity`, body)).body.queries

  it('keep running, sorted and paged as requested', async () => {
    const { ask, wait } = startMock()
    const all = await activity(ask, { order_by: 'query_duration:desc' })
    const durations = all.map(({ query_duration }) => query_duration)
    expect(durations).toEqual(durations.toSorted((one, other) => other - one))
    expect(await activity(ask, { order_by: 'query_duration:desc', limit: 2, offset: 1 })).toEqual(all.slice(1, 3))
    wait(1)
    const longest = (await activity(ask, {})).find(({ pid }) => pid === all[0]?.pid)
    expect(longest?.query_duration).toBe((all[0]?.query_duration ?? 0) + 1)
  })

  it('are cancelled, then terminated; a missing one is not', async () => {
    const { ask } = startMock()
    const [first] = await activity(ask, {})
    const find = async () => (await activity(ask, {})).find(({ pid }) => pid === first?.pid)
    expect(first?.state).toBe('active')
    expect((await ask('POST', `${PG}/query/cancel`, { pid: first?.pid })).body).toEqual({ success: true })
    expect((await find())?.state).toBe('idle')
    await ask('POST', `${PG}/query/cancel`, { pid: first?.pid, terminate: true })
    expect(await find()).toBeUndefined()
    expect((await ask('POST', `${PG}/query/cancel`, { pid: 1 })).body).toEqual({ success: false })
  })

  it('are counted, from the reset on', async () => {
    const { ask, wait } = startMock()
    const stats = async () => (await ask('POST', `${PG}/pg/query/stats`, { order_by: 'calls:desc' })).body.queries
    const before = await stats()
    expect(before[0].calls).toBeGreaterThan(before[1].calls)
    await ask('PUT', `${PG}/query/stats/reset`)
    expect(await stats()).toEqual([])
    wait(10)
    expect((await stats())[0].calls).toBe(410)
    const mysql = await ask('POST', `${PROJECT}/service/billing-mysql/mysql/query/stats`, {
      order_by: 'count_star:desc',
    })
    expect(mysql.body.queries[0].sum_timer_wait).toBeGreaterThan(0)
  })

  it('of a store: its clients', async () => {
    const { ask } = startMock()
    const { queries } = (await ask('POST', `${PROJECT}/service/sessions/query/activity`, {})).body
    expect(queries[0]).toMatchObject({ id: expect.any(String), connection_age_seconds: expect.any(Number) })
  })

  it.each([
    [`${PROJECT}/service/events/query/activity`, {}, 400],
    [`${PROJECT}/service/orders-db/query/activity`, { order_by: 'query_duration' }, 400],
    [`${PROJECT}/service/orders-db/mysql/query/stats`, {}, 400],
  ])('%s %j is refused with %i', async (path, body, status) => {
    expect((await startMock().ask('POST', path, body)).status).toBe(status)
  })

  it('of a powered off service are unavailable', async () => {
    const { ask } = startMock()
    await ask('PUT', `${PROJECT}/service/sessions`, { powered: false })
    const answer = await ask('POST', `${PROJECT}/service/sessions/query/activity`, {})
    expect([answer.status, answer.body.errors[0].error_code]).toEqual([503, 'not_powered'])
  })
})

describe('maintenance', () => {
  it('is pending, started manually, and finished after a while', async () => {
    const { ask, wait, service } = startMock()
    const { updates } = (await service('orders-db')).maintenance
    expect(updates).toMatchObject([{ impact: expect.any(String), start_at: '2026-11-29T04:00:00Z' }])
    expect((await ask('PUT', `${PG}/maintenance/start`)).status).toBe(200)
    expect(await service('orders-db')).toMatchObject({ state: 'REBALANCING', maintenance: { updates: [] } })
    wait(61)
    expect((await service('orders-db')).state).toBe('RUNNING')
  })

  it('of a rotation, too', async () => {
    const { ask } = startMock()
    const path = '/project/demo-rotation/service/warehouse'
    const updates = async () => (await ask('GET', `${path}?include_secrets=false`)).body.service.maintenance.updates
    expect(await updates()).toHaveLength(1)
    await ask('PUT', `${path}/maintenance/start`)
    expect(await updates()).toEqual([])
  })
})

describe('integrations', () => {
  it('are listed by both services, and removed with a service', async () => {
    const { ask, service } = startMock()
    const list = async (name: string) =>
      (await ask('GET', `${PROJECT}/service/${name}/integration`)).body.service_integrations
    expect(await list('metrics')).toContainEqual((await list('orders-db'))[0])
    expect((await service('events')).service_integrations).toEqual(await list('events'))
    expect((await list('dashboards'))[0]).toMatchObject({ active: false })
    await ask('DELETE', `${PROJECT}/service/metrics`)
    expect(await list('dashboards')).toEqual([])
  })
})

describe('notifications', () => {
  it('report versions near their end, and services that were off for long', async () => {
    const { ask, wait, service } = startMock()
    expect((await service('billing-mysql')).service_notifications).toMatchObject([
      { type: 'service_end_of_life', level: 'notice', metadata: { upgrade_to_version: '8.4' } },
    ])
    expect((await service('orders-db')).service_notifications).toEqual([])
    await ask('PUT', `${PROJECT}/service/sessions`, { powered: false })
    expect((await service('sessions')).service_notifications).toEqual([])
    wait(91 * 86_400)
    expect((await service('sessions')).service_notifications).toMatchObject([{ type: 'service_powered_off_removal' }])
  })
})
