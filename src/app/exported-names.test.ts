/** Tests what is shared, saved and printed against one list of names that have a meaning in some format. */
import { unzipSync, strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'

import { createMockApi } from '../../mocks/api.ts'
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

const NOW = new Date('2026-11-23T12:00:00Z')
const ORIGIN = 'https://console.example.com'

let kafka: Service
beforeAll(async () => {
  const request = new Request('http://api.example.com/v1/project/demo-shop/service/events', {
    headers: { authorization: 'aivenv1 x' },
  })
  kafka = readServiceGet(await (await createMockApi({ clock: () => NOW }).fetch(request)).json())
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
