import { describe, expect, it } from 'vitest'

import { entriesAdmitting, canonical, isOpen, newEntry, readAllowed, readTyped } from './allowed-addresses.ts'

const entries = readAllowed([
  '203.0.113.7/32',
  { network: '10.20.0.0/16', description: 'Warehouse' },
  { network: '0.0.0.0/0' },
  '2001:db8:12::/48',
  7,
])

describe('the list as the API has it', () => {
  it('keeps each entry as it came', () => {
    expect(entries?.map(({ raw }) => raw)).toEqual([
      '203.0.113.7/32',
      { network: '10.20.0.0/16', description: 'Warehouse' },
      { network: '0.0.0.0/0' },
      '2001:db8:12::/48',
      7,
    ])
    expect(readAllowed(undefined)).toBeUndefined()
  })

  it('says what admits an address, and what is open to everyone', () => {
    expect(entriesAdmitting(entries ?? [], 'office')).toBeUndefined()
    expect(entries?.filter(isOpen).map(canonical)).toEqual(['0.0.0.0/0'])
  })

  it.each([
    ['10.20.3.4', ['10.20.0.0/16', '0.0.0.0/0'], []],
    ['10.20.4.0/24', ['10.20.0.0/16', '0.0.0.0/0'], []],
    ['::ffff:203.0.113.7', ['203.0.113.7/32', '0.0.0.0/0'], []],
    ['::ffff:cb00:7107', ['203.0.113.7/32', '0.0.0.0/0'], []],
    ['2001:DB8:12::9', ['2001:db8:12::/48'], []],
    ['2001:db8:13::9', [], []],
    ['2001:db8::/32', [], ['2001:db8:12::/48']],
    ['10.0.0.0/8', ['0.0.0.0/0'], ['10.20.0.0/16']],
  ])('%s: admitted by %j, a part of it by %j', (address, all, part) => {
    const found = entriesAdmitting(entries ?? [], address)
    expect([found?.all.map(canonical), found?.part.map(canonical)]).toEqual([all, part])
    expect(found?.unread.map(canonical)).toEqual(['7'])
  })

  it('reads IPv4 written as IPv6 in the list too', () => {
    const mapped = readAllowed(['::ffff:10.0.0.0/104']) ?? []
    expect(entriesAdmitting(mapped, '10.1.2.3')?.all).toHaveLength(1)
    expect(entriesAdmitting(mapped, '::ffff:10.1.2.3')?.all).toHaveLength(1)
    expect(entriesAdmitting(mapped, '11.1.2.3')?.all).toEqual([])
  })

  it('gets a new entry in the form that its description needs', () => {
    expect([newEntry('10.0.0.0/8', ''), newEntry('10.0.0.0/8', 'VPN')]).toEqual([
      '10.0.0.0/8',
      { network: '10.0.0.0/8', description: 'VPN' },
    ])
  })
})

const read = (text: string, present: readonly string[] = []) =>
  readTyped(text, present).map(({ typed, network, description, fault }) =>
    [network ?? `${typed}: ${fault ?? ''}`, description].filter(Boolean).join(' | '),
  )

describe('what is typed or pasted', () => {
  it('one address', () => {
    expect(read(' 203.0.113.0/24 ')).toEqual(['203.0.113.0/24'])
    expect(read('203.0.113.7')).toEqual(['203.0.113.7/32'])
  })

  it('a list with comments, IPv6, blank lines and duplicates', () => {
    const text = `# office
198.51.100.0/28   # front door
198.51.100.0/28

10.0.0.0/8, 192.168.0.0/16; 172.16.0.0/12 // private ones
2001:DB8::/32 VPN of Berlin
"203.0.113.9/32",
  - 203.0.113.10/32\r
["203.0.113.11/32", "10.0.0.0/8"]`
    expect(read(text, ['203.0.113.9/32'])).toEqual([
      '198.51.100.0/28 | front door',
      '198.51.100.0/28: duplicate',
      '10.0.0.0/8 | private ones',
      '192.168.0.0/16 | private ones',
      '172.16.0.0/12 | private ones',
      '2001:db8::/32 | VPN of Berlin',
      '203.0.113.9/32: duplicate',
      '203.0.113.10/32',
      '203.0.113.11/32',
      '10.0.0.0/8: duplicate',
    ])
  })

  it('names what is no network, and offers what may have been meant by host bits', () => {
    expect(read('office\n10.20.3.400/16\nsome words here')).toEqual([
      'office: no-network',
      '10.20.3.400/16: no-network',
      'some words here: no-network',
    ])
    expect(readTyped('10.20.3.4/16 lab', [])).toEqual([
      {
        typed: '10.20.3.4/16',
        description: 'lab',
        network: undefined,
        fault: 'host-bits',
        offers: ['10.20.0.0/16', '10.20.3.4/32'],
      },
    ])
  })

  it('8,000 addresses, twice', () => {
    const text = Array.from({ length: 8000 }, (_, at) => `10.${String(at >> 8)}.${String(at & 255)}.1`).join('\n')
    expect(read(text, read(text)).filter((line) => line.endsWith('duplicate'))).toHaveLength(8000)
  })
})
