import { beforeAll, describe, expect, it } from 'vitest'

import { createMockApi } from '../../../../mocks/api.ts'
import { withFingerprints } from '../../../crypto/fingerprints.ts'
import { readCaCertificates } from '../../../crypto/files.ts'
import { readServiceList, type Service } from '../../../api/service.ts'
import { toRows, type ServiceRow } from '../service-rows.ts'
import { filterRows, searchProblems } from './filter-rows.ts'
import { suggest } from './suggestions.ts'
import { withHealth } from '../with-health.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

const ask = async (path: string): Promise<unknown> => {
  const request = new Request(`http://mock.example.com/v1/project/${path}`, {
    headers: { authorization: 'aivenv1 any' },
  })
  const response = await createMockApi({ clock: () => NOW }).fetch(request)
  return response.json()
}

const load = async (project: string): Promise<readonly Service[]> =>
  (await readServiceList(await ask(`${project}/service?include_secrets=false`))).items

const loadWithHealth = async (project: string): Promise<readonly ServiceRow[]> => {
  const { certificate: pem } = (await ask(`${project}/kms/ca`)) as { certificate: string }
  const ca = { pem, certificates: await withFingerprints(readCaCertificates(pem)) }
  return withHealth(toRows(project, await load(project)), new Map([[project, ca]]), NOW.getTime())
}

let rows: readonly ServiceRow[] = []
beforeAll(async () => {
  rows = await loadWithHealth('demo-shop')
})

const found = (search: string) => filterRows(rows, search, NOW.getTime()).map(({ service }) => service.service_name)
const all = () => rows.map(({ service }) => service.service_name)

describe('filter words', () => {
  it.each([
    ['service:pg', ['orders-db', 'new-orders-db']],
    ['service:PostgreSQL', ['orders-db', 'new-orders-db']],
    ['service:kafkaconnect,mirrormaker', ['connectors', 'region-mirror']],
    ['service:kafka status:poweroff', ['events-archive']],
    ['status:"powered off"', ['dashboards', 'events-archive']],
    ['status:rebuilding', ['catalog', 'new-orders-db']],
    ['provider:azure,do', ['search', 'storefront']],
    ['provider:aws service:kafka,mysql -status:poweroff', ['events', 'billing-mysql']],
    ['region:eu-west-1', ['events', 'billing-mysql']],
    ['region:aws-us-east-1', ['events-archive']],
    ['cloud:frankfurt', ['storefront']],
    ['plan:startup-1', ['billing-mysql', 'storefront']],
    ['plan:hobby', ['prototype']],
    ['ca:unknown', ['prototype']],
    ['ca:required tag:env=prod', ['orders-db', 'events', 'billing-mysql']],
    ['tag:team', ['orders-db', 'events']],
    ['TAG:Env=Staging', ['new-orders-db']],
    ['expires:<90d', ['events']],
    ['expires:expired', ['events']],
    ['expires:<6m', ['events']],
    ['expires:<1y', ['events', 'events-archive']],
    ['expires:>90d service:kafka', ['events-archive']],
    ['expires:>1y', ['orders-db', 'billing-mysql', 'new-orders-db', 'logs-es', 'profiles', 'ledger']],
    ['expires:>10y', []],
    ['project:shop service:flink', ['stream-jobs']],
    ['project:other', []],
    ['-ca:required -ca:optional', ['prototype']],
    ['orders -new', ['orders-db']],
    ['"Belgium - Google" thanos', ['metrics']],
  ])('%s', (search, expected) => {
    expect(found(search)).toEqual(expected)
  })

  it('expires: covers everything of a service that expires, including its CA', async () => {
    const legacy = await loadWithHealth('demo-legacy')
    const expired = filterRows(legacy, 'expires:expired', NOW.getTime()).map(({ service }) => service.service_name)
    expect(expired).toEqual(['reports-db', 'old-events'])
    const rotating = await loadWithHealth('demo-rotation')
    expect(filterRows(rotating, 'expires:<60d', NOW.getTime())).toHaveLength(rotating.length)
    // What isn't known yet isn't found.
    expect(filterRows(toRows('demo-legacy', await load('demo-legacy')), 'expires:expired', NOW.getTime())).toEqual([])
  })

  it('unchanged rows keep their objects, so that they do not render again', async () => {
    const plain = toRows('demo-shop', await load('demo-shop'))
    const cas = new Map([['demo-shop', new Error('No certificate.')]])
    const [first, again] = [withHealth(plain, cas, NOW.getTime()), withHealth(plain, new Map(cas), NOW.getTime())]
    expect(again.every((row, index) => row === first[index])).toBe(true)
    expect(first.map(({ health }) => health?.state)).toContain('unknown')
  })

  it('ignores what it cannot search for, and says so', () => {
    expect(found('expires:soon ca:maybe')).toEqual(all())
    expect(searchProblems('expires:soon ca:maybe')).toMatchObject([
      { id: 'bad-value', about: 'soon' },
      { id: 'bad-value', about: 'maybe' },
    ])
    expect(searchProblems('service: pg')).toMatchObject([{ id: 'no-value', about: 'service' }])
    expect(searchProblems('pg service:')).toEqual([])
    expect(searchProblems('service:pg plain 12:30 -tag:a')).toEqual([])
  })

  it('searches for unknown filter words as text, and says so', () => {
    expect(found('nonsense:pg')).toEqual([])
    expect(searchProblems('-nonsense:pg')).toMatchObject([{ id: 'no-such-filter', about: 'nonsense:pg' }])
    expect(searchProblems('constructor:x')).toHaveLength(1)
  })

  it("finds projects' names only where there are several", async () => {
    const several = [...rows, ...toRows('demo-rotation', await load('demo-rotation'))]
    expect(filterRows(rows, 'shop')).toHaveLength(0)
    expect(filterRows(several, 'rotation').map(({ service }) => service.service_name)).toEqual([
      'warehouse',
      'clickstream',
    ])
  })
})

describe('suggestions', () => {
  const offered = (search: string, guesses = true) =>
    suggest(search, search.length, rows, guesses).options.map(({ word }) => word)

  it('offers filter words, then their values, the most frequent first', () => {
    expect(offered('')).toContain('expires:')
    expect(offered('st')).toEqual(['status:'])
    expect(offered('status:')).toEqual(['status:running', 'status:poweroff', 'status:rebuilding', 'status:rebalancing'])
    expect(offered('prod status:power')).toEqual(['status:poweroff'])
    expect(offered('provider:aws,go')).toEqual(['provider:aws,google'])
    expect(offered('-ca:')).toEqual(['-ca:optional', '-ca:required', '-ca:unknown'])
    expect(offered('expires:<')).toEqual(['expires:<30d', 'expires:<60d', 'expires:<90d', 'expires:<1y'])
    expect(offered('kafka')).toEqual(['service:kafka', 'service:kafka_connect', 'service:kafka_mirrormaker'])
    expect(offered('kafka', false)).toEqual([])
  })

  it('concern the word at the caret, and omit what is already there', () => {
    expect(suggest('ser kafka', 3, rows, true)).toMatchObject({ from: 0, to: 3, options: [{ word: 'service:' }] })
    expect(offered('status:running')).toEqual([])
    expect(offered('zzz')).toEqual([])
  })

  it('quote values that need it', () => {
    const [first] = rows
    const odd = first ? [{ ...first, service: { ...first.service, tags: { 'a key': 'b,"c"' } } }] : []
    expect(suggest('tag:', 4, odd, true).options[0]?.word).toBe(String.raw`tag:"a key=b,\"c\""`)
    const [match] = filterRows(odd, String.raw`tag:"a key=b,\"c\""`)
    expect(match).toBe(odd[0])
  })
})
