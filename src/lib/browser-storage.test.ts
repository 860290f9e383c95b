import { afterEach, describe, expect, it, vi } from 'vitest'

import { storeItem, storedItem } from './browser-storage.ts'

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
    expect(storedItem('a')).toBeUndefined()
    expect(storeItem('a', '1')).toBe(true)
    expect(storedItem('a')).toBe('1')
    expect(storeItem('a', undefined)).toBe(true)
    expect(storedItem('a')).toBeUndefined()
  })

  it('full: the new value holds, not the old one that is still stored', () => {
    const storage = useStorage()
    storeItem('b', 'old')
    storage.setItem.mockImplementation(refuse)
    expect(storeItem('b', 'new')).toBe(false)
    expect(storedItem('b')).toBe('new')
    useStorage()
    expect(storeItem('b', 'newer')).toBe(true)
    expect(storedItem('b')).toBe('newer')
  })

  it('unreadable: nothing is known, and what is kept holds', () => {
    const storage = useStorage()
    storage.getItem.mockImplementation(refuse)
    storage.setItem.mockImplementation(refuse)
    expect(storedItem('c')).toBeUndefined()
    expect(storeItem('c', '1')).toBe(false)
    expect(storedItem('c')).toBe('1')
  })

  it('forbidden: the property itself throws', () => {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse })
    expect(storedItem('d')).toBeUndefined()
    expect(storeItem('d', '1')).toBe(false)
    expect(storedItem('d')).toBe('1')
    expect(storeItem('d', undefined)).toBe(false)
    expect(storedItem('d')).toBeUndefined()
    Reflect.deleteProperty(globalThis, 'localStorage')
  })
})
