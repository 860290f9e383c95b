import { afterEach, describe, expect, it, vi } from 'vitest'

import { makeJksTrustStore } from './jks.ts'
import { makeKeyStore, makeTrustStore } from './pkcs12.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const nothing = new Uint8Array()

describe('a page that was not opened over https or on localhost', () => {
  it.each([
    ['key store', () => makeKeyStore({ alias: 'a', pkcs8: nothing, certificate: nothing, chain: [] }, 'password')],
    ['trust store', () => makeTrustStore([], 'password')],
    ['trust store', () => makeJksTrustStore([], 'password', new Date())],
  ])('says that it cannot make a %s', async (_, make) => {
    vi.stubGlobal('crypto', {})
    await expect(make()).rejects.toMatchObject({ name: 'UnusableFileError', fault: 'no-web-crypto' })
  })
})
