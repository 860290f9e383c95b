/** Variables of libpq's that a text sets: of code, those of the process that connects. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { once } from '../once.ts'

/** libpq takes from the environment what a string doesn't say. */
export const PG_VARIABLE = /(?:^|\.)PG(SSLMODE|SSLROOTCERT|REQUIRESSL)$/

/** The variables of the process itself, as code names them, and what adds to them. */
const PROCESS = /^(?:os\.)?environ$|^ENV$|^process\.env$|^Deno\.env$/
const ADDS = /\.(?:update|merge!?|replace)$/
/** `environ.update(name)`; `environ |= name`, where a map in place has no name. */
const ADDED = /\b(?:environ|ENV) (?:\. (?:update|merge ?!?|replace) \( (?:\* ?\* ?)?(?=\w)|\| ?= )(\w*)/g

const addedIn = once(({ words }: ParsedDocument) => new Set([...words.matchAll(ADDED)].map(([, name]) => name)))

/** Whether a map of code is the environment of its process: those of other programs have the same names. */
const isOfProcess = (document: ParsedDocument, { holder, separator, settings, positional }: Group): boolean =>
  separator === 'line'
    ? PROCESS.test(holder) || settings.some(({ name }) => name.startsWith('process.env.'))
    : (ADDS.test(holder) && PROCESS.test(holder.replace(ADDS, ''))) ||
      positional.some(({ value }) => PROCESS.test(value)) ||
      addedIn(document).has(holder)

/** A file has one environment, and may have a thousand strings. */
const environments = new WeakMap<ParsedDocument, [string, string][]>()

/** Names in lower case without PG, and values; of a name that comes twice, the last counts. */
export const environmentOf = (document: ParsedDocument): readonly [string, string][] => {
  const known = environments.get(document)
  if (known) return known
  const found = environmentGroups(document).flatMap(({ settings }) =>
    settings.flatMap(({ name, literal }): [string, string][] => {
      const variable = PG_VARIABLE.exec(name)?.[1]
      return variable === undefined ? [] : [[variable.toLowerCase(), literal.value]]
    }),
  )
  environments.set(document, found)
  return found
}

/** Whether the text leaves open what such a variable says. */
export const isEnvironmentOpen = (document: ParsedDocument): boolean =>
  document.container === 'code' &&
  environmentGroups(document).some(({ note, holder }) => note !== undefined || /(?:^|\.)patch\.dict$/.test(holder))

/** What sets such a variable. */
export const environmentGroups = once((document: ParsedDocument): Group[] =>
  document.groups.filter(
    (group) =>
      group.settings.some(({ name }) => PG_VARIABLE.test(name)) &&
      (document.container !== 'code' || isOfProcess(document, group)),
  ),
)
