import { expect, it } from 'vitest'

import { namesOneIndex } from './indexes.ts'

it.each(['*', 'orders*', 'order?', 'orders,reviews', '_all', '-orders', '<logs-{now/d}>', 'or ders', ''])(
  '%j: the API would take it for several',
  (name) => {
    expect(namesOneIndex(name)).toBe(false)
  },
)

it.each(['orders', '.kibana_1', 'shop-logs-2026.11.30', 'bestellungen-ä', '_hidden'])('%j: is one index', (name) => {
  expect(namesOneIndex(name)).toBe(true)
})
