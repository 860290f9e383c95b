/** The API client against everything that can go wrong, over real HTTP: a good answer or an ApiError, nothing else. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createMockApi } from '../../mocks/api.ts'
import { FAULTS, type Fault, type Outcome } from '../../tools/faults/faults.ts'
import { createApi, type Api } from './client.ts'
import { ApiError } from './errors.ts'
import { UnusableFileError } from '../crypto/unusable-file.ts'
import { projectCa } from './project-ca.ts'
import { projectList } from './project.ts'
import { serviceGet, serviceList } from './service.ts'
import { serviceUserGet } from './user.ts'
import { userInfo } from './account.ts'

const REQUESTS = {
  UserInfo: userInfo,
  ProjectList: projectList,
  ServiceList: (api: Api) => serviceList(api, 'demo-shop'),
  ServiceGet: (api: Api) => serviceGet(api, 'demo-shop', 'events'),
  ServiceUserGet: (api: Api) => serviceUserGet(api, { project: 'demo-shop', service: 'events', username: 'avnadmin' }),
  ProjectKmsGetCA: (api: Api) => projectCa(api, 'demo-shop'),
} as const

let fault: Fault['act'] | undefined
let server: Server
let origin = ''
const mock = createMockApi()

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const url = `http://localhost${request.url ?? ''}`
      const answer = await mock.fetch(new Request(url, { headers: { authorization: 'aivenv1 x' } }))
      fault?.(response, await answer.text())
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const client = (at: string, timeout = 20_000): Api =>
  createApi({
    origin: at,
    fetch: (request) => fetch(request),
    token: () => 'secret-token',
    timeout,
    sleep: async () => undefined,
  })

/** `unusable`: a well-formed answer whose certificate is invalid. */
const outcomeOf = async (api: Api, request: keyof typeof REQUESTS): Promise<Outcome | 'unusable'> => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  try {
    await queryClient.fetchQuery(REQUESTS[request](api) as ReturnType<typeof projectList>)
    return 'fine'
  } catch (error) {
    if (error instanceof UnusableFileError) return 'unusable'
    expect(error).toBeInstanceOf(ApiError)
    const { kind, status, message } = error as ApiError
    // The message for users: a short sentence, without the token or foreign markup.
    expect(message).toMatch(/^[A-Z].*\S$/)
    expect(message.length).toBeLessThan(300)
    expect(message).not.toMatch(/secret-token|AVNS_|BEGIN|<h1>/)
    return kind === 'http' ? (status ?? 0) : kind
  }
}

describe.each(FAULTS)('$name', ({ act, outcome }) => {
  it.each(Object.keys(REQUESTS) as (keyof typeof REQUESTS)[])('%s', async (request) => {
    fault = act
    const good = request === 'ProjectKmsGetCA' ? [...outcome, 'unusable'] : outcome
    expect(good).toContain(await outcomeOf(client(origin), request))
  })
})

describe('no answer at all', () => {
  it('a name that does not resolve', async () => {
    expect(await outcomeOf(client('http://no-such-host.invalid'), 'ProjectList')).toBe('network')
  })

  it('a port that nobody listens on', async () => {
    const unused = createServer()
    await new Promise<void>((resolve) => unused.listen(0, '127.0.0.1', resolve))
    const { port } = unused.address() as AddressInfo
    await new Promise((resolve) => unused.close(resolve))
    expect(await outcomeOf(client(`http://127.0.0.1:${String(port)}`), 'ProjectList')).toBe('network')
  })

  it.each([
    ['headers', () => undefined],
    [
      'body',
      (response) => {
        response.writeHead(200).write('{')
      },
    ],
  ] satisfies [string, Fault['act']][])('%s that never come are given up', async (_, act) => {
    fault = act
    expect(await outcomeOf(client(origin, 300), 'ProjectList')).toBe('network')
  })
})
