import { afterEach, describe, expect, it, vi } from 'vitest'

import { keep, recall } from './kept.ts'

const refuse = () => {
  throw new DOMException('refused', 'QuotaExceededError')
}

/** A browser's storage, and the ways in which it is none. */
const createStorage = () => {
  const items = new Map<string, string>()
  return {
    getItem: vi.fn<(key: string) => string | null>((key) => items.get(key) ?? null),
    setItem: vi.fn<(key: string, value: string) => void>((key, value) => void items.set(key, value)),
    removeItem: vi.fn<(key: string) => void>((key) => void items.delete(key)),
  }
}

const useStorage = (storage = createStorage()) => {
  vi.stubGlobal('localStorage', storage)
  return storage
}

describe('what this browser keeps', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is there again, until it is forgotten', () => {
    useStorage()
    expect(recall('a')).toBeUndefined()
    expect(keep('a', '1')).toBe(true)
    expect(recall('a')).toBe('1')
    expect(keep('a', undefined)).toBe(true)
    expect(recall('a')).toBeUndefined()
  })

  it('full: the new value holds, not the old one that is still stored', () => {
    const storage = useStorage()
    keep('b', 'old')
    storage.setItem.mockImplementation(refuse)
    expect(keep('b', 'new')).toBe(false)
    expect(recall('b')).toBe('new')
    useStorage()
    expect(keep('b', 'newer')).toBe(true)
    expect(recall('b')).toBe('newer')
  })

  it('unreadable: nothing is known, and what is kept holds', () => {
    const storage = useStorage()
    storage.getItem.mockImplementation(refuse)
    storage.setItem.mockImplementation(refuse)
    expect(recall('c')).toBeUndefined()
    expect(keep('c', '1')).toBe(false)
    expect(recall('c')).toBe('1')
  })

  it('forbidden: the property itself throws', () => {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse })
    expect(recall('d')).toBeUndefined()
    expect(keep('d', '1')).toBe(false)
    expect(recall('d')).toBe('1')
    expect(keep('d', undefined)).toBe(false)
    expect(recall('d')).toBeUndefined()
    Reflect.deleteProperty(globalThis, 'localStorage')
  })
})
