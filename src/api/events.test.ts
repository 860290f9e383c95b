import { describe, expect, it } from 'vitest'

import { readEventLog } from './events.ts'

const event = (id: string, time: string) => ({ id, time })

describe('readEventLog', () => {
  it('sorts the newest first, and events without a time last', () => {
    const events = [
      event('old', '2026-11-01T00:00:00Z'),
      event('odd', 'yesterday'),
      event('new', '2026-11-23T10:00:00.123Z'),
      event('odder', ''),
    ]
    expect(readEventLog({ events }).items.map(({ id }) => id)).toEqual(['new', 'old', 'odd', 'odder'])
  })

  it('requires a time, and accepts anything else', () => {
    const events = [null, { id: 'timeless' }, { time: '2026-11-01T00:00:00Z', actor: 5, event_desc: null, id: {} }]
    const { items, problems } = readEventLog({ events })
    expect(items).toEqual([{ time: '2026-11-01T00:00:00Z' }])
    expect(problems).toHaveLength(2)
  })

  it('throws where there is no log', () => {
    expect(() => readEventLog({ events: null })).toThrow()
  })
})
