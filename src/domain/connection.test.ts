import { describe, expect, it } from 'vitest'

import {
  componentLabel,
  databaseName,
  serviceUri,
  sslMode,
  missingFromUri,
  uriLogin,
  verifyingUri,
  type Address,
} from './connection.ts'

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

describe('verifyingUri', () => {
  const trust = (mark: 'required' | 'optional' | 'unknown', plaintext = false) => ({ mark, plaintext })

  it.each([
    ['pg', {}, 'postgres://@h.example.com:20984/defaultdb?sslmode=verify-full&sslrootcert=ca.pem'],
    ['pgbouncer', {}, 'postgres://@h.example.com:20984/defaultdb?sslmode=verify-full&sslrootcert=ca.pem'],
    ['mysql', {}, undefined],
    ['kafka', {}, undefined],
    ['schema_registry', {}, undefined],
  ])('%s: %o %s', (component, more, expected) => {
    const parts = verifyingUri(address(component, more), trust('required'))
    expect(parts && parts.before + parts.after).toBe(expected)
  })

  it('is none where the project\u2019s CA is not what signs, as far as anyone knows', () => {
    for (const other of [trust('optional'), trust('unknown'), trust('required', true)])
      expect(verifyingUri(address('pg'), other)).toBeUndefined()
  })

  it.each([
    ['pg', 'required', 'verification'],
    ['mysql', 'required', 'verification'],
    ['kafka', 'required', 'settings'],
    ['cassandra', 'required', 'settings'],
    ['prometheus', 'required', 'ca'],
    ['opensearch', 'optional', undefined],
    ['valkey', 'optional', undefined],
    ['pg', 'unknown', undefined],
  ] as const)('what the URI of %s, %s, lacks: %s', (component, mark, lack) => {
    expect(missingFromUri(address(component), trust(mark))).toBe(lack)
  })

  it('lacks nothing where the API says that it verifies', () => {
    const verified = { params: { sslmode: 'verify-full', 'ssl-mode': 'VERIFY_IDENTITY' } }
    expect(missingFromUri(address('pg', {}, verified), trust('required'))).toBeUndefined()
    expect(missingFromUri(address('mysql', {}, verified), trust('required'))).toBeUndefined()
    expect(missingFromUri(address('pg', {}, { params: { sslmode: 'verify-ca' } }), trust('required'))).toBe(
      'verification',
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
