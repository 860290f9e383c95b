/** PHP's clients of MySQL: PDO's options, and the calls of mysqli. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { OPEN } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { truth, type Client, type Judged, type Params } from '../verdict.ts'

export const pdo = (params: Params): Judged => {
  const verify = params.get('mysql_attr_ssl_verify_server_cert')
  if (verify !== undefined && truth(verify) === false)
    return ['none', 'MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false turns verification off.', 'php-pdo-mysql-dont-verify']
  if (/\b(?:get)?env\s*\(|\$_(?:ENV|SERVER)\b/.test(params.get('mysql_attr_ssl_ca') ?? ''))
    return ['depends', 'The text doesn’t show the value of MYSQL_ATTR_SSL_CA: if it’s empty, PHP logs in without TLS.']
  if (truth(params.get('mysql_attr_ssl_ca')) === true)
    return ['fails', 'MYSQL_ATTR_SSL_CA takes the name of a file: with true, PHP finds none and doesn’t connect.']
  if (params.has('mysql_attr_ssl_ca')) return ['full', 'With MYSQL_ATTR_SSL_CA in the options it verifies the server.']
  if (params.has('mysql_attr_ssl_capath'))
    return [
      'depends',
      'It trusts the CAs in the folder of MYSQL_ATTR_SSL_CAPATH, if they have the names that OpenSSL looks for.',
    ]
  if (['cipher', 'key', 'cert'].some((name) => params.has(`mysql_attr_ssl_${name}`)))
    return [
      'public',
      'Without MYSQL_ATTR_SSL_CA it trusts only the system’s CAs: servers signed by the project CA are rejected.',
    ]
  if ([...params.keys()].some((name) => /^1\d{3}$/.test(name)))
    return ['depends', 'Which options the numbers stand for depends on how PHP was built. Write their names instead.']
  return ['sslmode', 'sslrootcert', 'ssl_ca'].some((name) => params.has(name))
    ? [
        'plain',
        'These are PostgreSQL settings: in a mysql: DSN they mean nothing, and PHP logs in without TLS.',
        'php-pdo-mysql-postgresql-keys',
      ]
    : ['plain', 'Without MYSQL_ATTR_SSL_CA in the options, PHP logs in without TLS.']
}

const MYSQLI: Client = { name: 'mysqli (PHP)', basis: 'run', source: 'PHP 8.2' }

interface Called {
  /** The connection, as the code names it. */
  readonly on: string
  readonly given: readonly string[]
}

/** A call as a method and as a function, whose first argument is the connection. */
const callOf = ({ holder, positional }: Group, name: string): Called | undefined => {
  const values = positional.map(({ value }) => value)
  if (holder.endsWith(`->${name}`)) return { on: holder.slice(0, -name.length - 2), given: values }
  return holder === `mysqli_${name}` ? { on: values[0] ?? '', given: values.slice(1) } : undefined
}

const FLAGS = /^(?:0|(?:\\?MYSQLI_CLIENT_\w+)(?:\s*\|\s*\\?MYSQLI_CLIENT_\w+)*)$/
const isNull = (value: string | undefined) => value === undefined || /^(?:null|)$/i.test(value)

/** @param set the arguments of ssl_set, if it's called: key, certificate, CA, folder, ciphers */
const judgeFlags = (flags: string, set: readonly string[] | undefined): Judged => {
  if (!FLAGS.test(flags)) return OPEN
  const has = (name: string) => new RegExp(String.raw`\bMYSQLI_CLIENT_${name}\b`).test(flags)
  const isSet = set?.some((value) => !isNull(value)) === true
  if (!isSet && !has('SSL')) return ['plain', 'Without ssl_set and MYSQLI_CLIENT_SSL, mysqli doesn’t use TLS.']
  if (has('SSL_DONT_VERIFY_SERVER_CERT'))
    return ['none', 'MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT accepts any server.', 'php-mysqli-dont-verify']
  if (!isSet) return ['none', 'MYSQLI_CLIENT_SSL without ssl_set accepts any server. Name ca.pem with ssl_set.']
  const ca = set[2]
  return isNull(ca) || ca === undefined || /getenv|\$_(?:ENV|SERVER)\b/.test(ca)
    ? OPEN
    : ['full', 'With a CA file in ssl_set it verifies the server.']
}

/** What `real_connect` of mysqli comes to; undefined for any other group. */
export const judgeMysqli = ({ language, groups, words }: ParsedDocument, group: Group): Finding | undefined => {
  const connect = language === 'php' ? callOf(group, 'real_connect') : undefined
  const [host, , , , , , flags = '0'] = connect?.given ?? []
  if (!connect || host === undefined || host === 'localhost') return undefined
  const [set, ...others] = groups.map((one) => callOf(one, 'ssl_set')).filter((one) => one !== undefined)
  const isOpen =
    others.length > 0 ||
    (set && set.on !== connect.on) ||
    /\bMYSQLI_OPT_SSL_(?!VERIFY_SERVER_CERT\b)\w+|\bif \( [^{}]*\) \{ [^{}]*\bssl_set\b/.test(words) ||
    connect.given.some((value) => value.startsWith('...'))
  const ca = set?.given[2]
  return {
    what: 'MySQL settings',
    range: group.range,
    drivers: [
      verdictByCaFile(
        MYSQLI,
        isOpen ? OPEN : judgeFlags(flags, set?.given),
        new Map(ca === undefined || isNull(ca) ? [] : [['ca', ca]]),
      ),
    ],
    notes: [],
  }
}
