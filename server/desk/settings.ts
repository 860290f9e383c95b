/** Settings of `npm run live`, from the environment, avn's credentials file and the arguments. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { DEFAULT_PORT, parsePort } from '../listen.ts'

export interface DeskSettings {
  readonly token: string
  /** Where the token was found, for display. */
  readonly tokenSource: string
  /** The API's address, without `/v1`. */
  readonly upstream: URL
  readonly port: number
  /** Whether writes are refused. */
  readonly readOnly: boolean
}

type Environment = Record<string, string | undefined>

const DEFAULT_API = 'https://api.aiven.io'
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const USAGE = 'Usage: npm run live [-- [--read-only] [--credentials [FILE]]]'

const NO_TOKEN = `There is no token. Give one in one of these ways:
  npm run live -- --credentials          (the file that "avn user login" writes; a path may follow)
  npm run live                           (in a terminal: it asks, and doesn't show what you type)
  AIVEN_TOKEN=... npm run live           (Terraform's name for it; AIVEN_AUTH_TOKEN is avn's)
A token is made in Aiven's console under User information > Tokens.`

/** Describes a value without repeating it, because it may be a secret. */
const notAToken = (source: string) =>
  new Error(
    `The token from ${source} is invalid: it is empty, or has spaces or other characters that tokens don't have.`,
  )

/** The file in which avn keeps its token, by the variables that avn reads. */
const credentialsFile = (environment: Environment): string =>
  environment['AIVEN_CREDENTIALS_FILE'] ??
  join(environment['AIVEN_CONFIG_DIR'] ?? join(homedir(), '.config', 'aiven'), 'aiven-credentials.json')

const readCredentials = (file: string): string => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new Error(`The credentials file ${file} can't be read (${code}).`, { cause: error })
  }
  let token: unknown
  try {
    token = (JSON.parse(text) as { auth_token?: unknown } | null)?.auth_token
  } catch {
    // The parser's message would quote the file.
    throw new Error(`The credentials file ${file} isn't JSON.`)
  }
  if (typeof token !== 'string') throw new Error(`The credentials file ${file} has no "auth_token".`)
  return token
}

/** The address of the API. Errors never repeat it, because it may contain a password. */
const readUpstream = (text: string): URL => {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new Error(`AIVEN_WEB_URL isn't a URL. It should look like ${DEFAULT_API}.`)
  }
  if (url.username !== '' || url.password !== '')
    throw new Error('AIVEN_WEB_URL must not contain a user or a password.')
  if (url.search !== '' || url.hash !== '') throw new Error('AIVEN_WEB_URL must be an address without ? and #.')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new Error(`AIVEN_WEB_URL must start with https://, because a token is sent there.`)
  }
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

/**
 * Reads the settings, and removes the token from the environment, so that later code in this process can't read it.
 * @param ask prompts for the token, if it is nowhere else
 * @throws with sentences for the user, which never contain the token
 */
export const takeSettings = async (
  args: string[],
  environment: Environment,
  ask: () => Promise<string | undefined>,
): Promise<DeskSettings> => {
  const { values, positionals } = parseArgs({
    args,
    options: { credentials: { type: 'boolean' }, 'read-only': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [file, ...rest] = positionals
  if (rest.length > 0 || (file !== undefined && values.credentials !== true)) {
    throw new Error(USAGE)
  }
  const { AIVEN_TOKEN, AIVEN_AUTH_TOKEN, AIVEN_WEB_URL, PORT } = environment
  delete environment['AIVEN_TOKEN']
  delete environment['AIVEN_AUTH_TOKEN']
  const find = async (): Promise<readonly [token: string, source: string]> => {
    if (AIVEN_TOKEN !== undefined && AIVEN_TOKEN !== '') return [AIVEN_TOKEN, 'AIVEN_TOKEN']
    if (AIVEN_AUTH_TOKEN !== undefined && AIVEN_AUTH_TOKEN !== '') return [AIVEN_AUTH_TOKEN, 'AIVEN_AUTH_TOKEN']
    if (values.credentials !== true) {
      const asked = await ask()
      if (asked === undefined) throw new Error(NO_TOKEN)
      return [asked.trim(), 'the terminal']
    }
    const path = file ?? credentialsFile(environment)
    return [readCredentials(path), path]
  }
  const port = parsePort('PORT', PORT ?? DEFAULT_PORT)
  const upstream = readUpstream(AIVEN_WEB_URL === undefined || AIVEN_WEB_URL === '' ? DEFAULT_API : AIVEN_WEB_URL)
  const [token, tokenSource] = await find()
  if (!/^[\x21-\x7e]+$/.test(token)) throw notAToken(tokenSource)
  return { token, tokenSource, upstream, port, readOnly: values['read-only'] === true }
}
