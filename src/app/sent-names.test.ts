/** Tests commands and requests against one list of names that have a meaning in shells and URLs. */
import { spawnSync } from 'node:child_process'

import { describe, expect, it } from 'vitest'

import { createApi } from '../api/client.ts'
import { OPERATIONS, operationPath, type OperationId } from '../api/operations.ts'
import { CLIMBING, HIDDEN, HOSTILE_NAMES, SEEN } from '../lib/testing/hostile-names.ts'
import { hidesSomething } from '../lib/visible-text.ts'
import { caCommands, clientCommands } from '../snippets/commands.ts'
import { UnwritableError } from '../snippets/escape.ts'
import type { Shell } from '../snippets/shell.ts'
import { writeCommands } from '../snippets/write-commands.ts'

const ORIGIN = 'https://console.example.com'
const SHELLS = ['sh', 'powershell'] as const

const WRITES = (Object.keys(OPERATIONS) as OperationId[]).filter((id) => OPERATIONS[id].kind === 'write')

/** A change that uses such a name everywhere, in its path and its body. */
const writeOf = (operation: OperationId, name: string) => {
  const { method, path } = OPERATIONS[operation]
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [param, name]))
  const fields = [
    'service_name',
    'database',
    'pool_name',
    'topic_name',
    'username',
    'topic',
    'resource_name',
    'plan',
    'service_type',
    'cloud',
  ]
  const body = { ...Object.fromEntries(fields.map((field) => [field, name])), tags: { [name]: name } }
  return { operation, method, path: operationPath(operation, params), params, body }
}

/** Every command about things with that name; nothing if the name is refused. */
const commandsOf = (shell: Shell, name: string) => {
  const attempt = (
    what: string,
    write: () => readonly { text: string }[],
  ): { what: string; text: string | undefined }[] => {
    try {
      return write().map(({ text }) => ({ what, text }))
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error
      return [{ what, text: undefined }]
    }
  }
  return [
    ...attempt('CA', () => caCommands(shell, name)),
    ...attempt('client', () => clientCommands(shell, name, name, name)),
    ...WRITES.flatMap((id) => attempt(id, () => writeCommands(shell, writeOf(id, name)))),
  ]
}

describe('commands', () => {
  it.each(SHELLS)('%s: names are fully visible', (shell) => {
    for (const name of SEEN) {
      const refused = commandsOf(shell, name).filter(({ text }) => text === undefined)
      expect([name, refused]).toEqual([name, []])
    }
    const texts = SEEN.flatMap((name) => commandsOf(shell, name).map(({ text = '' }) => text))
    expect(texts.filter(hidesSomething)).toEqual([])
  })

  it('a shell parses each of them completely', () => {
    const script = SEEN.flatMap((name) => commandsOf('sh', name).map(({ text = '' }) => text)).join('\n')
    const { status, stderr } = spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it.each(SHELLS)(
    '%s: names with something hidden are refused, or stand escaped in an address and in JSON',
    (shell) => {
      for (const name of HIDDEN) {
        const written = commandsOf(shell, name).flatMap(({ text }) => text ?? [])
        expect([name, written.filter(hidesSomething)]).toEqual([name, []])
        const avn = commandsOf(shell, name).find(({ what }) => what === 'client')
        expect([name, avn?.text]).toEqual([name, undefined])
      }
    },
  )

  it.each(SHELLS)('%s: names that would change the URL are refused', (shell) => {
    for (const name of CLIMBING) {
      const inAddress = commandsOf(shell, name).filter(
        ({ what }) => what === 'CA' || what === 'client' || /\{/.test(OPERATIONS[what as OperationId].path),
      )
      expect([name, inAddress.filter(({ text }) => text !== undefined)]).toEqual([name, []])
    }
  })
})

it('requests go to the URL of their operation, or are not sent', async () => {
  const heard: string[] = []
  const api = createApi({
    fetch: (request) => {
      heard.push(new URL(request.url).pathname)
      return Promise.resolve(Response.json({}))
    },
    token: () => 'x',
    origin: ORIGIN,
  })
  for (const name of HOSTILE_NAMES) {
    for (const operation of Object.keys(OPERATIONS) as OperationId[]) {
      const { path } = OPERATIONS[operation]
      const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [param, name]))
      const before = heard.length
      const asked = api({ operation, params: params as never, signal: new AbortController().signal })
      const outcome = await asked.then(
        () => 'sent',
        (error: unknown) => (error as { kind?: string }).kind,
      )
      const isClimbing = CLIMBING.includes(name) && path.includes('{')
      expect([operation, name, outcome]).toEqual([operation, name, isClimbing ? 'declined' : 'sent'])
      if (isClimbing) {
        expect(heard).toHaveLength(before)
        continue
      }
      const segments = (heard.at(-1) ?? '').split('/').map((part) => decodeURIComponent(part))
      const wanted = `/v1${path}`.split('/').map((part) => (part.startsWith('{') ? name.toWellFormed() : part))
      expect(segments).toEqual(wanted)
    }
  }
})
