import { describe, expect, it } from 'vitest'

import { ApiError } from './errors.ts'
import { readAnswer, type ReadList } from './parse.ts'
import { projectList, type Project } from './project.ts'
import { readServiceGet, readServiceList } from './service.ts'

const bare = { service_name: 'a', service_type: 'pg' }

describe('readServiceList', () => {
  it('requires only the name and type of a service', async () => {
    const { items, problems } = await readServiceList({ services: [bare] })
    expect(problems).toEqual([])
    expect(items[0]).toMatchObject({ service_name: 'a', components: [], users: [], connection_pools: [], problems: [] })
  })

  it('accepts null for everything else', async () => {
    const names = [
      'service_type_description',
      'state',
      'plan',
      'cloud_name',
      'cloud_description',
      'create_time',
      'node_count',
      'service_uri',
      'service_uri_params',
      'components',
      'users',
      'connection_pools',
      'tags',
      'metadata',
      'user_config',
      'features',
      'connection_info',
    ]
    const nulls = Object.fromEntries(names.map((name) => [name, null]))
    expect((await readServiceList({ services: [{ ...bare, ...nulls }] })).problems).toEqual([])
  })

  it('omits a display-only field with an unexpected value', async () => {
    const odd = { ...bare, plan: 5, node_count: '3', state: {}, create_time: [] }
    const { items, problems } = await readServiceList({ services: [odd] })
    expect(problems).toEqual([])
    expect(items[0]).toMatchObject({ plan: undefined, node_count: undefined, state: undefined })
  })

  it('passes unknown fields through', async () => {
    const { items } = await readServiceList({ services: [{ ...bare, brand_new: { deep: [1] } }], message: 'x' })
    expect(items).toHaveLength(1)
  })

  it.each<[string, unknown, RegExp]>([
    ['null', null, /number 2 .*\(expected object, got null\)/],
    ['a text', 'x', /number 2 .*\(expected object, got string\)/],
    ['a missing type', { service_name: 'no-type' }, /no-type .*\(service_type is missing\)/],
    ['a number for a name', { ...bare, service_name: 1 }, /number 2 .*\(service_name: expected string, got number\)/],
    ['an empty name', { ...bare, service_name: '' }, /number 2 .*\(service_name: /],
    ['components that are no list', { ...bare, components: {} }, / a .*\(components: .*\barray\b.*\bobject\b/],
  ])('a broken item costs that item: %s', async (_, item, problem) => {
    const { items, problems } = await readServiceList({ services: [bare, item, { ...bare, service_name: 'z' }] })
    expect(items.map(({ service_name }) => service_name)).toEqual(['a', 'z'])
    expect(problems).toEqual([expect.stringMatching(problem)])
  })

  it('a broken endpoint or user is named, and does not affect the others', () => {
    const service = readServiceGet({
      service: {
        ...bare,
        components: [{ component: 'pg', host: 'h', port: 1 }, { component: 'pgbouncer', host: 'h', port: 'x' }, null],
        users: [{ username: 'u', password: null }, { password: 'x' }],
        connection_pools: [{ pool_name: 'p' }, {}],
      },
    })
    expect(service.components).toEqual([
      expect.objectContaining({ component: 'pg', route: 'dynamic', usage: 'primary' }),
    ])
    expect(service.users).toHaveLength(1)
    expect(service.connection_pools).toHaveLength(1)
    expect(service.problems).toEqual([
      expect.stringMatching(/^Endpoint pgbouncer .*\(port: .*\bnumber\b.*\bstring\b/),
      expect.stringMatching(/^Endpoint number 3 .*\(expected object, got null\)/),
      expect.stringMatching(/^Service user number 2 .*\(username is missing\)/),
      expect.stringMatching(/^Connection pool number 2 .*\(pool_name is missing\)/),
    ])
  })

  it('reads a hint only where it is one', () => {
    const hint = (features: unknown) => readServiceGet({ service: { ...bare, features } }).features.letsencrypt
    expect(hint({ letsencrypt: true })).toBe(true)
    expect(hint({ letsencrypt: 'yes' })).toBeUndefined()
    expect(hint('text')).toBeUndefined()
    expect(hint({})).toBeUndefined()
  })

  it('reads numbers in maps of texts as text, and leaves the rest out', () => {
    const { service_uri_params } = readServiceGet({
      service: { ...bare, service_uri_params: { port: 5, host: 'h', odd: {} } },
    })
    expect(service_uri_params).toEqual({ port: '5', host: 'h' })
  })
})

describe('readServiceList, again', () => {
  const services = ['a', 'b', 'c'].map((service_name) => ({ ...bare, service_name, tags: { of: service_name } }))

  it('keeps the services that are the same, wherever they stand, and the list if all are', async () => {
    const before = await readServiceList({ services })
    expect(await readServiceList(structuredClone({ services }), before)).toBe(before)
    const changed = structuredClone([
      services[2],
      { ...services[1], state: 'POWEROFF' },
      { ...bare, service_name: 'd' },
    ])
    const { items } = await readServiceList({ services: changed }, before)
    expect(items.map(({ service_name }) => service_name)).toEqual(['c', 'b', 'd'])
    expect(items[0]).toBe(before.items[2])
    expect(items[1]).not.toBe(before.items[1])
    expect(items[1]?.tags).toBe(before.items[1]?.tags)
    const broken = await readServiceList({ services: [...services, {}] }, before)
    expect([broken.problems.length, broken.items.length]).toEqual([1, 3])
  })
})

describe('readAnswer', () => {
  const failure = async (body: unknown) => {
    try {
      await readAnswer('ServiceList', { body, status: 200, requestId: 'r-3' }, readServiceList)
    } catch (error) {
      return error as ApiError
    }
    return undefined
  }

  it.each<[unknown, RegExp]>([
    [{}, /services is missing/],
    [{ services: null }, /\bservices: .*\bnull\b/],
    [[], /services/],
    [null, /expected object, got null/],
    ['text', /expected object, got string/],
  ])('names the field of an answer of the wrong shape: %j', async (body, message) => {
    const error = await failure(body)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ kind: 'contract', operation: 'ServiceList', status: 200, requestId: 'r-3' })
    expect(error?.cause).toBeUndefined()
    expect(error?.message).toMatch(message)
  })

  it('reports duplicates once', async () => {
    const { problems } = await readServiceList({ services: [{ service_name: 'a' }, { service_name: 'a' }] })
    expect(problems).toHaveLength(1)
  })

  it('names types, never values: they may be secrets', async () => {
    for (const user of [
      { username: 'u', password: 918_273_645 },
      'AVNS_secret',
      { username: { key: 'AVNS_secret' } },
    ]) {
      const error = await failure({ user })
      expect(JSON.stringify([error, error?.message])).not.toMatch(/918273645|AVNS_secret/)
    }
  })

  it('reads projects one by one', async () => {
    const projects = [{ project_name: 'a' }, { project_name: null }, { project_name: 'a' }]
    const { queryFn } = projectList(async () => ({ body: { projects }, status: 200 }))
    const read = queryFn as (context: { signal: AbortSignal }) => Promise<ReadList<Project>>
    const { items, problems } = await read({ signal: new AbortController().signal })
    expect(items).toEqual([{ project_name: 'a', account_name: undefined, default_cloud: undefined }])
    expect(problems).toEqual([expect.stringMatching(/number 2 .*project_name: /)])
  })
})
