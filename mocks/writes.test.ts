import { createPrivateKey, X509Certificate } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { createMockApi, type MockApiOptions } from './api.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-23T12:34:56Z')
const TODAY = Date.parse('2026-11-23')

const start = (options: MockApiOptions = {}) => {
  const { fetch } = createMockApi({ clock: () => NOW, ...options })
  // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
  const ask = async (path: string, change?: object): Promise<{ status: number; body: any }> => {
    const request = new Request(`http://mock.example.com/v1${path}`, {
      headers: { authorization: 'aivenv1 any' },
      ...(change && { method: 'PUT', body: JSON.stringify(change) }),
    })
    const response = await fetch(request)
    return { status: response.status, body: await response.json() }
  }
  const user = async (path: string) => (await ask(path)).body.user
  const ca = async (project: string) =>
    ((await ask(`/project/${project}/kms/ca`)).body.certificate as string)
      .split(/(?<=-----END CERTIFICATE-----\n)/)
      .map((pem) => new X509Certificate(pem))
  return { ask, user, ca }
}

const EVENTS = '/project/demo-shop/service/events'
const RENEWED = `${EVENTS}/user/invoices-sync`

describe('a renewal', () => {
  it('is reported until it is acknowledged; the certificate stays', async () => {
    const { ask, user } = start()
    const before = await user(RENEWED)
    expect(Date.parse(before.expiring_cert_not_valid_after_time)).toBe(TODAY + 53 * DAY)
    expect(Date.parse(before.access_cert_not_valid_after_time)).toBe(TODAY + 783 * DAY)
    const { status, body } = await ask(RENEWED, { operation: 'acknowledge-renewal' })
    expect(status).toBe(200)
    expect(body.service.service_name).toBe('events')
    const after = await user(RENEWED)
    expect(after).not.toHaveProperty('expiring_cert_not_valid_after_time')
    expect(after).toEqual({ ...before, expiring_cert_not_valid_after_time: undefined })
    const { service } = (await ask(EVENTS)).body
    expect(service.users).toContainEqual(after)
  })
})

describe('a reset', () => {
  it('makes a new password and a matching key and certificate, permanently', async () => {
    const { ask, user, ca } = start()
    const path = `${EVENTS}/user/audit-consumer`
    const before = await user(path)
    const { body } = await ask(`${path}/credentials/reset`, {})
    const after = await user(path)
    expect(body.service.users).toContainEqual(after)
    for (const field of ['password', 'access_key', 'access_cert']) expect(after[field]).not.toBe(before[field])
    const certificate = new X509Certificate(after.access_cert)
    expect(certificate.checkPrivateKey(createPrivateKey(after.access_key))).toBe(true)
    expect(certificate.verify((await ca('demo-shop'))[0]?.publicKey as never)).toBe(true)
    expect(certificate.serialNumber).not.toBe(new X509Certificate(before.access_cert).serialNumber)
    expect(Date.parse(after.access_cert_not_valid_after_time)).toBe(TODAY + 820 * DAY)
    expect(after.password_updated_time).toBe('2026-11-23T12:34:56Z')
    expect(before.password_updated_time).toMatch(/T16:00:00Z$/)
    expect(await user(`${EVENTS}/user/avnadmin`)).toEqual(await start().user(`${EVENTS}/user/avnadmin`))
  })
})

it.each([
  [`${EVENTS}/user/nobody`, {}, 404],
  ['/project/demo-shop/service/nowhere/user/avnadmin/credentials/reset', {}, 404],
  ['/project/demo-restricted/service/events/user/avnadmin/credentials/reset', {}, 403],
  [RENEWED, { operation: 'delete-everything' }, 400],
  [RENEWED, {}, 400],
])('%s %j is answered with %i', async (path, change, status) => {
  expect((await start().ask(path, change)).status).toBe(status)
})

it.each([
  ['write-403', 403],
  ['write-500', 500],
] as const)('%s refuses and changes nothing', async (scenario, status) => {
  const { ask, user } = start({ scenario })
  const before = await user(RENEWED)
  expect((await ask(`${RENEWED}/credentials/reset`, {})).status).toBe(status)
  expect(await user(RENEWED)).toEqual(before)
})

describe('a rotation', () => {
  const WAREHOUSE = '/project/demo-rotation/service/warehouse'
  const AVNADMIN = '/project/demo-rotation/service/clickstream/user/avnadmin'

  it.each<[NonNullable<MockApiOptions['scenario']>, number, number, boolean]>([
    ['rotation-announced', 2, 0, false],
    ['rotation-first-update', 2, 1, false],
    ['default', 2, 1, true],
    ['rotation-done', 1, 0, true],
  ])('%s: %i certificates, %i updates ahead; a reset user has the new CA: %s', async (scenario, cas, updates, next) => {
    const { ask, user, ca } = start({ scenario })
    const certificates = await ca('demo-rotation')
    expect(certificates).toHaveLength(cas)
    const pending = (await ask(WAREHOUSE)).body.service.maintenance.updates
    expect(pending).toHaveLength(updates)
    await ask(`${AVNADMIN}/credentials/reset`, {})
    const certificate = new X509Certificate((await user(AVNADMIN)).access_cert)
    const newest = certificates.at(-1)
    expect(newest && certificate.verify(newest.publicKey)).toBe(next)
  })

  it('progresses with the clock', async () => {
    let now = NOW
    const { ask, ca } = start({ scenario: 'rotation-moves', clock: () => now })
    const seen: string[] = []
    for (const seconds of [0, 31, 61, 91]) {
      now = new Date(NOW.getTime() + seconds * 1000)
      const { updates } = (await ask(WAREHOUSE)).body.service.maintenance
      seen.push(`${String((await ca('demo-rotation')).length)}/${String(updates.length)}`)
    }
    expect(seen).toEqual(['2/0', '2/1', '2/1', '1/0'])
  })
})

it('many-projects: 300 of them, with 50 services each', async () => {
  const { ask } = start({ scenario: 'many-projects' })
  const { projects } = (await ask('/project')).body
  expect(projects).toHaveLength(300)
  expect((await ask('/project/team-300/service?include_secrets=false')).body.services).toHaveLength(50)
})
