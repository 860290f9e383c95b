import { expect, it } from 'vitest'

import { eventsCsv } from './event-csv.ts'

it('quotes every text, and leaves no formula, whether split at commas or semicolons', () => {
  const csv = eventsCsv([
    {
      id: 'e1',
      time: '2026-11-23T10:00:00Z',
      actor: '=cmd',
      event_type: 'service_create',
      event_desc: 'said "a";=1+1,\r\n-2',
      service_name: undefined,
    },
  ])
  expect(csv).toBe(
    '"time","actor","event_type","service_name","event_desc","id"\r\n' +
      `"2026-11-23T10:00:00Z","'=cmd","service_create","","said ""a"";=1+1,\r\n-2","e1"\r\n`,
  )
})
