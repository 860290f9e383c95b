/** sqlx: options that are set by a call each, `.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("ca.pem")`. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { overlaps, type Range } from '../../../lib/ranges.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { once } from '../once.ts'
import { judgeJavaSetters } from './own-setters.ts'
import { PG } from '../postgresql/postgresql.ts'
import type { Judged, Params } from '../verdict.ts'

/** `PgSslMode::VerifyFull` as `verify-full`; undefined for a value that stands elsewhere. */
const modeOf = (group: Group): string | undefined =>
  /^(?:\w+::)*(?:Pg|MySql)SslMode::(\w+)$/
    .exec(group.positional[0]?.value ?? '')?.[1]
    ?.replaceAll(/(?!^)(?=[A-Z])/g, '-')
    .toLowerCase()

const modesIn = once(({ language, groups }: ParsedDocument) =>
  language === 'rust' ? groups.filter(({ holder }) => holder === 'ssl_mode') : [],
)

const ENDS = [';', '{', '}']

/** The statement around a place. */
const statementOf = (text: string, { start, end }: Range): Range => ({
  start: Math.max(...ENDS.map((sign) => text.lastIndexOf(sign, start))),
  end: Math.min(...ENDS.map((sign) => text.indexOf(sign, end)).map((at) => (at === -1 ? text.length : at))),
})

const OPEN: Judged = ['depends', 'The text doesn’t show which of its settings apply to this connection.']

/** The CA of the same statement; `false` where another one has a CA. */
const caOf = ({ words, groups }: ParsedDocument, statement: Range): string | undefined | false => {
  if (!/\bssl_(?:root_cert|ca)(?:_from_pem)? \(/.test(words)) return undefined
  const own = groups.find(
    ({ holder, range }) => /^ssl_(?:root_cert|ca)(?:_from_pem)?$/.test(holder) && overlaps(range, statement),
  )
  return own !== undefined && (own.positional[0]?.value ?? 'elsewhere')
}

const judgeSqlx = (text: string, document: ParsedDocument): Finding[] => {
  const { words } = document
  const [group, ...others] = modesIn(document)
  const isMysql = /\bMySqlConnectOptions\b/.test(words)
  const mode = group && modeOf(group)
  if (!group || others.length > 0 || mode === undefined) return []
  if (isMysql === /\bPgConnectOptions\b/.test(words)) return []
  const ca = caOf(document, statementOf(text, group.range))
  const params: Params = new Map([
    ['sslmode', isMysql ? mode.replaceAll('-', '_') : mode],
    ...(ca === undefined || ca === false ? [] : [['sslrootcert', ca] as const]),
    // An address that is read first may name a CA as well.
    ...(/\b(?:from_str|parse|from_url) \(/.test(words) ? [['address', ''] as const] : []),
  ])
  const client = isMysql ? MYSQL.sqlx : PG.sqlx
  const judged = client.judge(params)
  const isOpen =
    /\b(?:if|else|match)\b/.test(words) ||
    (words.match(/ConnectOptions ::/g) ?? []).length > 1 ||
    (ca === false && judged[0] === 'public')
  return [
    {
      what: isMysql ? 'MySQL settings' : 'PostgreSQL settings',
      range: group.range,
      drivers: [verdictByCaFile(client, isOpen ? OPEN : judged, params)],
      notes: [],
    },
  ]
}

/** What the builders and setters of a text come to; nothing where it has several modes, or one that it doesn't show. */
export const judgeSqlxOptions = (text: string, document: ParsedDocument): Finding[] => [
  ...judgeSqlx(text, document),
  ...judgeJavaSetters(document),
]

/**
 * What an address says beside builders: nothing in their own statement, where they count before it; in another one nobody
 * knows, unless it is connected to as it is.
 */
export const besideSqlxOptions = (
  text: string,
  builders: readonly Finding[],
): ((place: StringPlace, judged: Finding) => Finding | undefined) => {
  const statements = builders.map(({ range }) => statementOf(text, range))
  return ({ document, literal, group }, judged) => {
    if (modesIn(document).length === 0 || !judged.drivers.some(({ driver }) => driver === PG.sqlx.name)) return judged
    const [service = ''] = judged.what.split(' ')
    const isOther = builders.length > 0 && builders.every(({ what }) => !what.startsWith(service))
    if (isOther || /(?:^|\W)connect(?:_lazy)?$/.test(group?.holder ?? '')) return judged
    if (statements.some((statement) => overlaps(statement, literal.range))) return undefined
    const [verifies, because] = OPEN
    return {
      ...judged,
      drivers: judged.drivers.map((driver) => ({ ...driver, verifies, because, seen: undefined })),
      edits: undefined,
    }
  }
}
