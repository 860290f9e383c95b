/** A mock of its own, and a way to ask it. */
import { createMockApi, type MockApiOptions } from '../api.ts'

/** When it is. */
const NOW = new Date('2026-11-23T12:34:56Z')

/** @returns a GET request below `/v1`, with a token unless told otherwise */
export const askMock = (options: MockApiOptions = {}) => {
  const { fetch } = createMockApi({ clock: () => NOW, ...options })
  return async (path: string, authorization: string | null = 'aivenv1 any') => {
    const response = await fetch(
      new Request(`http://mock.example.com/v1${path}`, { headers: authorization === null ? {} : { authorization } }),
    )
    const text = await response.text()
    // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
    const body = (): any => JSON.parse(text)
    return { status: response.status, headers: response.headers, text, body }
  }
}
