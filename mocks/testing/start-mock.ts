/** The mock for tests, used through requests like any client. */
import { createMockApi, type MockApiOptions } from '../api.ts'

const NOW = new Date('2026-11-23T12:34:56Z')

export interface MockAnswer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
  readonly body: any
}

export interface StartedMock {
  readonly ask: (method: string, path: string, body?: object) => Promise<MockAnswer>
  /** Lets so many seconds pass. */
  readonly wait: (seconds: number) => void
  /** A service of the first project, without secrets: those take time to make. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
  readonly service: (name: string) => Promise<any>
  /** Event types of a service in the first project's log, newest first. */
  readonly events: (service: string) => Promise<readonly string[]>
}

export const PROJECT = '/project/demo-shop'

export const startMock = (options: Omit<MockApiOptions, 'clock'> = {}): StartedMock => {
  let now = NOW.getTime()
  const { fetch } = createMockApi({ clock: () => new Date(now), ...options })
  const ask: StartedMock['ask'] = async (method, path, body) => {
    const request = new Request(`http://mock.example.com/v1${path}`, {
      method,
      headers: { authorization: 'aivenv1 any' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await fetch(request)
    return { status: response.status, body: await response.json() }
  }
  return {
    ask,
    wait: (seconds) => {
      now += seconds * 1000
    },
    service: async (name) => (await ask('GET', `${PROJECT}/service/${name}?include_secrets=false`)).body.service,
    events: async (service) => {
      const { events } = (await ask('GET', `${PROJECT}/events`)).body as {
        readonly events: readonly { readonly service_name: string; readonly event_type: string }[]
      }
      return events.filter(({ service_name }) => service_name === service).map(({ event_type }) => event_type)
    },
  }
}
