/** Connections that code sets up with a call or an assignment each: .NET's builders, Java's data sources, R2DBC. */
import { lookup } from '../../../lib/lookup.ts'
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { OPEN } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { PG } from '../postgresql/postgresql.ts'
import type { Client, Judged, Params } from '../verdict.ts'

const last = (name: string) => name.split(/[.:]+/).at(-1) ?? name

/** Values of an enum by their last word; a variable in their place is none. */
const ENUM = /^(?:\w+\.)*(?:SslMode|MySqlSslMode|SSLMode)\.\w+$/

const finding = (what: string, range: Finding['range'], client: Client, judged: Judged, params: Params): Finding => ({
  what,
  range,
  drivers: [verdictByCaFile(client, judged, params)],
  notes: [],
})

/** NpgsqlConnectionStringBuilder, MySqlConnectionStringBuilder: as a map, and as assignments. */
export const judgeDotnetBuilder = ({ language, words }: ParsedDocument, group: Group): Finding | undefined => {
  const type = /\b(Npgsql|MySql)ConnectionStringBuilder\b/.exec(words)?.[1]
  if (language !== 'csharp' || type === undefined || /ConnectionStringBuilder \( [^)]/.test(words)) return undefined
  const named = group.settings.map(({ name, literal }) => ({ name: last(name).toLowerCase(), value: literal.value }))
  const has = (...names: string[]) => named.some(({ name }) => names.includes(name))
  const count = (words.match(/ConnectionStringBuilder\b(?! \.)/g) ?? []).length
  if (!has('sslmode') || !has('host', 'server', 'password', 'username', 'userid') || has('connectionstring'))
    return undefined
  const mode = named.findLast(({ name }) => name === 'sslmode')?.value ?? ''
  const params = new Map(named.map(({ name, value }) => [name, name === 'sslmode' ? last(value) : value]))
  const client = type === 'Npgsql' ? PG.npgsql : MYSQL.dotnet
  const isOpen =
    !ENUM.test(mode) || /\bif \(/.test(words) || count > 2 || /\w*CertificateValidationCallback\b/.test(words)
  return finding(
    `${type === 'Npgsql' ? 'PostgreSQL' : 'MySQL'} settings`,
    group.range,
    client,
    isOpen ? OPEN : client.judge(params),
    params,
  )
}

const JAVA_CALLS: Readonly<Record<string, string>> = {
  sslmode: 'sslmode',
  setsslmode: 'sslmode',
  sslrootcert: 'sslrootcert',
  setsslrootcert: 'sslrootcert',
  setssl: 'ssl',
  setsslfactory: 'sslfactory',
}

/** PGSimpleDataSource and its kin; the builder of R2DBC. One of them in a text, and no more: calls tell no object. */
export const judgeJavaSetters = (document: ParsedDocument): Finding[] => {
  const { language, words, groups } = document
  if (language !== 'java' && language !== 'kotlin') return []
  const isSource = /\bPG(?:Simple|Pooling|ConnectionPool|XA)\w*DataSource\b/.test(words)
  const builders = (words.match(/\bPostgresqlConnectionConfiguration \. builder\b/g) ?? []).length
  const sources = (words.match(/\bnew PG\w*DataSource\b|= PG\w*DataSource \(/g) ?? []).length
  if ((isSource ? sources : builders) !== 1 || (isSource && builders > 0)) return []
  const called = groups.flatMap((group): { name: string; value: string; isText: boolean; group: Group }[] => {
    const name = lookup(JAVA_CALLS, last(group.holder).toLowerCase())
    const [only, ...others] = group.positional
    if (name === undefined || !only || others.length > 0) return []
    return [{ name, value: only.value, isText: only.range.end - only.range.start > only.value.length, group }]
  })
  const [first] = called
  // Addresses have settings of their own.
  if (!first || document.literals.some(({ literal }) => /^(?:jdbc|r2dbc):/.test(literal.value))) return []
  const modes = called.filter(({ name }) => name === 'sslmode')
  const [mode] = modes
  const client = isSource ? PG.jdbc : PG.r2dbc
  const isShown = mode === undefined || (isSource ? mode.isText : ENUM.test(mode.value))
  const params = new Map(
    called.map(({ name, value }) => [
      name,
      name === 'sslmode' ? last(value).toLowerCase().replaceAll('_', '-') : value,
    ]),
  )
  const isOpen = !isShown || modes.length > 1 || /\bif \(|\. set(?:Url|URL) \(/.test(words)
  return [finding('PostgreSQL settings', first.group.range, client, isOpen ? OPEN : client.judge(params), params)]
}
