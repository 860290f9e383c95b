import { BlockList, isIP } from 'node:net'

import { describe, expect, it } from 'vitest'

import { contains, formatNetwork, hasHostBits, parseNetwork, withoutHostBits } from './networks.ts'

const network = (text: string) => {
  const parsed = parseNetwork(text)
  if (!parsed) throw new Error(`${text} is no network`)
  return parsed
}

describe('networks', () => {
  it.each([
    ['10.20.3.4/16', '10.20.0.0/16'],
    ['203.0.113.7', '203.0.113.7/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['10.1.2.3/1', '0.0.0.0/1'],
    ['2001:DB8:12::1/48', '2001:db8:12::/48'],
    ['::/0', '::/0'],
    ['::1', '::1/128'],
    ['1::', '1::/128'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1/128'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1/128'],
    ['::ffff:192.0.2.1', '::ffff:c000:201/128'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8/128'],
    ['10:0:0:100::', '10:0:0:100::/128'],
  ])('%s is %s', (text, expected) => {
    expect(formatNetwork(withoutHostBits(network(text)))).toBe(expected)
  })

  it.each([
    '',
    '10.20',
    '10.20.3.400/16',
    '10.0.0.0/33',
    '10.0.0.0/',
    '1.2.3.4/8/8',
    '010.0.0.1',
    ':::',
    '1::2::3',
    '::/129',
    'example.com',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '10.0.0.0/-1',
  ])('%j is none', (text) => {
    expect(parseNetwork(text)).toBeUndefined()
  })

  it('knows host bits', () => {
    expect(hasHostBits(network('10.20.3.4/16'))).toBe(true)
    expect(hasHostBits(network('10.20.0.0/16'))).toBe(false)
    expect(hasHostBits(network('203.0.113.7'))).toBe(false)
  })

  it('agrees with Node on what is in what, and writes addresses that Node reads', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let turn = 0; turn < 600; turn++) {
      const isV4 = turn % 2 === 0
      const draw = () => Array.from({ length: isV4 ? 4 : 16 }, () => (random(3) === 0 ? random(256) : 0))
      const outer = withoutHostBits({ bytes: draw(), prefix: random(isV4 ? 33 : 129) })
      const inner = {
        bytes: random(2) === 0 ? outer.bytes.map((byte) => byte | random(2)) : draw(),
        prefix: isV4 ? 32 : 128,
      }
      const [address = '', prefix] = formatNetwork(outer).split('/')
      const [host = ''] = formatNetwork(inner).split('/')
      const kind = isV4 ? 'ipv4' : 'ipv6'
      expect([isIP(address), isIP(host)]).toEqual(isV4 ? [4, 4] : [6, 6])
      expect(parseNetwork(host)).toEqual(inner)
      const list = new BlockList()
      list.addSubnet(address, Number(prefix), kind)
      expect(contains(outer, inner), `${host} in ${address}/${String(prefix)}`).toBe(list.check(host, kind))
    }
  })
})
