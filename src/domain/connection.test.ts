import { describe, expect, it } from 'vitest'

import { componentLabel, databaseName, serviceUri, sslMode, uriLogin, type Address } from './connection.ts'

const address = (component: string, more: Partial<Address['endpoint']> = {}, rest: Partial<Address> = {}): Address => ({
  endpoint: { component, host: 'h.example.com', port: 20_984, route: 'dynamic', usage: 'primary', ...more },
  username: 'avnadmin',
  database: 'defaultdb',
  params: { sslmode: 'require', 'ssl-mode': 'REQUIRED' },
  ...rest,
})

const uri = (of: Address, password = 'pw') => {
  const { before, login, after } = serviceUri(of)
  return before + (login ? uriLogin(of.username ?? '', password) : '') + after
}

describe('serviceUri', () => {
  it.each([
    ['pg', {}, 'postgres://avnadmin:pw@h.example.com:20984/defaultdb?sslmode=require'],
    ['mysql', {}, 'mysql://avnadmin:pw@h.example.com:20984/defaultdb?ssl-mode=REQUIRED'],
    ['kafka', {}, 'h.example.com:20984'],
    ['cassandra', {}, 'h.example.com:20984'],
    ['schema_registry', {}, 'https://avnadmin:pw@h.example.com:20984'],
    ['grafana', { path: '/login' }, 'https://avnadmin:pw@h.example.com:20984/login'],
    ['valkey', {}, 'valkeys://avnadmin:pw@h.example.com:20984'],
    ['valkey', { ssl: false }, 'valkey://avnadmin:pw@h.example.com:20984'],
    ['dragonfly', { ssl: true }, 'rediss://avnadmin:pw@h.example.com:20984'],
    ['influxdb', {}, 'https+influxdb://avnadmin:pw@h.example.com:20984/defaultdb'],
    ['prometheus', {}, 'https://h.example.com:20984'],
    ['teleport', {}, 'h.example.com:20984'],
  ])('%s %o', (component, more, expected) => {
    expect(uri(address(component, more))).toBe(expected)
  })

  it('encodes what would break a URI', () => {
    const odd = address('pg', {}, { username: 'a@b:c/d', database: 'x?y#z' })
    expect(uri(odd, 'p@ss:w/o?r#d%')).toBe(
      'postgres://a%40b%3Ac%2Fd:p%40ss%3Aw%2Fo%3Fr%23d%25@h.example.com:20984/x%3Fy%23z?sslmode=require',
    )
    const parsed = new URL(uri(odd, 'p@ss:w/o?r#d%'))
    expect(decodeURIComponent(parsed.password)).toBe('p@ss:w/o?r#d%')
    expect(decodeURIComponent(parsed.username)).toBe('a@b:c/d')
  })

  it('leaves out what is not known', () => {
    expect(uri(address('pg', {}, { username: undefined, database: undefined, params: {} }))).toBe(
      'postgres://h.example.com:20984',
    )
  })
})

describe('what an endpoint has', () => {
  it('knows databases and modes where the protocol has them', () => {
    expect(databaseName(address('pg'))).toBe('defaultdb')
    expect(databaseName(address('kafka'))).toBeUndefined()
    expect(sslMode(address('mysql'))).toBe('REQUIRED')
    expect(sslMode(address('grafana'))).toBeUndefined()
  })

  it('names components, and leaves unknown ones as they are', () => {
    expect(componentLabel('schema_registry')).toBe('Schema Registry')
    expect(componentLabel('<b>')).toBe('<b>')
  })
})
