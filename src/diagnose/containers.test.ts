/** The same settings in every container: the same verdict, or "not known"; a correction stays in its container. */
import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'
import { CONTAINERS, VARIABLES, type Pairs } from './testing/containers.ts'

interface Settings {
  readonly name: string
  readonly pairs: Pairs
  /** Of the clients that may read them, by the beginning of their names. */
  readonly verdicts: Readonly<Record<string, string>>
  /** Containers in which they mean something. */
  readonly containers: Readonly<Record<string, (pairs: Pairs) => string>>
}

const KAFKA: Pairs = [
  ['bootstrap.servers', 'k.example.com:9093'],
  ['security.protocol', 'SSL'],
]
const TRUST: Pairs = [...KAFKA, ['ssl.truststore.type', 'PEM'], ['ssl.truststore.location', '/app/ca.pem']]
const CA: Pairs = [...KAFKA, ['ssl.ca.location', '/app/ca.pem']]
const PG = 'postgres://u:S3cr3t@h.example.com:1/d'
const JDBC = 'jdbc:postgresql://h.example.com:1/d?user=u'
const ANY = { ...CONTAINERS, ...VARIABLES }
const url = (value: string): Pairs => [['database.url', value]]

const SETTINGS: readonly Settings[] = [
  { name: 'Java, right', pairs: TRUST, verdicts: { Java: 'full' }, containers: ANY },
  {
    name: 'Java, no name',
    pairs: [...TRUST, ['ssl.endpoint.identification.algorithm', '']],
    verdicts: { Java: 'chain' },
    containers: ANY,
  },
  {
    name: 'Java, no TLS',
    pairs: [
      ['bootstrap.servers', 'k.example.com:9093'],
      ['security.protocol', 'SASL_PLAINTEXT'],
      ['sasl.jaas.config', 'x required username="u" password="S3cr3t";'],
    ],
    verdicts: { Java: 'plain' },
    containers: ANY,
  },
  { name: 'librdkafka, right', pairs: CA, verdicts: { librdkafka: 'full' }, containers: ANY },
  {
    name: 'librdkafka, off',
    pairs: [...CA, ['enable.ssl.certificate.verification', 'false']],
    verdicts: { librdkafka: 'none' },
    containers: ANY,
  },
  {
    name: 'librdkafka, tilde',
    pairs: [...KAFKA, ['ssl.ca.location', '~/ca.pem']],
    verdicts: { librdkafka: 'fails' },
    containers: ANY,
  },
  {
    name: 'PostgreSQL URI, right',
    pairs: url(`${PG}?sslmode=verify-full&sslrootcert=ca.pem`),
    verdicts: {
      libpq: 'full',
      'node-postgres': 'full',
      Go: 'full',
      psycopg: 'full',
      asyncpg: 'full',
      pgx: 'full',
      PHP: 'full',
    },
    containers: ANY,
  },
  {
    name: 'PostgreSQL URI, wrong',
    pairs: url(`${PG}?application_name=x&sslmode=require`),
    verdicts: {
      libpq: 'none',
      'node-postgres': 'public',
      Go: 'none',
      psycopg: 'none',
      asyncpg: 'none',
      pgx: 'none',
      PHP: 'none',
    },
    containers: ANY,
  },
  {
    name: 'pgJDBC, right',
    pairs: url(`${JDBC}&sslmode=verify-full&sslrootcert=ca.pem`),
    verdicts: { pgJDBC: 'full' },
    containers: ANY,
  },
  { name: 'pgJDBC, wrong', pairs: url(`${JDBC}&sslmode=require`), verdicts: { pgJDBC: 'none' }, containers: ANY },
  {
    name: 'Connector/J, wrong',
    pairs: url('jdbc:mysql://h/d?useSSL=true&requireSSL=true'),
    verdicts: { 'MySQL Connector/J': 'none' },
    containers: ANY,
  },
  {
    name: 'go-sql-driver, wrong',
    pairs: url('u:S3cr3t@tcp(h:1)/d?tls=skip-verify'),
    verdicts: { 'go-sql-driver': 'none' },
    containers: ANY,
  },
  {
    name: 'Npgsql, wrong',
    pairs: url('Host=h;Username=u;Password=S3cr3t;Database=d;SSL Mode=Require;Trust Server Certificate=true'),
    verdicts: { Npgsql: 'none' },
    containers: ANY,
  },
  {
    name: 'Npgsql, right',
    pairs: url('Host=h;Username=u;Password=S3cr3t;Database=d;SSL Mode=VerifyFull;Root Certificate=ca.pem'),
    verdicts: { Npgsql: 'full' },
    containers: ANY,
  },
  { name: 'Redis, no TLS', pairs: url('redis://default:S3cr3t@h:1'), verdicts: { Every: 'plain' }, containers: ANY },
  {
    name: 'libpq variables, right',
    pairs: [
      ['PGHOST', 'h'],
      ['PGSSLMODE', 'verify-full'],
      ['PGSSLROOTCERT', 'ca.pem'],
    ],
    verdicts: { libpq: 'full' },
    containers: VARIABLES,
  },
  {
    name: 'libpq variables, wrong',
    pairs: [
      ['PGHOST', 'h'],
      ['PGSSLMODE', 'require'],
    ],
    verdicts: { libpq: 'none' },
    containers: VARIABLES,
  },
  {
    name: 'NODE_TLS_REJECT_UNAUTHORIZED',
    pairs: [['NODE_TLS_REJECT_UNAUTHORIZED', '0']],
    verdicts: { 'The client': 'none', 'Node.js': 'none' },
    containers: VARIABLES,
  },
]

/** A language says which client it is: in the other's code the same settings come to something else. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  go: { librdkafka: 'fails' },
  java: { Java: 'public' },
}

const OPEN = new Set(['unknown', 'depends'])
const ROWS = SETTINGS.flatMap(({ name, pairs, verdicts, containers }) =>
  Object.entries(containers).map(([container, render]) => ({
    name,
    container,
    render,
    pairs,
    verdicts: { ...(/^(?:Java|librdkafka)/.test(name) ? ELSEWHERE[container] : {}), ...verdicts },
    isElsewhere: /^(?:Java|librdkafka)/.test(name) && Object.hasOwn(ELSEWHERE, container),
  })),
)

/** The corrected lines of a file of properties, as pairs. */
const correctedPairs = async (pairs: Pairs): Promise<Pairs | undefined> => {
  const [found] = await findConnections(CONTAINERS['properties']?.(pairs) ?? '')
  return found?.corrected?.split('\n').map((line) => {
    const [name = '', ...value] = line.split('=')
    return [name, value.join('=')] as const
  })
}

const judge = async ({ name, container, render, pairs, verdicts, isElsewhere }: (typeof ROWS)[number]) => {
  const found = await findConnections(render(pairs))
  const said = found.flatMap(({ drivers }) => drivers.map(({ driver, verifies }) => ({ driver, verifies })))
  const isRight = ({ driver, verifies }: (typeof said)[number]) =>
    Object.entries(verdicts).some(([start, wanted]) => driver.startsWith(start) && verifies === wanted)
  const wrong = said.filter((one) => !OPEN.has(one.verifies) && !isRight(one))
  const corrected = found.flatMap((one) => one.corrected ?? [])
  const expected = await correctedPairs(pairs)
  return {
    where: `${name} as ${container}`,
    wrong: wrong.map(({ driver, verifies }) => `${driver}: ${verifies}`),
    result: wrong.length > 0 ? 'wrong' : said.some((one) => isRight(one)) ? 'right' : 'not known',
    corrected,
    isElsewhere,
    expected: expected && render(expected),
  }
}

describe(`${String(SETTINGS.length)} sets of settings in ${String(Object.keys(ANY).length)} containers`, async () => {
  const judged = await Promise.all(ROWS.map((row) => judge(row)))

  it('come to one verdict wherever they stand, or to none', () => {
    expect(judged.filter(({ result }) => result === 'wrong')).toEqual([])
    expect(judged.filter(({ result }) => result === 'not known').length).toBeLessThanOrEqual(judged.length / 20)
  })

  it('are corrected as the container writes them, or not at all', () => {
    const own = judged.filter(({ isElsewhere }) => !isElsewhere)
    const given = own.filter(({ corrected }) => corrected.length > 0)
    expect(given.filter(({ corrected, expected }) => corrected.length > 1 || corrected[0] !== expected)).toEqual([])
    expect(given.length).toBeGreaterThan(own.filter(({ expected }) => expected !== undefined).length * 0.8)
  })
})
