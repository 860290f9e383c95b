import { describe, expect, it } from 'vitest'

import { endpointNamed, hostsIn } from './hosts.ts'

const HOST = 'orders-db-shop.a.example.com'

describe('hostsIn', () => {
  it.each([
    [`psql: error: connection to server at "${HOST}" (10.0.0.1), port 20984 failed`, HOST, 20984],
    [`ssl://${HOST}:20985/bootstrap: SSL handshake failed`, HOST, 20985],
    [`x509: certificate is valid for other, not ${HOST}`, HOST, undefined],
    [`Host: ${HOST.toUpperCase()}. is not in the cert's altnames`, HOST, undefined],
    [`"broker":"${HOST}:20984","clientId"`, HOST, 20984],
  ])('%s', (text, host, port) => {
    expect(hostsIn(text)).toContainEqual({ host, port })
  })

  it('finds none in what has none, and ends whatever it is given', () => {
    expect(hostsIn('Connection refused')).toEqual([])
    expect(hostsIn('a.'.repeat(20_000)).length).toBeLessThanOrEqual(200)
    expect(hostsIn('a-'.repeat(20_000))).toEqual([])
  })
})

describe('endpointNamed', () => {
  const byHost = new Map([[HOST, [{ port: 20984 }, { port: 20985 }]]])

  it('prefers the one whose port is named', () => {
    expect(endpointNamed(`${HOST}:20985`, byHost)).toEqual({ port: 20985 })
    expect(endpointNamed(`see example.com, then ${HOST}`, byHost)).toEqual({ port: 20984 })
    expect(endpointNamed(`${HOST} first, then ${HOST}:20985`, byHost)).toEqual({ port: 20985 })
    expect(endpointNamed('elsewhere.example.com:20984', byHost)).toBeUndefined()
  })
})
