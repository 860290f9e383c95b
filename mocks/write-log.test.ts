import { describe, expect, it } from 'vitest'

import { createMockApi } from './api.ts'
import { openWriteLog, type WriteStorage } from './write-log.ts'

const NOW = new Date('2026-11-23T12:34:56Z')
const USER = 'http://mock.example.com/v1/project/demo-shop/service/events/user/audit-consumer'

const memory = (): WriteStorage & { readonly all: () => string } => {
  const held = new Map<string, string>()
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => {
      held.set(key, value)
    },
    removeItem: (key) => {
      held.delete(key)
    },
    all: () => [...held.values()].join('\n'),
  }
}

/** A tab, loaded or reloaded at that time. */
const load = (storage: WriteStorage, scenario: 'default' | 'slow-user' = 'default', time = NOW) => {
  const log = openWriteLog(storage, scenario)
  const api = createMockApi({ scenario, clock: () => time, writes: log.writes, onWrite: log.add })
  // oxlint-disable-next-line typescript/no-explicit-any -- the wire's shape is what is tested
  const ask = async (url: string, method = 'GET', body?: object): Promise<any> => {
    const init = { method, headers: { authorization: 'aivenv1 x' }, ...(body && { body: JSON.stringify(body) }) }
    const response = await api.fetch(new Request(url, init))
    return response.json()
  }
  return { ask, log }
}

describe('what was written', () => {
  it('survives a reload unchanged, with no secret in the storage', async () => {
    const storage = memory()
    const before = load(storage)
    const first = (await before.ask(USER)).user
    await before.ask(`${USER}/credentials/reset`, 'PUT', { new_password: 'hush-hush', deep: [{ api_token: 'hush' }] })
    const reset = (await before.ask(USER)).user
    expect(reset.access_cert).not.toBe(first.access_cert)
    expect(storage.all()).not.toContain('hush')
    expect(storage.all()).not.toMatch(/AVNS_|PRIVATE|CERTIFICATE/)

    const later = load(storage, 'default', new Date(NOW.getTime() + 60_000))
    expect((await later.ask(USER)).user).toEqual(reset)
  })

  it('is gone after a reset, and not applied in another scenario', async () => {
    const storage = memory()
    const before = load(storage)
    const first = (await before.ask(USER)).user
    await before.ask(`${USER}/credentials/reset`, 'PUT', {})
    const list = 'http://mock.example.com/v1/project/demo-shop/service/events'
    const { users } = (await load(storage, 'slow-user').ask(list)).service
    expect(users).toContainEqual(first)
    before.log.clear()
    expect((await load(storage).ask(USER)).user).toEqual(first)
  })

  it('leaves refused writes out', async () => {
    const storage = memory()
    const tab = load(storage)
    await tab.ask(`${USER}-who-is-not-there/credentials/reset`, 'PUT', {})
    expect(openWriteLog(storage, 'default').writes).toEqual([])
  })

  it.each(['nonsense', '[]', '{"scenario":"default","writes":[{"at":"x"},null]}'])('treats %s as empty', (text) => {
    expect(openWriteLog({ ...memory(), getItem: () => text }, 'default').writes).toEqual([])
  })

  it('works without storage', async () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const { ask, log } = load({ getItem: forbidden, setItem: forbidden, removeItem: forbidden })
    const first = (await ask(USER)).user
    await ask(`${USER}/credentials/reset`, 'PUT', {})
    expect((await ask(USER)).user.password).not.toBe(first.password)
    log.clear()
  })
})
