/** 10,000 answers gone wrong, through the schemas and what pages compute from them: data or an ApiError. */
import { beforeAll, expect, it } from 'vitest'

import { createMockApi } from '../../mocks/api.ts'
import { mutate, seeded } from '../../tools/faults/mutate.ts'
import { readCaCertificates } from '../crypto/files.ts'
import { readKeyPair } from '../crypto/key-pair.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import { endpointVerdict, serviceVerdict } from '../domain/verdict.ts'
import type { Api } from './client.ts'
import { ApiError } from './errors.ts'
import { serviceLogs } from './logs.ts'
import type { Service } from './service.ts'
import { projectCa, type ProjectCa } from './project-ca.ts'
import { projectList } from './project.ts'
import { serviceGet, serviceList } from './service.ts'
import { serviceUserGet } from './user.ts'

const ROUNDS = 10_000
const mock = createMockApi()

const QUERIES = {
  projects: projectList,
  services: (api: Api) => serviceList(api, 'demo-shop'),
  service: (api: Api) => serviceGet(api, 'demo-shop', 'events'),
  user: (api: Api) => serviceUserGet(api, { project: 'demo-shop', service: 'events', username: 'avnadmin' }),
  ca: (api: Api) => projectCa(api, 'demo-shop'),
  logs: (api: Api) => serviceLogs(api, 'demo-shop', 'events', {}),
} as const
type Name = keyof typeof QUERIES
const PATHS: Record<Name, string> = {
  projects: '/project',
  services: '/project/demo-analytics/service',
  service: '/project/demo-shop/service/events',
  user: '/project/demo-shop/service/events/user/avnadmin',
  ca: '/project/demo-shop/kms/ca',
  logs: '/project/demo-shop/service/events/logs',
}
const good = {} as Record<Name, unknown>

beforeAll(async () => {
  for (const [name, path] of Object.entries(PATHS)) {
    const method = path.endsWith('/logs') ? 'POST' : 'GET'
    const request = new Request(`http://localhost/v1${path}`, { method, headers: { authorization: 'aivenv1 x' } })
    good[name as Name] = await (await mock.fetch(request)).json()
  }
})

/** Through the query, as pages have it. */
const read = async (name: Name, body: unknown): Promise<unknown> => {
  const { queryFn } = QUERIES[name](async () => ({ body, status: 200 }))
  return (queryFn as (context: unknown) => Promise<unknown>)({ signal: new AbortController().signal })
}

interface User {
  readonly access_cert?: string
  readonly access_key?: string
}

/** What pages make of an answer. Returns the texts that could be saved or copied as a certificate or a key. */
const USES: Record<Name, (data: never) => Promise<(string | undefined)[]>> = {
  projects: async () => [],
  services: async ({ items }: { items: Service[] }) => {
    for (const service of items) serviceVerdict(service)
    return []
  },
  service: async (service: Service) => {
    for (const endpoint of service.components) endpointVerdict(service, endpoint)
    return []
  },
  user: async ({ access_cert, access_key }: User) => {
    await readKeyPair(access_cert, access_key)
    return [access_cert, access_key]
  },
  ca: async ({ pem }: ProjectCa) => {
    readCaCertificates(pem)
    return [pem]
  },
  logs: async () => [],
}

it.each(Object.keys(PATHS) as Name[])('%s', async (name) => {
  const random = seeded(20_261_125)
  const original = JSON.stringify(good[name])
  let refused = 0
  const rounds = ROUNDS / Object.keys(PATHS).length
  for (let round = 0; round < rounds; round++) {
    const body = mutate(good[name], random)
    try {
      const saved = await (USES[name] as (data: unknown) => Promise<string[]>)(await read(name, body))
      // What passes for a certificate or a key is what was sent, byte for byte.
      for (const text of saved) expect(original).toContain(JSON.stringify(text))
    } catch (error) {
      const expected = error instanceof ApiError || error instanceof UnusableFileError
      if (!expected) throw new Error(`round ${String(round)}: ${JSON.stringify(body)}`, { cause: error })
      refused++
    }
  }
  // The mutations bite, and don't only bite.
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThan(rounds)
})
