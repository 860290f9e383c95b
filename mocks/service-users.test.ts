import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'

const SESSIONS = `${PROJECT}/service/sessions`
const ORDERS = `${PROJECT}/service/orders-db`

describe('service users', () => {
  it('are made with credentials of their own, and deleted', async () => {
    const { ask } = startMock()
    const users = `${PROJECT}/service/events/user`
    const { status, body } = await ask('POST', users, { username: 'new-consumer' })
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ type: 'normal', password_updated_time: '2026-11-23T12:34:56Z' })
    expect((await ask('GET', `${users}/new-consumer`)).body.user).toEqual(body.user)
    expect((await ask('DELETE', `${users}/new-consumer`)).status).toBe(200)
    expect((await ask('GET', `${users}/new-consumer`)).status).toBe(404)
    const again = (await ask('POST', users, { username: 'new-consumer' })).body.user
    expect(again.access_cert).not.toBe(body.user.access_cert)
    expect(again.password).not.toBe(body.user.password)
  })

  it.each<[string, object, number]>([
    ['events', { username: 'avnadmin' }, 409],
    ['events', { username: 'a b' }, 400],
    ['events', {}, 400],
    ['events', { username: 'x', authentication: 'caching_sha2_password' }, 400],
    ['dashboards', { username: 'x' }, 400],
  ])('%s %j is refused with %i', async (service, body, status) => {
    expect((await startMock().ask('POST', `${PROJECT}/service/${service}/user`, body)).status).toBe(status)
  })

  it('keep the primary one', async () => {
    expect((await startMock().ask('DELETE', `${ORDERS}/user/avnadmin`)).status).toBe(403)
  })

  it('have rules, and take a password that is chosen', async () => {
    const { ask } = startMock()
    const rules = { valkey_acl_keys: ['cart:*'], valkey_acl_commands: ['+get'] }
    await ask('POST', `${SESSIONS}/user`, { username: 'reader', access_control: rules })
    const reader = `${SESSIONS}/user/reader`
    expect((await ask('GET', reader)).body.user.access_control).toEqual(rules)
    expect((await ask('PUT', reader, { operation: 'set-access-control', access_control: {} })).status).toBe(200)
    expect((await ask('GET', reader)).body.user.access_control).toEqual({})
    expect((await ask('PUT', reader, { operation: 'reset-credentials', new_password: 'short' })).status).toBe(400)
    await ask('PUT', reader, { operation: 'reset-credentials', new_password: 'long-enough' })
    expect((await ask('GET', reader)).body.user.password).toBe('long-enough')
  })
})
