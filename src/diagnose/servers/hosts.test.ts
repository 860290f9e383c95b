import { describe, expect, it } from 'vitest'

import { endpointNamed, hostsIn, portAstray } from './hosts.ts'

const HOST = 'orders-db-shop.a.example.com'

describe('hostsIn', () => {
  it.each([
    [`psql: error: connection to server at "${HOST}" (10.0.0.1), port 20984 failed`, HOST, 20984],
    [`ssl://${HOST}:20985/bootstrap: SSL handshake failed`, HOST, 20985],
    [`x509: certificate is valid for other, not ${HOST}`, HOST, undefined],
    [`Host: ${HOST.toUpperCase()}. is not in the cert's altnames`, HOST, undefined],
    [`"broker":"${HOST}:20984","clientId"`, HOST, 20984],
    [`Connection to node -1 (${HOST}/10.0.0.1:20985) failed`, HOST, 20985],
    [`Unable to connect to ${HOST}/<unresolved>:20986`, HOST, 20986],
    [`  host: '${HOST}',\n  port: 20987,`, HOST, 20987],
    [`{"host":"${HOST}","port":20988}`, HOST, 20988],
    [`host=${HOST} port=20989 sslmode=require`, HOST, 20989],
    [`Verbindung zum Server auf »${HOST}« (10.0.0.1), Port 20984 fehlgeschlagen`, HOST, 20984],
    [`conexión al servidor en «${HOST}» (10.0.0.1), puerto 20985: FATAL`, HOST, 20985],
    [`"${HOST}"(10.0.0.1)、ポート20986のサーバーへの接続に失敗しました`, HOST, 20986],
  ])('%s', (text, host, port) => {
    expect([...hostsIn(text)]).toContainEqual({ host, port })
  })

  it('finds none in what has none, and ends whatever it is given', () => {
    expect([...hostsIn('Connection refused')]).toEqual([])
    expect([...hostsIn('a.'.repeat(20_000))].length).toBeGreaterThan(0)
    expect([...hostsIn('a-'.repeat(20_000))]).toEqual([])
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

  it('finds it below a stack trace of any length', () => {
    const trace = '\tat org.apache.kafka.common.network.Selector.poll(Selector.java:1)\n'.repeat(500)
    expect(endpointNamed(`${trace}Connection to node -1 (${HOST}/10.0.0.1:20985) failed`, byHost)).toEqual({
      port: 20985,
    })
  })
})

describe('portAstray', () => {
  const byHost = new Map([[HOST, [{ port: 20984 }, { port: 20985 }]]])

  it.each([
    [`${HOST}:12691`, 12691],
    [`host=${HOST} port=5432`, 5432],
    [`${HOST}:20985`, undefined],
    [`${HOST}:12691 and ${HOST}:20984`, undefined],
    [HOST, undefined],
    ['other.a.example.com:12691', undefined],
  ])('%s', (text, port) => {
    expect(portAstray(text, byHost)).toBe(port)
  })
})
