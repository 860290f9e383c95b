/** Strapi, Directus and n8n: variables that become the options of node-postgres or mysql2, each with truth values of its own. */
import { FULL, OPEN } from '../common-words.ts'
import { standsElsewhere, type Judged, type Params } from '../verdict.ts'
import { MYSQL_KIND, PG_KIND } from './program-words.ts'

const PUBLIC = 'Without a CA it trusts only Node.js’s public CAs: servers signed by the project CA are rejected.'
const PATH: Judged = [
  'fails',
  'This variable takes the text of the certificate. With a path in it, Node.js trusts no CA at all and rejects every server.',
]

interface Options {
  readonly isMysql: boolean
  readonly isOn: boolean
  /** False where the program passes `rejectUnauthorized: false`. */
  readonly rejects: boolean
  /** The text of a CA, or nothing. */
  readonly ca?: string | undefined
  readonly caFile?: string | undefined
}

const byNode = ({ isMysql, isOn, rejects, ca = '', caFile = '' }: Options): Judged => {
  if (!isOn) return ['plain', 'Its setting for TLS isn’t on, so nothing is encrypted.']
  if (!rejects) return ['none', 'Rejecting unauthorized servers is turned off: any server is accepted.']
  if (ca !== '' && !ca.includes('BEGIN ')) return PATH
  if (ca === '' && caFile === '')
    return isMysql ? ['depends', `${PUBLIC} mysql2 doesn’t check the host name.`] : ['public', PUBLIC]
  return isMysql
    ? ['chain', 'mysql2 verifies against this CA, but checks the host name only with verifyIdentity.']
    : FULL
}

const isOpen = (...values: readonly (string | undefined)[]) =>
  values.some((value) => value !== undefined && standsElsewhere(value))

const kindOf = (kind: string | undefined): 'mysql' | 'pg' | undefined =>
  PG_KIND.test(kind ?? '') ? 'pg' : MYSQL_KIND.test(kind ?? '') ? 'mysql' : undefined

/** As its project is made: for its `env.bool`, only `true` is true, and a path of a CA is no CA. */
export const strapi = (own: Params): Judged | undefined => {
  const kind = kindOf(own.get('database_client'))
  if (!kind || own.has('database_url') || ![...own.keys()].some((name) => name.startsWith('database_ssl')))
    return undefined
  const [on, rejects, ca] = ['', '_reject_unauthorized', '_ca'].map((name) => own.get(`database_ssl${name}`))
  if (isOpen(on, rejects, ca)) return OPEN
  return byNode({
    isMysql: kind === 'mysql',
    isOn: on === 'true',
    rejects: (rejects ?? 'true') === 'true',
    ca,
  })
}

/** Of its values only `false` is false; a name that ends with `_FILE` reads the file. */
export const directus = (own: Params): Judged | undefined => {
  const kind = kindOf(own.get('db_client'))
  if (!kind || own.has('db_connection_string')) return undefined
  const isMap = [...own.keys()].some((name) => name.startsWith('db_ssl__'))
  const on = own.get('db_ssl')
  if (!isMap && on === undefined) return undefined
  const [rejects, ca, caFile] = ['reject_unauthorized', 'ca', 'ca_file'].map((name) => own.get(`db_ssl__${name}`))
  if (isOpen(on, rejects, ca)) return OPEN
  if (!isMap && kind === 'mysql' && on !== 'false')
    return ['fails', 'With MySQL, DB_SSL alone makes mysql2 throw an error. Write DB_SSL__CA_FILE.']
  return byNode({
    isMysql: kind === 'mysql',
    isOn: isMap || on !== 'false',
    rejects: rejects !== 'false',
    ca,
    caFile,
  })
}

/** What it reads as true and false; anything else leaves the default. */
const boolOf = (value: string | undefined, otherwise: boolean): boolean =>
  /^(?:true|1)$/i.test(value ?? '') || (!/^(?:false|0)$/i.test(value ?? '') && otherwise)

/** A CA, a certificate or `false` make the options; without them, `ENABLED` alone counts. */
export const n8n = (own: Params): Judged | undefined => {
  const of = (name: string) => own.get(`db_postgresdb_ssl_${name}`)
  const pem = (name: string) => of(name) || of(`${name}_file`)
  if (!own.has('db_postgresdb_host') || ![...own.keys()].some((name) => name.startsWith('db_postgresdb_ssl_')))
    return undefined
  const [on, unauthorized, ca] = [of('enabled'), of('reject_unauthorized'), of('ca')]
  if (isOpen(on, unauthorized, ca)) return OPEN
  const rejects = boolOf(unauthorized, true)
  const hasOptions = ['ca', 'cert', 'key'].some((name) => (pem(name) ?? '') !== '') || !rejects
  return byNode({ isMysql: false, isOn: hasOptions || boolOf(on, false), rejects, ca, caFile: of('ca_file') })
}
