import { createPrivateKey, X509Certificate } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { askMock } from './testing/ask-mock.ts'

const DAY = 86_400_000

describe('tokens', () => {
  it.each([
    [null, 401],
    ['', 401],
    ['aivenv1', 401],
    ['Basic abc', 401],
    ['aivenv1 wrong', 403],
    ['aivenv1 good', 200],
    ['Bearer good', 200],
    ['bearer good', 200],
  ])('Authorization %j is answered with %i', async (authorization, status) => {
    const get = askMock({ token: 'good' })
    const answer = await get('/me', authorization)
    expect(answer.status).toBe(status)
    if (status !== 200)
      expect(answer.body()).toEqual({
        errors: [{ message: answer.body().message, status }],
        message: expect.any(String),
      })
  })
})

describe('projects', () => {
  it('lists the full one first, and one that the token can not read', async () => {
    const get = askMock()
    const names = (await get('/project'))
      .body()
      .projects.map(({ project_name }: { project_name: string }) => project_name)
    expect(names[0]).toBe('demo-shop')
    expect((await get('/project/demo-restricted/service')).status).toBe(403)
    expect((await get('/project/demo-restricted/kms/ca')).status).toBe(403)
    expect((await get('/project/demo-empty/service')).body()).toEqual({ services: [] })
    expect((await get('/project/nowhere/service')).status).toBe(404)
    expect((await get('/project/demo-shop/service/nowhere')).body().message).toBe('Service does not exist')
    expect((await get('/unheard/of')).status).toBe(404)
  })
})

describe('services', () => {
  it('cover every type, state and login method', async () => {
    const { services } = (await askMock()('/project/demo-shop/service')).body()
    const types = new Set(services.map((service: { service_type: string }) => service.service_type))
    for (const type of [
      'pg',
      'mysql',
      'kafka',
      'kafka_connect',
      'kafka_mirrormaker',
      'opensearch',
      'clickhouse',
      'valkey',
      'grafana',
      'flink',
      'thanos',
      'dragonfly',
      'datahub',
      'application',
      'elasticsearch',
      'influxdb',
      'redis',
      'cassandra',
      'alloydbomni',
      'm3db',
      'm3aggregator',
    ])
      expect(types).toContain(type)
    const states = new Set(services.map(({ state }: { state: string }) => state))
    expect(states).toEqual(new Set(['POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING']))
    const kafka = services.find(({ service_name }: { service_name: string }) => service_name === 'events')
    const ways = kafka.components
      .filter(({ component }: { component: string }) => component === 'kafka')
      .map(
        (c: Record<string, string>) =>
          `${c['kafka_authentication_method'] ?? ''}/${c['kafka_ssl_ca'] ?? ''}/${c['route'] ?? ''}`,
      )
    expect(ways).toEqual(
      expect.arrayContaining([
        'certificate//dynamic',
        'sasl/project_ca/dynamic',
        'sasl/letsencrypt/dynamic',
        'certificate//public',
      ]),
    )
  })

  it('contain secrets unless the request excludes them', async () => {
    const get = askMock()
    const secrets = (text: string) => ({ password: text.includes('AVNS_'), key: text.includes('PRIVATE KEY') })
    for (const path of [
      '/project/demo-shop/service',
      '/project/demo-shop/service/events',
      '/project/demo-shop/service/events/user/avnadmin',
    ]) {
      expect(secrets((await get(path)).text)).toEqual({ password: true, key: true })
      expect(secrets((await get(`${path}?include_secrets=true`)).text)).toEqual({ password: true, key: true })
      expect(secrets((await get(`${path}?include_secrets=false`)).text)).toEqual({ password: false, key: false })
    }
  })
})

describe('certificates are real', () => {
  it("the CA is like Aiven's, and the same on the same day", async () => {
    const pem = (await askMock()('/project/demo-shop/kms/ca')).body().certificate
    const again = (await askMock({ clock: () => new Date('2026-11-23T23:59:59Z') })('/project/demo-shop/kms/ca')).body()
      .certificate
    expect(again).toBe(pem)
    const ca = new X509Certificate(pem)
    expect(ca.subject).toMatch(/^CN=[0-9a-f-]{36} Project CA$/)
    expect(ca.ca).toBe(true)
    expect(ca.verify(ca.publicKey)).toBe(true)
    expect(ca.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072)
    expect(Date.parse(ca.validTo) - Date.parse(ca.validFrom)).toBe(3650 * DAY)
    expect(ca.toLegacyObject().raw.includes(Buffer.from('2a864886f70d01010c', 'hex'))).toBe(true)
  })

  it.each([
    ['avnadmin', 640],
    ['orders-producer', 20],
    ['audit-consumer', -3],
  ])('the certificate of %s is signed by it, matches its key and ends in %i days', async (username, days) => {
    const get = askMock()
    const ca = new X509Certificate((await get('/project/demo-shop/kms/ca')).body().certificate)
    const { user } = (await get(`/project/demo-shop/service/events/user/${username}`)).body()
    const certificate = new X509Certificate(user.access_cert)
    expect(certificate.verify(ca.publicKey)).toBe(true)
    expect(certificate.checkIssued(ca)).toBe(true)
    expect(certificate.checkPrivateKey(createPrivateKey(user.access_key))).toBe(true)
    expect(certificate.subject).toMatch(new RegExp(`^O=events\\nOU=.{8}\\nCN=${username}$`))
    expect(Date.parse(certificate.validTo)).toBe(Date.parse('2026-11-23') + days * DAY)
    expect(Date.parse(user.access_cert_not_valid_after_time)).toBe(Date.parse(certificate.validTo))
    expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBe(820 * DAY)
  })

  it('a rotation has two in one PEM', async () => {
    const pem: string = (await askMock()('/project/demo-rotation/kms/ca')).body().certificate
    const parts = pem.split(/(?<=-----END CERTIFICATE-----\n)/)
    expect(parts).toHaveLength(2)
    const [old, next] = parts.map((part) => new X509Certificate(part))
    expect(old?.fingerprint256).not.toBe(next?.fingerprint256)
  })
})
