import { createPrivateKey, X509Certificate } from 'node:crypto'

import { describe, expect, it, vi } from 'vitest'

import type { MockApiOptions } from './api.ts'
import { SCENARIO_GROUPS } from './scenario-names.ts'
import { isScenarioName, SCENARIOS, scenarioNames } from './scenarios.ts'
import { askMock } from './testing/ask-mock.ts'

describe('scenarios', () => {
  it('are known by name, and described', () => {
    expect(isScenarioName('slow')).toBe(true)
    expect(isScenarioName('toString')).toBe(false)
    const named = Object.values(SCENARIO_GROUPS).flatMap((group) => Object.keys(group))
    expect(named.toSorted()).toEqual(scenarioNames.toSorted())
    for (const name of scenarioNames) expect(isScenarioName(name) && SCENARIOS[name].description).toMatch(/\.$/)
  })

  it.each<[NonNullable<MockApiOptions['scenario']>, string, number]>([
    ['401', '/me', 401],
    ['403', '/project/demo-shop/service', 403],
    ['403', '/me', 200],
    ['404', '/project/demo-shop/service/events', 404],
    ['429', '/project/demo-shop/service', 429],
    ['500', '/project/demo-shop/kms/ca', 500],
    ['html', '/project/demo-shop/service', 200],
    ['no-projects', '/project', 200],
  ])('%s: %s is answered with %i', async (scenario, path, status) => {
    const answer = await askMock({ scenario })(path)
    expect(answer.status).toBe(status)
    if (scenario === 'html') expect(answer.text).toMatch(/^<!DOCTYPE html>/)
    if (scenario === '429') expect(answer.headers.get('retry-after')).toBe('1')
    if (scenario === 'no-projects') expect(answer.body().projects).toEqual([])
  })

  it.each(['429-once', '503-once'] as const)('%s succeeds at the second try', async (scenario) => {
    const get = askMock({ scenario })
    expect((await get('/project/demo-shop/kms/ca')).status).not.toBe(200)
    expect((await get('/project/demo-shop/kms/ca')).status).toBe(200)
  })

  it('slow takes its time', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await askMock({ scenario: 'slow' })('/project/demo-shop/service')
    expect(timers.mock.calls.map(([, wait]) => wait)).toContain(3000)
    timers.mockRestore()
  })

  it.each<[NonNullable<MockApiOptions['scenario']>, (certificate: unknown) => void]>([
    [
      'ca-empty',
      (c) => {
        expect(c).toBe('')
      },
    ],
    [
      'ca-null',
      (c) => {
        expect(c).toBeNull()
      },
    ],
    [
      'ca-cut',
      (c) => {
        expect(c).not.toContain('END')
      },
    ],
    [
      'ca-html',
      (c) => {
        expect(c).toContain('<html>')
      },
    ],
    [
      'ca-private-key',
      (c) => {
        expect(c).toMatch(/^-----BEGIN PRIVATE KEY/)
      },
    ],
    [
      'ca-garbage',
      (c) => {
        expect(() => new X509Certificate(String(c))).toThrow()
      },
    ],
    [
      'ca-not-base64',
      (c) => {
        expect(c).toContain('!!!')
      },
    ],
  ])('%s breaks the CA', async (scenario, check) => {
    check((await askMock({ scenario })('/project/demo-shop/kms/ca')).body().certificate)
  })

  it('key-mismatch and redacted change what users hold', async () => {
    const user = async (scenario: NonNullable<MockApiOptions['scenario']>) =>
      (await askMock({ scenario })('/project/demo-shop/service/events/user/avnadmin')).body().user
    const mismatch = await user('key-mismatch')
    expect(new X509Certificate(mismatch.access_cert).checkPrivateKey(createPrivateKey(mismatch.access_key))).toBe(false)
    expect(await user('redacted')).toMatchObject({ password: '<redacted>', access_key: '<redacted>' })
  })

  it('odd and wrong-shapes add such services to the list, and serve them', async () => {
    const odd = askMock({ scenario: 'odd' })
    const names = (await odd('/project/demo-shop/service'))
      .body()
      .services.map((s: { service_name: string }) => s.service_name)
    expect(names.some((name: string) => name.includes('<img'))).toBe(true)
    expect((await odd(`/project/demo-shop/service/${encodeURIComponent('名前-ñandú-שלום-🦀')}`)).status).toBe(200)
    expect((await askMock({ scenario: 'wrong-shapes' })('/project/demo-shop/service')).body().services[0]).toBeNull()
    expect((await askMock({ scenario: 'no-list' })('/project/demo-shop/service')).body()).toEqual({})
    expect((await askMock({ scenario: 'empty' })('/project/demo-shop/service')).body()).toEqual({ services: [] })
  })
})
