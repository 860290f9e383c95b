/**
 * Makes this tab's writes survive a reload: stores a log of the requests and replays it, and never stores results. No
 * secret is stored: secrets in requests are left out, and the mock invents its own.
 */
import { isObject } from './input.ts'
import type { LoggedWrite } from './routes.ts'

/** The part of the browser's storage that the log needs; methods may throw if storage is blocked or full. */
export type WriteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const STORAGE_KEY = 'demo-writes'

const SECRET = /pass|secret|token|credential|private|(^|_)key$/i

/** A copy without fields with secret-like names, at any depth. */
const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !SECRET.test(name))
  return Object.fromEntries(kept.map(([name, of]) => [name, withoutSecrets(of)]))
}

const withoutSecretsInBody = (write: LoggedWrite): LoggedWrite => {
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

/** The log of one scenario; writes in other scenarios aren't applied. */
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
      writes.push(withoutSecretsInBody(write))
      try {
        storage.setItem(STORAGE_KEY, JSON.stringify({ scenario, writes }))
      } catch {
        // Then it lasts until the reload.
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
