import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { certificatesCalendar, certificatesCsv, certificatesJson } from './certificate-exports.ts'
import type { CertificateRow } from './certificate-row.ts'
import { EXPIRY_STATES } from './expiry.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const END = new Date('2026-12-13T00:00:00Z')

const row = (more: Partial<CertificateRow> = {}): CertificateRow => ({
  kind: 'user',
  id: 'user/demo/events/avnadmin',
  project: 'demo',
  service: 'events',
  username: 'avnadmin',
  state: 'expiring',
  ends: END,
  deadline: END,
  usedBy: ['events'],
  sha256: undefined,
  next: false,
  ...more,
})

const url = () => 'https://console.example.com/project/demo/services/events/overview?user=avnadmin'

interface Component {
  readonly name: string
  readonly properties: Map<string, string>
  readonly children: Component[]
}

const unescapeText = (value: string): string => {
  expect(value.replace(/\\[\\;,nN]/g, '')).not.toMatch(/[\\;,]/)
  return value.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char))
}

/** A reader that forgives nothing: RFC 5545, as much of it as we write. */
const readCalendar = (file: string): Component => {
  expect(file.endsWith('\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const physical = file.slice(0, -2).split('\r\n')
  // Cut in the middle of a character, a line would hold half of a pair, which no encoder keeps.
  const bad = physical.filter((line) => Buffer.byteLength(line) > 75 || Buffer.from(line).toString() !== line)
  expect(bad).toEqual([])
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  const root: Component = { name: '', properties: new Map(), children: [] }
  const open = [root]
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/s.exec(line) ?? []
    expect(name).not.toBe('')
    const current = open.at(-1)
    if (name === 'BEGIN') {
      const child: Component = { name: value, properties: new Map(), children: [] }
      current?.children.push(child)
      open.push(child)
    } else if (name === 'END') {
      expect(open.pop()?.name).toBe(value)
    } else {
      expect(current?.properties.has(name), `${name} twice`).toBe(false)
      current?.properties.set(name, ['SUMMARY', 'DESCRIPTION', 'UID'].includes(name) ? unescapeText(value) : value)
    }
  }
  expect(open).toHaveLength(1)
  expect(root.children).toHaveLength(1)
  const [calendar] = root.children
  if (!calendar) throw new Error('no calendar')
  expect(calendar.name).toBe('VCALENDAR')
  expect(calendar.properties.get('VERSION')).toBe('2.0')
  expect(calendar.properties.get('PRODID')).not.toBe('')
  return calendar
}

const events = (rows: readonly CertificateRow[]) => readCalendar(certificatesCalendar(rows, url, NOW)).children

describe('the calendar', () => {
  it('has an event at the deadline, with alarms 90, 30 and 7 days before', () => {
    const [event] = events([row()])
    expect(Object.fromEntries(event?.properties ?? [])).toMatchObject({
      DTSTAMP: '20261123T120000Z',
      DTSTART: '20261213T000000Z',
      SUMMARY: expect.stringContaining('avnadmin of events'),
      DESCRIPTION: expect.stringMatching(/^Project demo\./),
      URL: url(),
    })
    expect(
      event?.children.map(({ name, properties }) => [name, properties.get('ACTION'), properties.get('TRIGGER')]),
    ).toEqual([
      ['VALARM', 'DISPLAY', '-P90D'],
      ['VALARM', 'DISPLAY', '-P30D'],
      ['VALARM', 'DISPLAY', '-P7D'],
    ])
  })

  it('an event keeps its name when the certificate is renewed, and no two share one', () => {
    const uid = (more: Partial<CertificateRow>) => events([row(more)])[0]?.properties.get('UID')
    expect(uid({ state: 'renewed', deadline: new Date('2027-01-01') })).toBe(uid({}))
    expect(uid({ id: 'user/demo/events/other' })).not.toBe(uid({}))
  })

  it('leaves out what has ended, what nobody knows, and years beyond its digits', () => {
    expect(
      events([
        row({ state: 'expired', deadline: new Date('2026-11-20') }),
        row({ state: 'unknown', ends: undefined, deadline: undefined }),
        row({ deadline: new Date('+012026-01-01T00:00:00Z') }),
      ]),
    ).toEqual([])
    expect(events([])).toEqual([])
  })

  it('is one that can be read, whatever things are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a'.repeat(10_000), 'שלום\u202eevents', 'x\r\nBEGIN:VEVENT', 'a;b,c\\n\\', '🦀'.repeat(60)),
    )
    fc.assert(
      fc.property(name, name, fc.constantFrom(...EXPIRY_STATES), (username, project, state) => {
        const [event, ...rest] = events([row({ username, project, state, id: `user/${username}` })])
        expect(rest).toEqual([])
        expect(event?.properties.get('SUMMARY')?.endsWith(' of events ends')).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

/** A reader of RFC 4180. */
const readCsv = (file: string): string[][] => {
  const rows: string[][] = [[]]
  let rest = file
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/s.exec(rest)
    if (!match) throw new Error(`not CSV: ${rest.slice(0, 40)}`)
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') rows.push([])
    rest = rest.slice(match[0].length)
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('has a row per certificate', () => {
    const [header, ...rows] = readCsv(
      certificatesCsv([row(), row({ state: 'expired', deadline: new Date('2026-11-20T00:00:00Z') })], NOW),
    )
    const first = Object.fromEntries((header ?? []).map((name, index) => [name, rows[0]?.[index]]))
    expect(first).toMatchObject({
      kind: 'user',
      name: 'avnadmin of events',
      project: 'demo',
      state: 'expiring',
      deadline: '2026-12-13T00:00:00.000Z',
      days_left: '19',
      sha256: '',
      used_by: 'events',
    })
    expect(rows[1]?.[8]).toBe('-3')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil.example.com","x")'])(
    'a user named %j is no formula',
    (username) => {
      const [, cells] = readCsv(certificatesCsv([row({ username, project: username, usedBy: [username] })], NOW))
      for (const cell of cells ?? []) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+$)/)
      expect(cells?.[4]).toBe(`'${username}`)
    },
  )

  it('any name comes back', () => {
    /** Blanks may stand before what makes a formula. */
    const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (username) => {
        const rows = readCsv(certificatesCsv([row({ username })], NOW))
        const cell = rows[1]?.[4]
        return rows.length === 2 && (cell === username || (FORMULA.test(username) && cell === `'${username}`))
      }),
      { examples: [['\u000b\t'], ["'="], ['\uff1d1']] },
    )
  })
})

it('JSON holds the same, with null where nothing is known', () => {
  const { generated, certificates } = JSON.parse(
    certificatesJson([row({ state: 'unknown', ends: undefined, deadline: undefined })], NOW),
  ) as { generated: string; certificates: Record<string, unknown>[] }
  expect(generated).toBe(NOW.toISOString())
  expect(certificates).toEqual([
    expect.objectContaining({
      user: 'avnadmin',
      state: 'unknown',
      ends: null,
      deadline: null,
      days_left: null,
      used_by: ['events'],
    }),
  ])
})
