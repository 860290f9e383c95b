/** Tests every output format against one list of names that have a meaning in some format. */
import { spawnSync } from 'node:child_process'

import { unzipSync, strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'

import { createMockApi } from '../../mocks/api.ts'
import { createApi } from '../api/client.ts'
import { OPERATIONS, operationPath, type OperationId } from '../api/operations.ts'
import { readServiceGet, type Service } from '../api/service.ts'
import { archiveName, projectCaFileName, safeStem } from '../crypto/files.ts'
import { certificatesCalendar, certificatesCsv, certificatesJson } from '../domain/certificate-exports.ts'
import type { CertificateRow } from '../domain/certificate-row.ts'
import { zipBundles } from '../features/bundles/make-bundle.ts'
import { paths } from '../lib/paths.ts'
import { CLIMBING, HIDDEN, HOSTILE_NAMES, SEEN } from '../lib/testing/hostile-names.ts'
import { hidesSomething } from '../lib/visible-text.ts'
import { eventsCsv } from '../pages/event-log/event-csv.ts'
import { runbook } from '../pages/service/share/runbook.ts'
import { metricCsv } from '../pages/service/metrics/describe.ts'
import { shareLink } from '../pages/service/share/share-link.ts'
import { chooseEndpoint } from '../pages/service/connection/endpoint-choice.ts'
import { caCommands, clientCommands } from '../snippets/commands.ts'
import { UnwritableError } from '../snippets/escape.ts'
import type { Shell } from '../snippets/shell.ts'
import { writeCommands } from '../snippets/write-commands.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const ORIGIN = 'https://console.example.com'
const SHELLS = ['sh', 'powershell'] as const

let kafka: Service
beforeAll(async () => {
  const request = new Request('http://api.example.com/v1/project/demo-shop/service/events', {
    headers: { authorization: 'aivenv1 x' },
  })
  kafka = readServiceGet(await (await createMockApi({ clock: () => NOW }).fetch(request)).json())
})

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

describe('links', () => {
  it.each([...SEEN, ...HIDDEN])('%j stays one segment of the URL', (name) => {
    const links = [paths.services(name), paths.service(name, name, 'topics'), paths.eventLog(name, { search: name })]
    const choice = chooseEndpoint(kafka.service_type, kafka.components, () => null)
    for (const link of [...links, shareLink(ORIGIN, name, name, choice, name)]) {
      const url = new URL(link, ORIGIN)
      expect(url.origin).toBe(ORIGIN)
      expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(name)
      expect(url.href).not.toMatch(/\s/)
      for (const about of ['search', 'user']) expect([name, null]).toContain(url.searchParams.get(about))
    }
  })

  it.each(CLIMBING)('%j leads to no other site', (name) => {
    expect(new URL(paths.service(name, name), ORIGIN).origin).toBe(ORIGIN)
  })
})

/** What Markdown renderers (GitHub's, and those that link bare URLs) see in a line outside code. */
const outsideCode = (line: string) => line.replace(/(?<!\\)(?:\\\\)*`[^`]*`/g, '').replaceAll(/\\[!-/:-@[-`{-~]/g, '')

describe('Markdown', () => {
  it.each(HOSTILE_NAMES)('%j is text', (name) => {
    const service = { ...kafka, service_name: name, plan: name, cloud_name: name, cloud_description: name }
    const users = [{ ...kafka.users[0], username: name, type: name }]
    const url = new URL(paths.service('demo', 'demo'), ORIGIN).href
    const text = runbook({ project: name, service: { ...service, users }, ca: `Said ${name}`, url, now: NOW })
    // The lines are ours: one heading, and as many cells as the table's head.
    expect(text.match(/^#+ .*$/gm)?.length).toBe(5)
    let fence: string | undefined
    for (const line of text.split('\n')) {
      expect(hidesSomething(line)).toBe(false)
      const marks = /^(`{3,})(?:sh)?$/.exec(line)?.[1]
      if (marks !== undefined && (fence === undefined || fence === marks)) {
        fence = fence === undefined ? marks : undefined
        continue
      }
      if (fence !== undefined) continue
      const seen = outsideCode(line).replace(`<${url}>`, '').replaceAll('AIVEN_TOKEN', '')
      expect(seen).not.toMatch(/[<>[\]*_~`@]|:\/\/|www\./)
      expect(seen.replace(/^\d+ /, '')).not.toMatch(/^\s*\d+[.)]/)
    }
    expect(fence).toBeUndefined()
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    const cells = new Set(rows.map((line) => outsideCode(line).split('|').length))
    expect(cells).toEqual(new Set([10, 5]))
  })
})

/** A parser for RFC 4180 that expects every text in quotes. */
const readCsv = (file: string): string[] => {
  const cells: string[] = []
  for (let rest = file; rest !== '';) {
    const match = /^(?:"((?:[^"]|"")*)"|(-?[\d.]+))(?:,|\r\n)/s.exec(rest)
    if (!match) throw new Error(`not CSV: ${rest.slice(0, 40)}`)
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    rest = rest.slice(match[0].length)
  }
  return cells
}

const rowOf = (name: string): CertificateRow => ({
  kind: 'user',
  id: `user/${name}`,
  project: name,
  service: name,
  username: name,
  state: 'expiring',
  ends: new Date('2026-12-13T00:00:00Z'),
  deadline: new Date('2026-12-13T00:00:00Z'),
  usedBy: [name],
  sha256: undefined,
  next: false,
})

describe('CSV', () => {
  const event = (name: string) => ({
    time: NOW.toISOString(),
    actor: name,
    event_type: name,
    service_name: name,
    event_desc: name,
    id: name,
  })
  const metric = (name: string) =>
    ({
      id: name,
      title: name,
      times: [NOW.getTime()],
      series: [{ label: name, values: [-1] }],
    }) as unknown as Parameters<typeof metricCsv>[0]

  it.each(HOSTILE_NAMES)('%j is a text, and no formula', (name) => {
    for (const file of [certificatesCsv([rowOf(name)], NOW), eventsCsv([event(name)]), metricCsv(metric(name))]) {
      const cells = readCsv(file)
      expect(cells.some((cell) => cell === name || cell === `'${name}`)).toBe(true)
      for (const cell of cells) expect(cell).not.toMatch(/^\s*(?:[=+@\uff1d\uff0b\uff0d\uff20]|-(?!\d+$))/)
    }
  })
})

/** Windows' rules: no device names, no dot or space at the end, none of \ / : * ? " < > |. */
const isFileName = (name: string) =>
  /^[\w.-]+$/.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) && !/[. ]$|^[.-]/.test(name)

describe('files and folders', () => {
  it.each(HOSTILE_NAMES)('%j', (name) => {
    const names = [safeStem(name), archiveName(name, name), projectCaFileName(name)]
    expect(names.filter((file) => !isFileName(file) || file.length > 255)).toEqual([])
    const zip = zipBundles(new Map([[safeStem(name), [{ name: 'ca.pem', kind: 'file', content: 'x' }]]]))
    const [entry = ''] = Object.keys(unzipSync(zip))
    expect(entry.split('/')).toEqual([safeStem(name), 'ca.pem'])
    expect(strFromU8(unzipSync(zip)[entry] ?? new Uint8Array())).toBe('x')
  })
})

describe('the calendar', () => {
  it.each(HOSTILE_NAMES)('%j is text of one event', (name) => {
    const link = () => new URL(paths.certificates({ search: name }), ORIGIN).href
    const file = certificatesCalendar([rowOf(name)], link, NOW)
    const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines.at(-1)).toBe('END:VCALENDAR')
    expect(lines.filter((line) => hidesSomething(line) || !/^[A-Z-]+:/.test(line))).toEqual([])
    for (const line of lines.filter((one) => /^(SUMMARY|DESCRIPTION):/.test(one)))
      expect(line.replaceAll(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/)
  })
})

it.each(HOSTILE_NAMES)('JSON holds %j as it is', (name) => {
  const { certificates } = JSON.parse(certificatesJson([rowOf(name)], NOW)) as {
    certificates: Record<string, unknown>[]
  }
  expect(certificates[0]).toMatchObject({ project: name, service: name, user: name })
})
