/**
 * What was written in this tab, so that it survives a reload: a log of writes that is done again, never their results.
 * No secret is stored: what a request says of one is left out, and the mock makes up its own.
 */
import { isObject } from './input.ts'
import type { LoggedWrite } from './routes.ts'

/** What the log needs of the browser's storage; its methods may throw where storage is forbidden or full. */
export type WriteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const STORAGE_KEY = 'demo-writes'

const SECRET = /pass|secret|token|credential|private|(^|_)key$/i

/** The same without fields whose names speak of secrets, at any depth. */
const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !SECRET.test(name))
  return Object.fromEntries(kept.map(([name, of]) => [name, withoutSecrets(of)]))
}

const cleaned = (write: LoggedWrite): LoggedWrite => {
  if (write.body === '') return write
  try {
    return { ...write, body: JSON.stringify(withoutSecrets(JSON.parse(write.body))) }
  } catch {
    return { ...write, body: '' }
  }
}

const isWrite = (value: unknown): value is LoggedWrite =>
  isObject(value) &&
  typeof value['at'] === 'number' &&
  ['method', 'path', 'body'].every((field) => typeof value[field] === 'string')

export interface WriteLog {
  readonly writes: readonly LoggedWrite[]
  readonly add: (write: LoggedWrite) => void
  readonly clear: () => void
}

/** The log of one scenario: what was written in another one doesn't count in this. */
export const openWriteLog = (storage: WriteStorage, scenario: string): WriteLog => {
  const read = (): readonly LoggedWrite[] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(STORAGE_KEY) ?? 'null')
      if (!isObject(kept) || kept['scenario'] !== scenario || !Array.isArray(kept['writes'])) return []
      return (kept['writes'] as unknown[]).filter(isWrite)
    } catch {
      return []
    }
  }
  const writes = [...read()]
  return {
    writes: [...writes],
    add: (write) => {
      writes.push(cleaned(write))
      try {
        storage.setItem(STORAGE_KEY, JSON.stringify({ scenario, writes }))
      } catch {
        // Then it holds until the reload.
      }
    },
    clear: () => {
      try {
        storage.removeItem(STORAGE_KEY)
      } catch {
        // Then there is nothing to clear.
      }
    },
  }
}
