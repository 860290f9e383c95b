/** What connection strings of every service share: what they are called, how they are written anew. */
import type { ConnectionString } from '../settings/connection-string.ts'
import type { StringPlace } from './finding.ts'
import type { Edit } from '../documents/document.ts'
import type { Judged } from './verdict.ts'

/** What a format fills in by its place: `%s`, `%[2]d`, `{}`, `{0}`. */
const PLACEHOLDER = /%(?:\[\d+\]|\d+\$)?[-+#0]*\d*[a-z]|\{\d*\}/gi

/** None that takes out a placeholder: its argument would go to the next one. */
export const editOf = ({ literal }: StringPlace, next: string): Edit[] | undefined => {
  if (literal.value.match(PLACEHOLDER)?.join() !== next.match(PLACEHOLDER)?.join()) return undefined
  const text = literal.encode(next)
  return text === undefined ? undefined : [{ range: literal.range, text }]
}

/** What each kind is called. */
export const STRING_NAMES: Readonly<Record<ConnectionString['kind'], string>> = {
  uri: 'connection string',
  keywords: 'connection parameters',
  pdo: 'PDO data source',
  dbi: 'DBI data source',
  dsn: 'data source name',
  dotnet: '.NET connection string',
}

/** Settings that may be this string's, or another's. */
export const WHOSE: Judged = [
  'depends',
  'There are settings elsewhere in the text or the code: it’s not known whether they apply to this connection.',
]
