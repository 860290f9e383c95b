/** `{ name = "PGSSLMODE", value = "require" }`: variables of containers, as Terraform, Pulumi and the CDK list them. */
import type { Group, Setting } from '../document.ts'

const VARIABLE = /^[A-Z][A-Z0-9_]{2,}$/
const NAME = /(?:^|\.)name$/

/** Names and values that stand next to each other, in their order. */
const pairsOf = ({ settings }: Group): Setting[] =>
  settings.flatMap(({ name, literal, entry }, at) => {
    const value = settings[at + 1]
    if (
      !NAME.test(name) ||
      !VARIABLE.test(literal.value) ||
      value?.name !== name.replace(NAME, (end) => end.replace('name', 'value'))
    )
      return []
    return [
      {
        name: literal.value,
        literal: value.literal,
        nameRange: undefined,
        entry: { start: entry.start, end: value.entry.end },
      },
    ]
  })

/** The variables that groups list like that: a name that comes again is the next container's. */
export const namedValuesOf = (groups: readonly Group[]): Group[] => {
  const lists: Setting[][] = []
  const all = groups.flatMap((group) => pairsOf(group)).toSorted((one, other) => one.entry.start - other.entry.start)
  for (const setting of all)
    if (lists.at(-1)?.every(({ name }) => name !== setting.name) === true) lists.at(-1)?.push(setting)
    else lists.push([setting])
  return lists.map((settings): Group => {
    const start = settings[0]?.entry.start ?? 0
    return {
      holder: '',
      settings,
      positional: [],
      separator: 'line',
      range: { start, end: settings.at(-1)?.entry.end ?? start },
    }
  })
}
