import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { enterDesk } from '../../tools/testing/enter-desk.ts'
import { serve } from './testing/serve.ts'

describe('the page', () => {
  it('says which API this is, and that the token is here', async () => {
    const desk = await serve('https://api.example.com/a&b"')
    const { ask: asUser } = await enterDesk(desk)
    for (const path of ['/', '/index.html', '/project/p/services']) {
      const { text, headers } = await asUser(path)
      expect(text).toContain(
        '<meta name="anchor-api" content="https://api.example.com/a&amp;b%22" data-token="desk" />',
      )
      expect(text).not.toContain('sign-in')
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  it('must have the tag for it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'anchor-desk-'))
    writeFileSync(join(other, 'index.html'), '<p>page</p>')
    await expect(serve('https://api.example.com', { folder: other })).rejects.toThrow(/must have one <meta/)
    rmSync(other, { recursive: true })
  })
})
