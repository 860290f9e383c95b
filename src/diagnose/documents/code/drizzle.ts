/** Drizzle's `drizzle({ connection })` hands its options to the client of the package that it's imported from. */
import type { Structure } from './structure.ts'

/** By the package, the call that it makes. */
const CALLS: Readonly<Record<string, string | undefined>> = {
  'drizzle-orm/node-postgres': 'new Pool',
  'drizzle-orm/postgres-js': 'postgres',
  'drizzle-orm/mysql2': 'createPool',
}
const CONNECTION = /^connection(?:$|\.)/

/** Makes Drizzle's own calls those that they make: the groups themselves, which strings name. */
export const handDrizzleOver = ({ groups, literals }: Structure): void => {
  const calls = literals.flatMap(({ literal }) => CALLS[literal.value] ?? [])
  const [call] = calls
  // With two of them imported, nothing tells which is called.
  if (call === undefined || calls.length > 1) return
  for (const group of groups.filter(({ holder }) => holder === 'drizzle')) {
    group.holder = call
    const own = group.settings.filter(({ name }) => CONNECTION.test(name))
    if (own.length > 0)
      group.settings = own.flatMap((setting) =>
        setting.name === 'connection'
          ? setting.literal.value.startsWith('{')
            ? []
            : [{ ...setting, name: 'connectionString' }]
          : [{ ...setting, name: setting.name.slice('connection.'.length) }],
      )
  }
}
