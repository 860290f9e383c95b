import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { findBrowser } from './browser.ts'

let shared: string
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'anchor-shared-'))
  vi.stubEnv('TMPDIR', shared)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(shared, { recursive: true })
})

describe('findBrowser', () => {
  it('uses the one in CHROMIUM_PATH, and says if it is missing', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(findBrowser().executablePath).toBe(process.execPath)
    vi.stubEnv('CHROMIUM_PATH', join(shared, 'none'))
    expect(() => findBrowser()).toThrow(/doesn’t exist/)
  })

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'the one from npm lies in a folder of this user, and not in one that all users write to',
    () => {
      // Another user has planted a browser where that package looks for its own.
      writeFileSync(join(shared, 'chromium'), '#!/bin/sh\n')
      chmodSync(join(shared, 'chromium'), 0o755)
      vi.stubEnv('CHROMIUM_PATH', 'bundled')
      const { executablePath } = findBrowser()
      expect(executablePath).toContain(join('node_modules', '.cache', 'anchor-private'))
      expect(statSync(executablePath).size).toBeGreaterThan(100_000_000)
      expect(statSync(join(executablePath, '..')).mode & 0o777).toBe(0o700)
      expect(existsSync(join(shared, 'fonts'))).toBe(false)
    },
  )
})
