import { describe, expect, it } from 'vitest'

import { PROJECT, startMock, type StartedMock } from './testing/start-mock.ts'

const SESSIONS = `${PROJECT}/service/sessions`
const PG = `${PROJECT}/service/orders-db`

type Row = readonly [string, ...(number | null)[]]
type Metrics = Record<
  string,
  { readonly data: { readonly cols: object[]; readonly rows: Row[] }; readonly hints: object }
>

const metrics = async (ask: StartedMock['ask'], service: string, period = 'hour'): Promise<Metrics> =>
  (await ask('POST', `${PROJECT}/service/${service}/metrics`, { period })).body.metrics

describe('metrics', () => {
  it.each([
    ['hour', 120, 30],
    ['day', 288, 300],
    ['week', 336, 1800],
    ['month', 240, 10_800],
    ['year', 365, 86_400],
  ])('of a %s: %i rows, %i seconds apart, the same whenever asked', async (period, count, seconds) => {
    const { ask } = startMock()
    const all = await metrics(ask, 'orders-db', period)
    expect(Object.keys(all)).toEqual(expect.arrayContaining(['cpu_usage', 'mem_usage', 'disk_usage', 'load_average']))
    const { rows, cols } = all['cpu_usage']?.data ?? { rows: [], cols: [] }
    expect(cols).toMatchObject([
      { label: 'time' },
      { label: 'orders-db-1 (master)' },
      { label: 'orders-db-2 (standby)' },
    ])
    expect(rows).toHaveLength(count)
    expect(Date.parse(rows[1]?.[0] ?? '') - Date.parse(rows[0]?.[0] ?? '')).toBe(seconds * 1000)
    for (const [, ...values] of rows)
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(100)
      }
    expect(await metrics(startMock().ask, 'orders-db', period)).toEqual(all)
  })

  it('are stable: an earlier moment keeps its value', async () => {
    const { ask, wait } = startMock()
    const before = await metrics(ask, 'events')
    wait(600)
    const after = await metrics(ask, 'events')
    const last = before['net_send']?.data.rows.at(-1)
    expect(after['net_send']?.data.rows).toContainEqual(last)
    expect(after['net_send']?.data.rows.at(-1)?.[0]).not.toBe(last?.[0])
  })

  it('stop while it is powered off, and have a gap afterwards', async () => {
    const { ask, wait } = startMock()
    await ask('PUT', SESSIONS, { powered: false })
    wait(900)
    const off = (await metrics(ask, 'sessions'))['cpu_usage']?.data.rows ?? []
    expect(off).toHaveLength(90)
    await ask('PUT', SESSIONS, { powered: true })
    wait(300)
    expect((await metrics(ask, 'sessions'))['cpu_usage']?.data.rows).toHaveLength(90)
  })

  it('start when the service was created', async () => {
    const { ask, wait } = startMock()
    await ask('POST', `${PROJECT}/service`, { service_name: 'young', service_type: 'pg', plan: 'startup-4' })
    wait(300)
    expect((await metrics(ask, 'young'))['cpu_usage']?.data.rows).toHaveLength(10)
  })

  it('of a topic, which must exist', async () => {
    const { ask } = startMock()
    const path = `${PROJECT}/service/events/metrics`
    expect((await ask('POST', path, { kafka_topic_name: 'customers' })).body.metrics).toHaveProperty('messages_in')
    expect((await ask('POST', path, { kafka_topic_name: 'nothing' })).status).toBe(404)
    expect((await ask('POST', path, { period: 'century' })).status).toBe(400)
  })

  it('follow the scenarios', async () => {
    const rows = async (scenario: 'metrics-empty' | 'metrics-gaps' | 'metrics-google-dates') =>
      (await metrics(startMock({ scenario }).ask, 'orders-db', 'day'))['cpu_usage']?.data.rows ?? []
    expect(await rows('metrics-empty')).toEqual([])
    const holes = await rows('metrics-gaps')
    expect(holes.length).toBeLessThan(288)
    expect(holes.some(([, , second]) => second === null)).toBe(true)
    expect((await rows('metrics-google-dates'))[0]?.[0]).toMatch(/^Date\(2026,10,22,\d+,\d+,\d+\)$/)
  })
})

describe('alerts', () => {
  it('report full disks, for the project and each service', async () => {
    const { ask } = startMock()
    const { alerts } = (await ask('GET', `${PROJECT}/alerts`)).body
    expect(alerts).toMatchObject([{ service_name: 'clicks', severity: 'warning' }])
    expect((await ask('GET', `${PROJECT}/service/clicks/alerts`)).body.alerts).toEqual(alerts)
    expect((await ask('GET', `${PROJECT}/service/orders-db/alerts`)).body.alerts).toEqual([])
  })
})

interface Line {
  readonly time: string
  readonly msg: string
  readonly severity: string
}

describe('logs', () => {
  const logs = async (ask: StartedMock['ask'], body: object): Promise<{ logs: Line[]; offset: string }> =>
    (await ask('POST', `${PG}/logs`, body)).body

  it('are newest first, and continue backwards without gaps or repetitions', async () => {
    const { ask } = startMock()
    const whole = await logs(ask, { limit: 300 })
    expect(whole.logs).toHaveLength(300)
    const times = whole.logs.map(({ time }) => time)
    expect(times).toEqual(times.toSorted().toReversed())
    const first = await logs(ask, { limit: 100 })
    const second = await logs(ask, { limit: 200, offset: first.offset })
    expect([...first.logs, ...second.logs]).toEqual(whole.logs)
    expect(second.offset).toBe(whole.offset)
  })

  it('continue forwards to new lines', async () => {
    const { ask, wait } = startMock()
    const old = await logs(ask, { limit: 1 })
    wait(300)
    const next = await logs(ask, { limit: 500, sort_order: 'asc', offset: old.offset })
    expect(next.logs.length).toBeGreaterThan(0)
    expect(Date.parse(next.logs[0]?.time ?? '')).toBeGreaterThan(Date.parse(old.logs[0]?.time ?? ''))
    const latest = (await logs(ask, { limit: 1 })).logs[0]
    expect(next.logs.at(-1)).toEqual(latest)
  })

  it('end after four days, with nothing more and the same offset', async () => {
    const { ask } = startMock()
    const oldest = await logs(ask, { limit: 1, sort_order: 'asc' })
    expect(Date.parse(oldest.logs[0]?.time ?? '')).toBeGreaterThan(Date.parse('2026-11-19T12:34:50Z'))
    expect(await logs(ask, { offset: oldest.offset })).toMatchObject({ logs: [], offset: oldest.offset })
  })

  it('of one severity and worse', async () => {
    const { ask } = startMock()
    const { logs: bad } = await logs(ask, { limit: 50, severity: 'err' })
    expect(bad).toHaveLength(50)
    expect(new Set(bad.map(({ severity }) => severity))).toEqual(new Set(['err']))
  })

  it.each([{ limit: 501 }, { limit: 0 }, { severity: 'loud' }, { offset: 'made-up' }])(
    '%j is refused',
    async (body) => {
      expect((await startMock().ask('POST', `${PG}/logs`, body)).status).toBe(400)
    },
  )

  it('are full of errors, or unavailable, in such scenarios', async () => {
    const usual = (await logs(startMock().ask, { limit: 100, severity: 'warning' })).logs.at(-1)
    const burst = (await logs(startMock({ scenario: 'logs-burst' }).ask, { limit: 100, severity: 'warning' })).logs.at(
      -1,
    )
    expect(Date.parse(burst?.time ?? '')).toBeGreaterThan(Date.parse(usual?.time ?? ''))
    const timeout = await startMock({ scenario: 'logs-timeout' }).ask('POST', `${PG}/logs`, {})
    expect([timeout.status, timeout.body.errors[0].error_code]).toEqual([503, 'service_logs_backend_timeout'])
  })
})

describe('scenarios of refusals', () => {
  it.each([
    ['role-read-only', 'PUT', PG, 403],
    ['role-read-only', 'POST', `${PG}/metrics`, 403],
    ['role-read-only', 'GET', PG, 200],
    ['role-read-only', 'GET', `${PROJECT}/events`, 403],
    ['conflict-409', 'PUT', `${PG}/tags`, 409],
    ['conflict-409', 'POST', `${PG}/logs`, 200],
    ['plan-403', 'POST', `${PG}/connection_pool`, 403],
    ['plan-403', 'PUT', PG, 200],
    ['create-fails', 'POST', `${PROJECT}/service`, 500],
    ['write-403', 'DELETE', `${PG}/db/orders`, 403],
  ] as const)('%s: %s %s is answered with %i', async (scenario, method, path, status) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    expect((await startMock({ scenario }).ask(method, `${path}?include_secrets=false`, body)).status).toBe(status)
  })

  it('stuck-rebuilding never ends', async () => {
    const { wait, service } = startMock({ scenario: 'stuck-rebuilding' })
    wait(3600)
    const stuck = await service('orders-db')
    expect(stuck.state).toBe('REBUILDING')
    expect(stuck.node_states[1].progress_updates[1].completed).toBe(false)
  })
})
