/** Calls that hand their options to a client: Drizzle's to that of the package it's imported from, Payload's to node-postgres. */
import { lookup } from '../../../lib/lookup.ts'
import type { Structure } from './structure.ts'

/** By the package, the call that Drizzle makes. */
const DRIZZLE: Readonly<Record<string, string>> = {
  'drizzle-orm/node-postgres': 'new Pool',
  'drizzle-orm/postgres-js': 'postgres',
  'drizzle-orm/mysql2': 'createPool',
}

type Group = Structure['groups'][number]

/** Makes of a group the call that it makes, with what stands in its map. */
const become = (group: Group, call: string, map: string): void => {
  group.holder = call
  const own = group.settings.filter(({ name }) => name === map || name.startsWith(`${map}.`))
  if (own.length > 0)
    group.settings = own.flatMap((setting) =>
      setting.name === map
        ? setting.literal.value.startsWith('{')
          ? []
          : [{ ...setting, name: 'connectionString' }]
        : [{ ...setting, name: setting.name.slice(map.length + 1) }],
    )
}

/** Makes such calls those that they make: the groups themselves, which strings name. */
export const handOver = ({ groups, literals }: Structure): void => {
  for (const group of groups.filter(({ holder }) => holder === 'postgresAdapter')) become(group, 'new Pool', 'pool')
  const [call, ...others] = literals.flatMap(({ literal }) => lookup(DRIZZLE, literal.value) ?? [])
  // With two of them imported, nothing tells which is called.
  if (call === undefined || others.length > 0) return
  for (const group of groups.filter(({ holder }) => holder === 'drizzle')) become(group, call, 'connection')
}
