import { describe, expect, it } from 'vitest'

import { findConnections } from '../connections.ts'
import { clientsOf } from '../messages/clients.ts'

const ADDRESS = 'postgres://app@h.example.com:1/d?sslmode=require'
const NAMED: Readonly<Record<string, string>> = {
  asyncpg: 'asyncpg',
  psycopg2: 'psycopg',
  'node-postgres': 'node-postgres',
  'lib/pq': 'Go lib/pq',
  pgx: 'pgx',
}
const driversOf = async (text: string) =>
  (await findConnections(text)).flatMap(({ drivers }) => drivers.map(({ driver }) => driver))

describe.each(Object.entries(NAMED))('%s', (name, client) => {
  it.each([
    `We use ${name} with this:\n${ADDRESS}`,
    `We don't use JDBC but ${name}:\n${ADDRESS}`,
    `Wir benutzen nicht JDBC, sondern ${name}:\n${ADDRESS}`,
    `# this is for ${name}\nDATABASE_URL=${ADDRESS}\n`,
    `${ADDRESS}\n\nWe moved from DBeaver to ${name} last week.`,
  ])('is the client that is told: %s', async (text) => {
    const [driver = '', ...others] = await driversOf(text)
    expect(others).toEqual([])
    expect(driver.startsWith(client)).toBe(true)
  })

  it.each([
    `We don't use ${name}, this is something else:\n${ADDRESS}`,
    `Why does it fail without ${name}?\n${ADDRESS}`,
    `This is not ${name} or JDBC, it is our own client:\n${ADDRESS}`,
  ])('is none that is told: %s', async (text) => {
    const drivers = await driversOf(text)
    expect(drivers.length).toBeGreaterThan(1)
    expect(drivers).not.toContain(client)
  })
})

it('takes several that are named, and what names one alone from the code', async () => {
  expect(await driversOf(`It works with psycopg2 and fails with asyncpg:\n${ADDRESS}`)).toHaveLength(2)
  expect(await driversOf(`We use asyncpg elsewhere, here it is psql:\npsql "${ADDRESS}"`)).toEqual(['psql'])
})

it.each([
  ['prisma', 'We use Prisma for this', 'We don’t use Prisma for this'],
  ['pgadmin', 'We see it in pgAdmin as well', 'This is not pgAdmin'],
  ['kafka-ui', 'We see it in kafka-ui as well', 'image: provectuslabs/kafka-ui'],
])('leads to no guide of a client that is excluded: %s', (guide, uses, excludes) => {
  const message = 'Error: self-signed certificate in certificate chain'
  expect(clientsOf(`${uses}\n${message}`)).toContain(guide)
  expect(clientsOf(`${excludes}\n${message}`)).not.toContain(guide)
})
