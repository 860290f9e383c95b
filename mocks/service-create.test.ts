import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'

describe('a new service', () => {
  const SERVICES = `${PROJECT}/service`
  const WANTED = {
    service_name: 'reports',
    service_type: 'pg',
    plan: 'business-8',
    cloud: 'aws-eu-west-1',
    termination_protection: true,
    tags: { team: 'reports' },
    user_config: { pg_version: '16', admin_username: 'boss', admin_password: 'not-to-be-told' },
  }

  it('is built over time, gets its endpoints late, and has the requested settings', async () => {
    const { ask, wait, service, events } = startMock()
    const { status, body } = await ask('POST', SERVICES, WANTED)
    expect(status).toBe(200)
    expect(body.service).toMatchObject({ state: 'REBUILDING', components: [], service_uri: null, node_count: 2 })
    expect(body.service.users).toMatchObject([{ username: 'boss', type: 'primary' }])
    expect(JSON.stringify(body)).not.toContain('not-to-be-told')
    wait(91)
    const built = await service('reports')
    expect(built).toMatchObject({
      state: 'RUNNING',
      plan: 'business-8',
      cloud_name: 'aws-eu-west-1',
      termination_protection: true,
      tags: { team: 'reports' },
      user_config: { pg_version: '16', ip_filter: ['0.0.0.0/0', '::/0'] },
      create_time: '2026-11-23T12:34:56Z',
    })
    const ports = built.components.map(({ port }: { port: number }) => port)
    expect(new Set(ports).size).toBe(ports.length)
    expect(await events('reports')).toEqual(['service_create'])
  })

  it('of Kafka has an admin with a certificate', async () => {
    const { ask } = startMock()
    const { body } = await ask('POST', SERVICES, { service_name: 'bus', service_type: 'kafka', plan: 'business-4' })
    expect(body.service.users[0].access_cert).toMatch(/^-----BEGIN CERTIFICATE/)
    expect(body.service.cloud_name).toBe('google-europe-west1')
    expect(body.service.user_config).toMatchObject({ kafka_version: '4.2' })
  })

  it('can be a copy', async () => {
    const { ask } = startMock()
    const fork = { ...WANTED, tags: { team: 'forks' }, copy_tags: true }
    const config = { service_to_fork_from: 'orders-db', recovery_target_time: '2026-11-22T00:00:00Z' }
    const { status, body } = await ask('POST', SERVICES, { ...fork, user_config: config })
    expect(status).toBe(200)
    expect(body.service.tags).toEqual({ env: 'prod', team: 'forks' })
  })

  it('may be created without an answer: create-unanswered', async () => {
    const { ask, service } = startMock({ scenario: 'create-unanswered' })
    await expect(ask('POST', SERVICES, WANTED)).rejects.toThrow(TypeError)
    expect(await service('reports')).toMatchObject({ state: 'REBUILDING' })
  })

  it.each<[object, number, string]>([
    [{ service_name: 'orders-db' }, 409, 'already in use'],
    [{ service_name: 'Reports' }, 400, 'service_name'],
    [{ service_name: '' }, 400, 'service_name'],
    [{ service_type: 'quasar' }, 400, 'service_type'],
    [{ plan: undefined }, 400, 'plan'],
    [{ plan: 'premium-8', cloud: 'do-fra' }, 400, 'plan'],
    [{ user_config: { service_to_fork_from: 'nowhere' } }, 404, 'fork'],
    [{ user_config: { service_to_fork_from: 'events' } }, 400, 'service_to_fork_from'],
  ])('%j is refused with %i: %s', async (change, status, message) => {
    const answer = await startMock().ask('POST', SERVICES, { ...WANTED, ...change })
    expect(answer.status).toBe(status)
    expect(answer.body.message).toContain(message)
  })
})
