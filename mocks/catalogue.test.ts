import { describe, expect, it } from 'vitest'

import { PROJECT, startMock } from './testing/start-mock.ts'
import { createMockApi } from './api.ts'

const { ask } = startMock()

describe('the catalogue', () => {
  it('has 14 types, each with plans, a schema and, where it has versions, those', async () => {
    const { service_types: types } = (await ask('GET', `${PROJECT}/service_types`)).body
    expect(Object.keys(types)).toHaveLength(14)
    const versions = (await ask('GET', '/service_versions')).body.service_versions
    // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
    for (const [type, served] of Object.entries<any>(types)) {
      expect(served.service_plans.length).toBeGreaterThanOrEqual(4)
      const { properties } = served.user_config_schema
      expect(properties).toHaveProperty('ip_filter')
      const newest = served.default_version
      if (newest === undefined) continue
      expect(properties[`${type}_version`].enum).toContain(newest)
      expect(versions).toContainEqual(expect.objectContaining({ service_type: type, major_version: newest }))
    }
  })

  it('gives the same plan, disk and price in every operation', async () => {
    const types = `${PROJECT}/service-types`
    const { service_plans: plans } = (await ask('GET', `${types}/pg/plans`)).body
    const plan = plans.find(({ service_plan }: { service_plan: string }) => service_plan === 'premium-8')
    expect(plan.node_count).toBe(3)
    expect(plan.regions).not.toHaveProperty('do-fra')
    const region = plan.regions['aws-eu-west-1']
    const specs = (await ask('GET', `${types}/pg/plans/premium-8`)).body
    expect(specs).toMatchObject({ node_count: 3, disk_space_mb: region.disk_space_mb })
    const price = `${PROJECT}/pricing/service-types/pg/plans/premium-8/clouds`
    expect((await ask('GET', `${price}/aws-eu-west-1`)).body.base_price_usd).toBe(region.price_usd)
    expect((await ask('GET', `${price}/do-fra`)).status).toBe(404)
    expect(Number(region.price_usd)).toBeGreaterThan(0)
  })

  it('answers 404 for what it lacks', async () => {
    for (const path of ['quasar', 'quasar/plans', 'pg/plans/galactic'])
      expect((await ask('GET', `${PROJECT}/service-types/${path}`)).status).toBe(404)
  })

  it('is open to anyone where it is about no project', async () => {
    const { fetch } = createMockApi({ token: 'good' })
    for (const path of ['clouds', 'service_types', 'service_versions'])
      expect((await fetch(new Request(`http://mock.example.com/v1/${path}`))).status).toBe(200)
    expect((await fetch(new Request('http://mock.example.com/v1/project/demo-shop/clouds'))).status).toBe(401)
  })
})

describe('the event log', () => {
  it('is newest first, as long as requested, and starts before the mock did', async () => {
    const read = async (limit: string) => (await ask('GET', `${PROJECT}/events${limit}`)).body.events
    const all = await read('?limit=1000')
    expect((await read('')).length).toBe(100)
    expect((await read('?limit=3')).map(({ id }: { id: string }) => id)).toEqual(
      all.slice(0, 3).map(({ id }: { id: string }) => id),
    )
    const times = all.map(({ time }: { time: string }) => time)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(all.map(({ id }: { id: string }) => id)).size).toBe(all.length)
  })
})
