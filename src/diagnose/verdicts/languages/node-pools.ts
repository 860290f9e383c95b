/** Pools and connections that Node.js's clients of PostgreSQL and MySQL make of options without a connection string. */
import type { Place } from '../place.ts'
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { isMariadbNode, MARIADB_NODE } from '../mysql/mariadb-node.ts'
import { isOtherMysql, MYSQL } from '../mysql/mysql.ts'
import { optionsInPlace, postgresJs } from '../postgresql/postgres-js.ts'
import { PG } from '../postgresql/postgresql.ts'
import { verdictOf, type DriverVerdict, type Judged } from '../verdict.ts'
import { nodeTls } from './node-tls.ts'

/** The name of a package of npm, without what Deno writes around it. */
const bareName = (name: string): string =>
  name.replace(/^(?:npm:|https:\/\/esm\.sh\/)/, '').replace(/(?<=[^/])@[\d^~].*$/, '')

/** Whether code that says where its clients come from names such a package; code that doesn't say may use it. */
const mayUse = ({ words, literals }: ParsedDocument, name: RegExp): boolean =>
  !/\b(?:import|require)\b/.test(words) || literals.some(({ literal }) => name.test(bareName(literal.value)))

const MYSQL_PACKAGE = /^(?:mysql2?|mariadb)(?:$|\/)|^drizzle-orm\/mysql2$/
const PG_PACKAGE = /^pg(?:$|[-/])|^@fastify\/postgres$|adapter-pg$|^drizzle-orm\/node-postgres$|\/db-postgres$/

const URI = /^postgres(?:ql)?:/
const SCHEME = /^[a-z][\w+.-]*:\/\//i

const NODE_RUNS: Readonly<Record<string, string | undefined>> = {
  'none ': 'node-postgres-reject-unauthorized',
  'none ca': 'node-postgres-reject-unauthorized-ca',
  'public true': 'node-postgres-ssl-true',
}

/** Libraries that hand their options to node-postgres, by the package that the code imports. */
const BY_PACKAGE: readonly (readonly [name: RegExp, holder: RegExp])[] = [
  [/^pg-promise$/, /^[a-z]\w*$/],
  [/^pg-boss$/, /^new (?:\w+\.)?PgBoss$/],
  [/^@fastify\/postgres$/, /(?:^|\.)register$/],
]
const isOfPackage = ({ literals }: ParsedDocument, { holder, settings }: Group): boolean =>
  settings.some(({ name }) => /^(?:host|connectionString)$/.test(name)) &&
  BY_PACKAGE.some(([name, call]) => call.test(holder) && literals.some(({ literal }) => name.test(literal.value)))

/** A string that the text doesn't show: node-postgres takes TLS from there where it says anything of it. */
const BY_STRING: Judged = [
  'depends',
  'A connection string with sslmode, like Aiven’s, replaces ssl. Remove sslmode from it: then ssl: { ca } verifies the CA and the host name.',
]

/** `new Pool({ ssl: … })`, `postgres({ ssl: … })` without a string. */
export const judgeNodeSsl = (
  text: string,
  document: ParsedDocument,
  place: Place,
  group: Group,
): readonly DriverVerdict[] => {
  const { language, words, holder } = place
  if (language === 'javascript' && holder === 'postgres' && !group.positional.some(({ value }) => URI.test(value))) {
    const options = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
    return options.has('host') || options.has('ssl')
      ? [verdictOf(PG.postgresJs, postgresJs(new Map(optionsInPlace(options))))]
      : []
  }
  const isOwn = /^new (?:pg\.)?(?:Pool|Client|PrismaPg)$|createPool|createConnection/.test(holder)
  if (language !== 'javascript' || !(isOwn || isOfPackage(document, group))) return []
  if (/^(?:net|tls|https?|amqp\w*|mongoose)\./.test(holder)) return []
  const isMysql = /createPool|createConnection/.test(holder)
  if (!mayUse(document, isMysql ? MYSQL_PACKAGE : PG_PACKAGE)) return []
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  // `node` and its like are other clients' addresses: of OpenSearch, Elasticsearch.
  if (['url', 'node', 'nodes', 'cloud'].some((name) => params.has(name))) return []
  const address = params.get(isMysql ? 'uri' : 'connectionstring')
  // A string in the text is judged as one.
  if (address !== undefined && (SCHEME.test(address) || !params.has('ssl'))) return []
  if (!isMysql && !params.has('host') && !params.has('ssl')) return []
  if (isMysql) {
    // What it is called with is judged as a string.
    if (group.positional.some(({ value }) => /^(?:mysql|mariadb):/.test(value))) return []
    const client = isMariadbNode(document) ? MARIADB_NODE : isOtherMysql(document) ? MYSQL.other : MYSQL.mysql2
    return [verdictByCaFile(client, client.judge(params), params)]
  }
  if (isOwn && !/\bpg\b|Pool|Client|PrismaPg/.test(`${words} ${holder}`)) return []
  const [verifies, because] = nodeTls(params, 'ssl') ?? ['plain', 'Without ssl, node-postgres doesn’t use TLS.']
  const isByString =
    address !== undefined || /[{,]\s*connectionString\s*[,}]/.test(text.slice(group.range.start, group.range.end))
  // Turned off, it is a switch, wherever the address comes from.
  if (isByString) return verifies === 'none' ? [] : [verdictOf(PG.node, BY_STRING)]
  const set = verifies === 'public' ? params.get('ssl') : params.has('ssl.ca') ? 'ca' : ''
  return [verdictByCaFile(PG.node, [verifies, because, NODE_RUNS[`${verifies} ${set ?? ''}`]], params)]
}
