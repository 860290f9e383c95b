import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { privateFolder } from './private-folder.mjs'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'anchor-private-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(parent, { recursive: true })
})

const name = () => join(parent, 'anchor-private')

describe.skipIf(process.getuid === undefined)('privateFolder', () => {
  it('creates a folder that only this user can use, and reuses it', () => {
    const below = join(parent, 'a', 'b')
    const folder = privateFolder(below)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(privateFolder(below)).toBe(folder)
  })

  it.each<[string, () => void]>([
    [
      'of another user',
      () => (mkdirSync(name(), { mode: 0o700 }), vi.spyOn(process, 'getuid').mockReturnValue(12_345)),
    ],
    ['that others may write to', () => (mkdirSync(name()), chmodSync(name(), 0o770))],
    ['that others may read', () => (mkdirSync(name()), chmodSync(name(), 0o755))],
    ['behind a link', () => (mkdirSync(`${name()}-2`, { mode: 0o700 }), symlinkSync(`${name()}-2`, name()))],
  ])('refuses a folder %s', (_, prepare) => {
    prepare()
    expect(() => privateFolder(parent)).toThrow(/only you can use/)
    expect(existsSync(name())).toBe(true)
  })
})
