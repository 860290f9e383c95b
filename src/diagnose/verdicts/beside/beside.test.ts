/** What stands beside one connection of a file says nothing of another one, in every layout. */
import { expect, it } from 'vitest'

import { findConnections } from '../../connections.ts'

const said = async (text: string) =>
  (await findConnections(text)).map(({ drivers, corrected }) => [
    drivers.map(({ verifies }) => verifies).join(),
    corrected !== undefined,
  ])

type Entry = readonly [path: string, value: string]
const nested = (entries: readonly Entry[]) => {
  const root: Record<string, unknown> = {}
  for (const [path, value] of entries) {
    const names = path.split('.')
    let at = root
    for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>
    at[names.at(-1) ?? ''] = value
  }
  return root
}
const yamlOf = (map: Record<string, unknown>, indent = ''): string =>
  Object.entries(map)
    .map(([name, value]) =>
      typeof value === 'string'
        ? `${indent}${name}: ${value}\n`
        : `${indent}${name}:\n${yamlOf(value as Record<string, unknown>, `${indent}  `)}`,
    )
    .join('')
const LAYOUTS: Readonly<Record<string, (entries: readonly Entry[]) => string>> = {
  properties: (entries) => entries.map(([path, value]) => `${path}=${value}\n`).join(''),
  yaml: (entries) => yamlOf(nested(entries)),
  json: (entries) => JSON.stringify(nested(entries), undefined, 2),
}
const VERIFIES: readonly Entry[] = [
  ['sslmode', 'verify-full'],
  ['sslrootcert', 'ca.pem'],
]
const PARENTS = ['', 'properties.', 'hikari.data-source-properties.']

const rows = Object.keys(LAYOUTS).flatMap((layout) => PARENTS.map((parent) => [layout, parent] as const))

it.each(rows)('%s: %ssslmode of one of two connections', async (layout, parent) => {
  const write = LAYOUTS[layout] ?? String
  const url = (name: string): Entry => [`app.${name}.url`, `jdbc:postgresql://${name}:1/d`]
  const own = VERIFIES.map(([name, value]): Entry => [`app.replica.${parent}${name}`, value])
  expect(await said(write([url('primary'), url('replica'), ...own]))).toEqual([
    ['none', true],
    ['full', false],
  ])
  // Whose it is where no connection stands beside it, nobody knows; an `ssl` is mostly another client's.
  const other = VERIFIES.map(([name, value]): Entry => [`app.other.${parent}${name}`, value])
  expect((await said(write([url('primary'), ...other])))[0]?.[0]).toBe('depends')
  expect((await said(write([url('primary'), [`app.other.${parent}ssl`, 'true']])))[0]).toEqual(['none', true])
})

it.each([
  ['', 'none'],
  ['p.setProperty("sslmode", "verify-full"); p.setProperty("sslrootcert", "ca.pem");', 'full'],
  ['q.setProperty("sslmode", "verify-full"); q.setProperty("sslrootcert", "ca.pem");', 'depends'],
  ['q.put("ssl", "true");', 'depends'],
])('Java, with %s', async (set, one) => {
  const call = (port: string) => `c = DriverManager.getConnection("jdbc:postgresql://h:${port}/d", p);\n`
  const verdicts = async (text: string) => (await said(text)).map(([verifies]) => verifies)
  expect(await verdicts(`${set}\n${call('1')}`)).toEqual([one])
  // A URL in a variable: which call it goes into isn't looked for.
  const apart = `String url = "jdbc:postgresql://h:1/d";\n${set}\nc = DriverManager.getConnection(url, p);\n`
  expect((await verdicts(apart))[0]).toBe(set === '' ? 'none' : 'depends')
  const both = set === '' ? 'none' : 'depends'
  expect(await verdicts(`${set}\n${call('1')}${call('2')}`)).toEqual([both, both])
})
