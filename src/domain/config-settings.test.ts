import { describe, expect, it } from 'vitest'

import { configSchemaOf } from '../../mocks/data/config-schemas.ts'
import { boundsOf, parseSetting, readSettings, type Setting } from './config-settings.ts'

const settings = readSettings(configSchemaOf('pg'))
const named = (path: string): Setting => {
  const found = settings.find((setting) => setting.path.join('.') === path)
  if (!found) throw new Error(`no ${path}`)
  return found
}

describe('settings out of a schema', () => {
  it('takes nested objects apart, and knows types, restarts and what is set at creation', () => {
    expect(named('pg.max_connections')).toMatchObject({ kind: 'integer', minimum: 25, maximum: 60_000, restarts: true })
    expect(named('pg.jit')).toMatchObject({ kind: 'boolean', restarts: false })
    expect(named('synchronous_replication').choices).toEqual(['quorum', 'off'])
    expect(named('admin_username').createOnly).toBe(true)
    expect(named('ip_filter').kind).toBe('other')
    expect(named('pgbouncer.server_idle_timeout').usual).toBe(600)
  })

  it('what is no schema has none, and deep ones end', () => {
    expect([readSettings(undefined), readSettings({ properties: 7 }), readSettings({ properties: { a: 7 } })]).toEqual([
      [],
      [],
      [],
    ])
    const loop: Record<string, unknown> = { type: 'object' }
    loop['properties'] = { again: loop }
    expect(readSettings(loop)).toEqual([])
  })

  it('deprecated ones', () => {
    const schema = {
      properties: {
        a: { type: 'string', description: 'Deprecated. Use b.' },
        b: { type: 'string', description: 'Replaces the deprecated a.' },
        c: { type: 'string', deprecated: true },
        d: { type: 'array', items: { type: 'string' } },
      },
    }
    expect(readSettings(schema).map(({ isDeprecated }) => isDeprecated)).toEqual([true, false, true, false])
    expect(readSettings(schema)[3]?.kind).toBe('list')
  })
})

it.each([
  ['pg.max_connections', '200', { value: 200 }],
  ['pg.max_connections', '60 000', { value: 60_000 }],
  ['pg.max_connections', '24', { fault: 'Enter a whole number from 25 to 60,000.' }],
  ['pg.max_connections', '30.5', { fault: 'Enter a whole number from 25 to 60,000.' }],
  ['pg.max_connections', '', { fault: 'Enter a whole number from 25 to 60,000.' }],
  ['shared_buffers_percentage', '20.5', { value: 20.5 }],
  ['pg.jit', 'false', { value: false }],
  ['synchronous_replication', 'quorum', { value: 'quorum' }],
  ['synchronous_replication', 'some', { fault: 'Choose one of the values.' }],
  ['pg.timezone', 'Europe/Helsinki', { value: 'Europe/Helsinki' }],
  ['pg.timezone', 'no spaces', { fault: 'It must match ^[\\w/]*$' }],
])('%s takes %j as %j', (path, text, expected) => {
  expect(parseSetting(named(path), text)).toEqual(expected)
})

it('lists, and patterns that can not be read here', () => {
  const list = { ...named('pg.timezone'), kind: 'list' } as const
  expect(parseSetting(list, ' a\n\n b ')).toEqual({ value: ['a', 'b'] })
  expect(boundsOf(list)).toBe('One per line.')
  expect(parseSetting({ ...named('pg.timezone'), pattern: '(?P<x>' }, 'x')).toEqual({ value: 'x' })
})
