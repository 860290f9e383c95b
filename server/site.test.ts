import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { listenNear, type RunningServer } from './listen.ts'
import { createSite } from './site.ts'
import { sendRaw } from '../tools/testing/send-raw.ts'

const SCRIPT = `let a = '${'x'.repeat(2000)}'`

let folder: string
let server: RunningServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anchor-site-'))
  mkdirSync(join(folder, 'assets'))
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
  }
  write('index.html', '<p>page</p>')
  write('icon.svg', '<svg/>')
  write('assets/a-1.js', SCRIPT)
  write('assets/a-1.js.br', brotliCompressSync(SCRIPT))
  write('assets/a-1.js.gz', gzipSync(SCRIPT))
  server = await listenNear(createServer(createSite(folder)), 0)
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the files of a build', () => {
  it.each([
    ['removed', () => undefined],
    ['built anew', () => (mkdirSync(folder), writeFileSync(join(folder, 'index.html'), '<p>another</p>'))],
  ])('are served as they were when the server started, though the folder is %s', async (_, then) => {
    rmSync(folder, { recursive: true })
    then()
    for (const [path, text] of [
      ['/', '<p>page</p>'],
      ['/project/a.b/services', '<p>page</p>'],
      ['/icon.svg', '<svg/>'],
      ['/assets/a-1.js', SCRIPT],
    ] as const)
      expect([path, await sendRaw(server.origin, path)]).toEqual([path, expect.objectContaining({ status: 200, text })])
  })

  it('have their type, their time and their length, and nothing for HEAD but these', async () => {
    const { headers, text } = await sendRaw(server.origin, '/assets/a-1.js', { method: 'HEAD' })
    expect(text).toBe('')
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(SCRIPT.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await sendRaw(server.origin, '/icon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'no-cache',
    })
  })

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['brr', undefined],
  ])('are sent compressed to whom takes it: %s', async (accepted, coding) => {
    const { headers } = await sendRaw(server.origin, '/assets/a-1.js', { headers: { 'accept-encoding': accepted } })
    expect(headers['content-encoding']).toBe(coding)
  })

  it('are complete when compressed', async () => {
    const answer = await fetch(`${server.origin}/assets/a-1.js`, { headers: { 'accept-encoding': 'br' } })
    expect(await answer.text()).toBe(SCRIPT)
  })

  it('are the only accessible ones, however the path is written', async () => {
    writeFileSync(`${folder}-secret`, 'secret')
    for (const path of [
      `/..${folder}-secret`,
      '/assets/../../secret',
      '/%2e%2e/secret',
      '//etc/passwd',
      '/assets/..',
    ]) {
      const { text } = await sendRaw(server.origin, path)
      expect([path, text]).toEqual([path, expect.stringMatching(/<p>page<\/p>|Not found/)])
    }
    rmSync(`${folder}-secret`)
    expect((await sendRaw(server.origin, '/assets/none.js')).status).toBe(404)
  })

  it('need an index.html', () => {
    expect(() => createSite(join(folder, 'assets'))).toThrow(/index\.html/)
  })
})
