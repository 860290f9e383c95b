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
const nobody = () => Promise.resolve(undefined)
const good = file('good.json', JSON.stringify({ auth_token: SECRET, user_email: 'a@example.com' }))

describe('the token', () => {
  it('is AIVEN_TOKEN, else AIVEN_AUTH_TOKEN, else that of the credentials file', async () => {
    const args = ['--credentials', good]
    const read = async (environment: Record<string, string>) =>
      (await takeSettings(args, { ...environment }, nobody)).token
    expect(await read({ AIVEN_TOKEN: 'one', AIVEN_AUTH_TOKEN: 'two' })).toBe('one')
    expect(await read({ AIVEN_TOKEN: '', AIVEN_AUTH_TOKEN: 'two' })).toBe('two')
    expect(await read({})).toBe(SECRET)
  })

  it('is asked for if it is nowhere else, and is not shown', async () => {
    const settings = await takeSettings([], {}, () => Promise.resolve(` ${SECRET} `))
    expect(settings).toMatchObject({ token: SECRET, tokenSource: 'the terminal', readOnly: false })
    await expect(takeSettings([], {}, () => Promise.resolve(''))).rejects.toThrow('token from the terminal')
  })

  it('is read from the file of avn if no file is named', async () => {
    file('aiven-credentials.json', JSON.stringify({ auth_token: 'of-avn' }))
    const read = async (environment: Record<string, string>) =>
      (await takeSettings(['--credentials'], environment, nobody)).token
    expect(await read({ AIVEN_CONFIG_DIR: folder })).toBe('of-avn')
    expect(await read({ AIVEN_CREDENTIALS_FILE: good })).toBe(SECRET)
  })

  it('is removed from the environment', async () => {
    const environment = { AIVEN_TOKEN: SECRET, AIVEN_AUTH_TOKEN: SECRET, PORT: '0' }
    await takeSettings([], environment, nobody)
    expect(environment).toEqual({ PORT: '0' })
  })
})

it('accepts --read-only with other options', async () => {
  const settings = await takeSettings(['--read-only', '--credentials', good], {}, nobody)
  expect(settings).toMatchObject({ token: SECRET, readOnly: true })
})

describe('the API', () => {
  it.each([
    [undefined, 'https://api.aiven.io/'],
    ['', 'https://api.aiven.io/'],
    ['https://api.example.com/base/', 'https://api.example.com/base'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787/'],
    ['http://localhost:8787', 'http://localhost:8787/'],
    ['http://[::1]:8787', 'http://[::1]:8787/'],
  ])('%s is %s', async (AIVEN_WEB_URL, href) => {
    expect((await takeSettings([], { AIVEN_TOKEN: 'x', AIVEN_WEB_URL }, nobody)).upstream.href).toBe(href)
  })
})

describe('errors are reported without secrets', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no token', [], {}, /^There is no token\. .*--credentials.*AIVEN_TOKEN=/s],
    ['a token of two lines', [], { AIVEN_TOKEN: `${SECRET}\nx` }, /token from AIVEN_TOKEN is invalid/],
    ['a token in words', [], { AIVEN_AUTH_TOKEN: `${SECRET} ${SECRET}` }, /token from AIVEN_AUTH_TOKEN is invalid/],
    ['no file', ['--credentials', join(folder, 'none')], {}, /read \(ENOENT\)/],
    ['a folder', ['--credentials', folder], {}, /read \(EISDIR\)/],
    ['a file that is not JSON', ['--credentials', file('a', `{"auth_token": "${SECRET}`)], {}, /isn't JSON/],
    ['a file without a token', ['--credentials', file('b', `{"other":"${SECRET}"}`)], {}, /has no "auth_token"/],
    ['a file that holds null', ['--credentials', file('c', 'null')], {}, /has no "auth_token"/],
    ['a file with an empty token', ['--credentials', file('d', '{"auth_token":""}')], {}, /is invalid/],
    ['a file that nobody asked for', [good], {}, /^Usage/],
    ['an unknown option', ['--tokn'], {}, /Unknown option '--tokn'/],
    ['a URL that is none', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'api.aiven.io' }, /URL\. It should look like/],
    ['a password in a URL that is none', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `//u:${SECRET}@h` }, /a URL/],
    ['a password without TLS', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `http:u:${SECRET}@h` }, /AIVEN_WEB_URL must/],
    ['a secret in the path', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `http://h/${SECRET}` }, /start with https:/],
    ['a URL without TLS', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'http://api.aiven.io' }, /start with https:/],
    ['another scheme', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: 'file:///etc/passwd' }, /start with https:/],
    ['a password', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `https://u:${SECRET}@h` }, /user or a password/],
    ['a query', [], { AIVEN_TOKEN: SECRET, AIVEN_WEB_URL: `https://h/?t=${SECRET}` }, /without \? and #/],
    ['a port that is none', [], { AIVEN_TOKEN: SECRET, PORT: '4173x' }, /PORT must be a number/],
  ])('%s', async (_, args, environment, message) => {
    const said = await takeSettings(args, environment, nobody).then(
      () => 'nothing',
      (error: unknown) => (error as Error).message,
    )
    expect(said).toMatch(message)
    expect(said).not.toContain(SECRET)
  })
})
