import { afterEach, describe, expect, it } from 'vitest'

import { formatInstant, readWallTime, toWallTime } from './time-zone.ts'

const { env } = process
const usual = env['TZ']

afterEach(() => {
  if (usual === undefined) delete env['TZ']
  else env['TZ'] = usual
})

/** Both sides of a change to summer time and back, in Europe and in the USA. */
const MOMENTS = [
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:59:59Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T05:59:59Z',
  '2026-11-01T06:00:00Z',
  '2026-07-04T12:00:05.999Z',
]

describe.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'])('in %s', (timeZone) => {
  it.each(MOMENTS)('%s is what the platform makes of it, with its zone', (iso) => {
    env['TZ'] = timeZone
    const date = new Date(iso)
    for (const [zone, name] of [
      ['local', timeZone],
      ['utc', 'UTC'],
    ] as const) {
      const options = { dateStyle: 'medium', timeStyle: 'medium', timeZone: name } as const
      const offset = new Intl.DateTimeFormat('en-GB', { timeZone: name, timeZoneName: 'shortOffset' })
        .formatToParts(date)
        .find(({ type }) => type === 'timeZoneName')
        ?.value.replace(/^(?:GMT|UTC)(?:\+0)?/, 'UTC')
      const expected = `${new Intl.DateTimeFormat('en-GB', options).format(date)} ${String(offset)}`
      expect(formatInstant(date, zone)).toBe(expected)
    }
  })
})

describe('the wall clock', () => {
  it.each(['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])('of %s leads back', (timeZone) => {
    env['TZ'] = timeZone
    for (let hour = 0; hour < 24 * 365; hour += 7) {
      const date = new Date(Date.UTC(2026, 0, 1, hour, 31, 5))
      for (const zone of ['local', 'utc'] as const) {
        expect(readWallTime(toWallTime(date, zone), zone)?.date).toEqual(date)
      }
    }
  })

  it('knows which times it skips and which it shows twice', () => {
    env['TZ'] = 'Europe/Berlin'
    expect(readWallTime('2026-03-29T02:30:00', 'local')).toBeUndefined()
    expect(readWallTime('2026-03-29T02:30:00', 'utc')).toEqual({ date: new Date('2026-03-29T02:30:00Z'), twice: false })
    expect(readWallTime('2026-10-25T02:30', 'local')).toEqual({ date: new Date('2026-10-25T00:30:00Z'), twice: true })
    expect(readWallTime('2026-10-25T03:30:00', 'local')?.twice).toBe(false)
    expect(readWallTime('2026-02-30T03:30:00', 'utc')).toBeUndefined()
    expect(readWallTime('', 'local')).toBeUndefined()
  })
})
