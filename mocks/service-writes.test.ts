import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'

const SESSIONS = `${PROJECT}/service/sessions`
const ORDERS = `${PROJECT}/service/orders-db`

describe('power', () => {
  it('off at once, on again after a while: endpoints and nodes appear late', async () => {
    const { ask, wait, service, events } = startMock()
    const before = await service('sessions')
    const { status, body } = await ask('PUT', SESSIONS, { powered: false })
    expect([status, body.service.state, body.service.components, body.service.node_states]).toEqual([
      200,
      'POWEROFF',
      [],
      [],
    ])
    expect(await service('sessions')).toMatchObject({ state: 'POWEROFF', service_uri: null })

    await ask('PUT', SESSIONS, { powered: true })
    wait(2)
    const early = await service('sessions')
    expect(early).toMatchObject({ state: 'REBUILDING', components: [], node_states: [{ state: 'setting_up_vm' }] })
    wait(48)
    const halfway = await service('sessions')
    expect(halfway.components).toEqual(before.components)
    expect(halfway.node_states[0]).toMatchObject({ state: 'syncing_data' })
    expect(halfway.node_states[0].progress_updates.map(({ completed }: { completed: boolean }) => completed)).toEqual([
      true,
      false,
      false,
    ])
    wait(31)
    expect(await service('sessions')).toMatchObject({ state: 'RUNNING', node_states: [{ state: 'running' }] })
    expect((await events('sessions')).slice(0, 2)).toEqual(['service_poweron', 'service_poweroff'])
  })

  it('on: a service created powered off gets endpoints; powering on twice changes nothing', async () => {
    const { ask, wait, service } = startMock()
    await ask('PUT', `${PROJECT}/service/dashboards`, { powered: true })
    wait(81)
    const { components, state } = await service('dashboards')
    expect([state, components[0].component]).toEqual(['RUNNING', 'grafana'])
    await ask('PUT', SESSIONS, { powered: true })
    expect((await service('sessions')).state).toBe('RUNNING')
  })

  it('goes faster when asked to', async () => {
    const { ask, wait, service } = startMock({ speed: 10 })
    await ask('PUT', SESSIONS, { powered: false })
    await ask('PUT', SESSIONS, { powered: true })
    wait(8.1)
    expect((await service('sessions')).state).toBe('RUNNING')
  })

  it('is refused if it could lose changes that are not backed up, if the client asks for that', async () => {
    const { ask, service } = startMock({ scenario: 'rebuilding' })
    await ask('PUT', ORDERS, { termination_protection: false })
    expect((await ask('PUT', `${ORDERS}?allow_unclean_poweroff=false`, { powered: false })).status).toBe(409)
    expect((await service('orders-db')).state).toBe('REBUILDING')
    expect((await ask('PUT', ORDERS, { powered: false })).status).toBe(200)
  })
})

describe('termination protection', () => {
  it('refuses power off and deletion until it is disabled', async () => {
    const { ask, service } = startMock()
    for (const [method, body] of [['PUT', { powered: false }], ['DELETE']] as const) {
      const refused = await ask(method, ORDERS, body)
      expect(refused.status).toBe(403)
      expect(refused.body.message).toContain('protected against termination')
    }
    expect((await service('orders-db')).state).toBe('RUNNING')
    await ask('PUT', ORDERS, { termination_protection: false })
    expect((await service('orders-db')).termination_protection).toBe(false)
    expect((await ask('DELETE', ORDERS)).status).toBe(200)
    expect((await ask('GET', ORDERS)).status).toBe(404)
    expect((await ask('GET', `${PROJECT}/service?include_secrets=false`)).body.services).not.toContainEqual(
      expect.objectContaining({ service_name: 'orders-db' }),
    )
  })

  it('is not removed by a tag', async () => {
    const { ask, service } = startMock()
    await ask('PUT', `${ORDERS}/tags`, { tags: {} })
    expect((await service('orders-db')).termination_protection).toBe(true)
  })
})

describe('plan and cloud', () => {
  it('change in a while; the number of nodes follows', async () => {
    const { ask, wait, service } = startMock()
    await ask('PUT', ORDERS, { plan: 'premium-8' })
    expect(await service('orders-db')).toMatchObject({ plan: 'premium-8', state: 'REBALANCING', node_count: 3 })
    wait(101)
    expect(await service('orders-db')).toMatchObject({ state: 'RUNNING', disk_space_mb: 3 * 175 * 1024 })
    await ask('PUT', ORDERS, { cloud: 'aws-eu-west-1' })
    expect(await service('orders-db')).toMatchObject({
      cloud_name: 'aws-eu-west-1',
      cloud_description: 'Europe, Ireland - Amazon Web Services: Ireland',
      state: 'REBALANCING',
    })
  })

  it('sent as they are change nothing: so does Aiven’s own client', async () => {
    const { ask, service } = startMock()
    await ask('PUT', `${PROJECT}/service/logs-es`, { plan: 'business-4', user_config: {} })
    expect((await service('logs-es')).state).toBe('RUNNING')
  })
})

it.each<[object, string]>([
  [{ plan: 'business-9000' }, 'plan'],
  [{ plan: 7 }, 'plan'],
  [{ cloud: 'moon-base-1' }, 'cloud'],
  [{ cloud: 'do-fra', plan: 'premium-8' }, 'plan'],
  [{ maintenance: { dow: 'never' } }, 'dow'],
  [{ maintenance: { time: '25:00:00' } }, 'time'],
  [{ tech_emails: [{ email: 'nobody' }] }, 'tech_emails'],
  [{ termination_protection: 'yes' }, 'termination_protection'],
  [{ disk_space_mb: 1 }, 'disk_space_mb'],
  [{ project_vpc_id: '1007a317-aa2a-4fb4-9056-93924c5ee46f' }, 'project_vpc_id'],
  [{ user_config: { ip_filter: ['10.20.3.4/16'] } }, 'user_config.ip_filter.0'],
  [{ user_config: { ip_filter: [{ description: 'no network' }] } }, 'user_config.ip_filter.0'],
  [{ user_config: { ip_filter: ['300.0.0.0/8'] } }, 'user_config.ip_filter.0'],
  [{ user_config: { ip_filter: ['2001:db8::1/64'] } }, 'user_config.ip_filter.0'],
  [{ user_config: { pg: { max_connections: 'many' } } }, 'user_config.pg.max_connections'],
  [{ user_config: { pg: { max_connections: 1 } } }, 'user_config.pg.max_connections'],
  [{ user_config: { pg_version: '9.6' } }, 'user_config.pg_version'],
  [{ user_config: { unheard_of: 1 } }, 'user_config'],
])('%j is refused, naming %s, and nothing changes', async (change, field) => {
  const { ask, service } = startMock()
  const before = await service('orders-db')
  const { status, body } = await ask('PUT', ORDERS, change)
  expect(status).toBe(400)
  expect(body.message).toMatch(new RegExp(`^Invalid input for ${field.replaceAll('.', '\\.')}: `))
  expect(await service('orders-db')).toEqual(before)
})

it('a plan with too small a disk is refused', async () => {
  const { ask } = startMock()
  const { status, body } = await ask('PUT', `${PROJECT}/service/clicks`, { plan: 'business-4' })
  expect([status, body.message]).toEqual([400, expect.stringContaining('disk')])
})

describe('settings', () => {
  const FILTER = ['10.20.0.0/16', { network: '198.51.100.7', description: 'Office' }, '2001:db8::/32', '::/0']

  it('replace lists, reset on null, and keep unnamed values', async () => {
    const { ask, service } = startMock()
    await ask('PUT', ORDERS, { user_config: { ip_filter: FILTER, pg: { jit: true } } })
    await ask('PUT', ORDERS, { user_config: { pg: { max_connections: 300 }, pg_version: null } })
    expect((await service('orders-db')).user_config).toEqual({
      ip_filter: FILTER,
      pg: { jit: true, max_connections: 300 },
    })
    await ask('PUT', ORDERS, { user_config: { ip_filter: null, pg: { jit: null } } })
    expect((await service('orders-db')).user_config).toEqual({ pg: { max_connections: 300 } })
  })

  it('replace objects too, if the scenario says so', async () => {
    const { ask, service } = startMock({ scenario: 'config-replaced' })
    await ask('PUT', ORDERS, { user_config: { pg: { jit: true } } })
    await ask('PUT', ORDERS, { user_config: { pg: { max_connections: 300 } } })
    expect((await service('orders-db')).user_config).toMatchObject({ pg_version: '16' })
    expect((await service('orders-db')).user_config.pg).toEqual({ max_connections: 300 })
  })

  it('a new version rebuilds', async () => {
    const { ask, service } = startMock()
    await ask('PUT', ORDERS, { user_config: { pg_version: '17' } })
    expect((await service('orders-db')).state).toBe('REBALANCING')
  })

  it('maintenance window, contacts and disk are returned as set', async () => {
    const { ask, service } = startMock()
    const change = {
      maintenance: { dow: 'monday', time: '22:30:00' },
      tech_emails: [{ email: 'ops@example.com' }],
      disk_space_mb: 2 * 185 * 1024,
    }
    expect((await ask('PUT', ORDERS, change)).status).toBe(200)
    expect(await service('orders-db')).toMatchObject(change)
  })
})

describe('tags', () => {
  it('are replaced, or changed one by one', async () => {
    const { ask } = startMock()
    const tags = async () => (await ask('GET', `${ORDERS}/tags`)).body.tags
    await ask('PATCH', `${ORDERS}/tags`, { tags: { team: null, cost: '7' } })
    expect(await tags()).toEqual({ env: 'prod', cost: '7' })
    await ask('PUT', `${ORDERS}/tags`, { tags: { only: '' } })
    expect(await tags()).toEqual({ only: '' })
  })

  it.each([{ tags: { '1st': 'x' } }, { tags: { long: 'x'.repeat(65) } }, { tags: { number: 1 } }, { tags: [] }])(
    '%j is refused',
    async (body) => {
      expect((await startMock().ask('PATCH', `${ORDERS}/tags`, body)).status).toBe(400)
    },
  )
})
