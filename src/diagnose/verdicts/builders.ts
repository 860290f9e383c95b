/** sqlx: options that are set by a call each, `.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("ca.pem")`. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import { verdictByCaFile } from './ca-file.ts'
import type { Finding } from './finding.ts'
import { MYSQL } from './mysql.ts'
import { PG } from './postgresql.ts'
import type { Params } from './verdict.ts'

/** `PgSslMode::VerifyFull` as `verify-full`; undefined for a value that stands elsewhere. */
const modeOf = (group: Group): string | undefined =>
  /^(?:\w+::)*(?:Pg|MySql)SslMode::(\w+)$/
    .exec(group.positional[0]?.value ?? '')?.[1]
    ?.replaceAll(/(?!^)(?=[A-Z])/g, '-')
    .toLowerCase()

const caOf = ({ words, groups }: ParsedDocument): string | undefined =>
  /\bssl_(?:root_cert|ca)(?:_from_pem)? \(/.test(words)
    ? (groups.find(({ holder }) => /^ssl_(?:root_cert|ca)$/.test(holder))?.positional[0]?.value ?? 'elsewhere')
    : undefined

/** What the builders of a text come to; nothing where it has several modes, or one that it doesn't show. */
export const judgeBuilders = (document: ParsedDocument): Finding[] => {
  const { language, words, groups } = document
  const [group, ...others] = groups.filter(({ holder }) => holder === 'ssl_mode')
  const isMysql = /\bMySqlConnectOptions\b/.test(words)
  const mode = group && modeOf(group)
  if (language !== 'rust' || !group || others.length > 0 || mode === undefined) return []
  if (isMysql === /\bPgConnectOptions\b/.test(words)) return []
  const ca = caOf(document)
  const params: Params = new Map([
    ['sslmode', mode],
    ...(ca === undefined ? [] : [['sslrootcert', ca] as const]),
    // An address that is read first may name a CA as well.
    ...(/\b(?:from_str|parse|from_url) \(/.test(words) ? [['address', ''] as const] : []),
  ])
  const client = isMysql ? MYSQL.sqlx : PG.sqlx
  return [
    {
      what: isMysql ? 'MySQL settings' : 'PostgreSQL settings',
      range: group.range,
      drivers: [verdictByCaFile(client, client.judge(params), params)],
      notes: [],
    },
  ]
}
