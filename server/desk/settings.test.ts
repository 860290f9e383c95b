import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { takeSettings } from './settings.ts'

const SECRET = 'not-to-be-told'
const folder = mkdtempSync(join(tmpdir(), 'anchor-settings-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const good = file('good.json', JSON.stringify({ auth_token: SECRET, user_email: 'a@example.com' }))

describe('the token', () => {
  it('is AIVEN_TOKEN, else AIVEN_AUTH_TOKEN, else that of the credentials file', () => {
    const args = ['--credentials', good]
    const read = (environment: Record<string, string>) => takeSettings(args, { ...environment }).token
    expect(read({ AIVEN_TOKEN: 'one', AIVEN_AUTH_TOKEN: 'two' })).toBe('one')
    expect(read({ AIVEN_TOKEN: '', AIVEN_AUTH_TOKEN: 'two' })).toBe('two')
    expect(read({})).toBe(SECRET)
  })

  it('is read from the file that avn uses when none is named', () => {
    file('aiven-credentials.json', JSON.stringify({ auth_token: 'of-avn' }))
    expect(takeSettings(['--credentials'], { AIVEN_CONFIG_DIR: folder }).token).toBe('of-avn')
    expect(takeSettings(['--credentials'], { AIVEN_CREDENTIALS_FILE: good }).token).toBe(SECRET)
  })

  it('is taken out of the environment', () => {
    const environment = { AIVEN_TOKEN: SECRET, AIVEN_AUTH_TOKEN: SECRET, PORT: '0' }
    takeSettings([], environment)
    expect(environment).toEqual({ PORT: '0' })
  })
})

describe('the API', () => {
  it.each([
    [undefined, 'https://api.aiven.io/'],
    ['', 'https://api.aiven.io/'],
    ['https://api.example.com/base/', 'https://api.example.com/base'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787/'],
    ['http://localhost:8787', 'http://localhost:8787/'],
    ['http://[::1]:8787', 'http://[::1]:8787/'],
  ])('%s is %s', (AIVEN_WEB_URL, href) => {
    expect(takeSettings([], { AIVEN_TOKEN: 'x', AIVEN_WEB_URL }).upstream.href).toBe(href)
  })
})

describe('what is wrong is said, and never a secret', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no token', [], {}, /^There is no token\. .*AIVEN_TOKEN=.*--credentials/s],
    ['a token of two lines', [], { AIVEN_TOKEN: `${SECRET}\nx` }, /AIVEN_TOKEN holds is no token/],
    ['a token in words', [], { AIVEN_AUTH_TOKEN: `${SECRET} ${SECRET}` }, /AIVEN_AUTH_TOKEN holds is no token/],
    ['no file', ['--credentials', join(folder, 'none')], {}, /cannot be read \(ENOENT\)/],
    ['a folder', ['--credentials', folder], {}, /cannot be read \(EISDIR\)/],
    ['a file that is not JSON', ['--credentials', file('a', `{"auth_token": "${SECRET}`)], {}, /is not JSON/],
    ['a file without a token', ['--credentials', file('b', `{"other":"${SECRET}"}`)], {}, /has no "auth_token"/],
    ['a file that holds null', ['--credentials', file('c', 'null')], {}, /has no "auth_token"/],
    ['a file with an empty token', ['--credentials', file('d', '{"auth_token":""}')], {}, /holds is no token/],
    ['a file that nobody asked for', [good], {}, /^Usage/],
    ['an unknown option', ['--tokn'], {}, /Unknown option '--tokn'/],
    ['a URL that is none', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'api.aiven.io' }, /is no URL: "api\.aiven\.io"/],
    ['a URL without TLS', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'http://api.aiven.io' }, /begin with https:/],
    ['another scheme', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'file:///etc/passwd' }, /begin with https:/],
    ['a password', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `https://u:${SECRET}@h` }, /user or a password/],
    ['a query', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `https://h/?t=${SECRET}` }, /without \? and #/],
    ['a port that is none', [], { AIVEN_TOKEN: SECRET, PORT: '4173x' }, /PORT must be a number/],
  ])('%s', (_, args, environment, message) => {
    let said = ''
    try {
      takeSettings(args, environment)
    } catch (error) {
      said = (error as Error).message
    }
    expect(said).toMatch(message)
    expect(said).not.toContain(SECRET)
  })
})
