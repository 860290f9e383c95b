/** A change of this console as commands, made from the very request that it sends. */
import { avnInside } from './avn-inside.ts'
import { avnSettings } from './avn-settings.ts'
import { apiUrl, type Command } from './commands.ts'
import { createCommands } from './create-command.ts'
import { jsonText, UnwritableError } from './escape.ts'
import { commandLine, quote, type Shell } from './shell.ts'
import type { WriteRequest } from './write-request.ts'

/** What avn calls a change of a service, by the key and the value that are sent. */
const UPDATE_OPTIONS: Readonly<Record<string, string>> = {
  'powered:false': '--power-off',
  'powered:true': '--power-on',
  'termination_protection:true': '--enable-termination-protection',
  'termination_protection:false': '--disable-termination-protection',
}

const updateWords = (body: object): string[] | undefined => {
  const options = Object.entries(body).map(([key, value]) => UPDATE_OPTIONS[`${key}:${String(value)}`])
  return options.every((option) => option !== undefined) ? ['update', ...options] : undefined
}

/** The words after `avn service`, without project and service; undefined where avn has none. */
const avnWords = ({ operation, params, body = {} }: WriteRequest): string[] | undefined => {
  const user = `--username=${params['service_username'] ?? ''}`
  if (operation === 'ServiceUpdate') return updateWords(body)
  if (operation === 'ServiceDelete') return ['terminate']
  if (operation === 'ServiceQueryStatisticsReset') return ['queries-reset']
  if (operation === 'ServiceUserCredentialsReset') return ['user-password-reset', user]
  return operation === 'ServiceUserCredentialsModify' ? ['user-creds-acknowledge', user] : undefined
}

const avnCommands = (shell: Shell, request: WriteRequest): Command[] => {
  if (request.operation === 'ServiceCreate')
    return createCommands(shell, request.params['project'] ?? '', { ...request.body })
  const inside = avnInside(request)
  const words = inside?.words ?? avnSettings(request) ?? avnWords(request)
  if (!words) return []
  const { project = '', service_name: service = '' } = request.params
  const isUnsafe = request.query?.['allow_unclean_poweroff'] === 'false'
  return [
    {
      what: isUnsafe
        ? "With avn, logged in. It can't ask for a clean power-off: changes that aren't backed up yet may be lost."
        : 'With avn, logged in.',
      text: commandLine(
        shell,
        ['avn', 'service', ...words, `--project=${project}`],
        service,
        ...(inside?.operands ?? []),
      ),
    },
  ]
}

/** None, where a value can stand in no command: JSON has signs for what terminals obey or hide, so HTTP still has words for it. */
const withAvn = (shell: Shell, request: WriteRequest): Command[] | 'unwritable' => {
  try {
    return avnCommands(shell, request)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return 'unwritable'
  }
}

/** The answer may hold secrets, so it isn't printed. */
const withHttp = (shell: Shell, { method, path, query, body }: WriteRequest): Command => {
  const search = new URLSearchParams(query).toString()
  const url = quote(shell, apiUrl(`${path}${search && `?${search}`}`))
  const json = body && quote(shell, jsonText(body), 'the request’s body')
  if (shell === 'sh') {
    const data = json === undefined ? '' : ` -H 'content-type: application/json' -d ${json}`
    return {
      what: 'With curl and the token in AIVEN_TOKEN: prints the status, 200 when done.',
      text: `printf 'Authorization: aivenv1 %s' "$AIVEN_TOKEN" | curl -sS -o /dev/null -w '%{http_code}\\n' -H @- -X ${method}${data} ${url}`,
    }
  }
  const data = json === undefined ? '' : ` -ContentType 'application/json' -Body ${json}`
  return {
    what: 'With PowerShell and the token in AIVEN_TOKEN: prints nothing when done.',
    text: `Invoke-RestMethod -Method ${method} -Headers @{ Authorization = "aivenv1 $env:AIVEN_TOKEN" }${data} -Uri ${url} | Out-Null`,
  }
}

/** Commands that send the same request. */
export const writeCommands = (shell: Shell, request: WriteRequest): Command[] => {
  const avn = withAvn(shell, request)
  const http = withHttp(shell, request)
  if (avn !== 'unwritable') return [...avn, http]
  return [{ ...http, what: `${http.what} avn can’t take a value here: it has control or invisible characters.` }]
}

/** Commands that send the same requests, one after the other. */
export const commandsOfAll = (shell: Shell, requests: readonly WriteRequest[]): Command[] => {
  const texts = new Map<string, string[]>()
  for (const { what, text } of requests.flatMap((request) => writeCommands(shell, request))) {
    const lines = texts.get(what)
    if (lines) lines.push(text)
    else texts.set(what, [text])
  }
  return [...texts].map(([what, lines]) => ({ what, text: lines.join('\n') }))
}
