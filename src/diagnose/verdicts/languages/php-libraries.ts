/** Frameworks of PHP, whose maps become options of PDO, mysqli and streams. */
import { FULL, LOCAL_HOST, OPEN } from '../common-words.ts'
import { pdo } from '../mysql/mysql-php.ts'
import { documentedClient, isNeither, readClient, truth, type Judged, type Params } from '../verdict.ts'
import { MYSQL_SETTINGS, REDIS } from './library.ts'
import type { Library, Own } from './library.ts'

const ENVIRONMENT = /\benv\b|getenv|\$/
const isTls = (value: string | undefined) => /^(?:tls|rediss|ssl)(?::\/\/|$)/.test(value ?? '')

/** What PHP's streams make of their options for TLS. */
const byStream = (params: Params, path: string): Judged => {
  const of = (name: string) => params.get(`${path}.${name}`)
  const [peer, name, ca] = [of('verify_peer'), of('verify_peer_name'), of('cafile')]
  const whole = params.get(path)
  if (whole !== undefined && !/^(?:\[|array\b)/.test(whole)) return OPEN
  if (isNeither(peer) || isNeither(name)) return OPEN
  if (truth(peer) === false) return ['none', 'verify_peer => false accepts any server.']
  if (truth(name) === false) return ['chain', 'verify_peer_name => false accepts any server signed by the same CA.']
  if (of('peer_name') !== undefined || of('capath') !== undefined || ENVIRONMENT.test(ca ?? '')) return OPEN
  return ca === undefined
    ? ['public', 'Without cafile it trusts only the system’s CAs: servers signed by the project CA are rejected.']
    : FULL
}

/** A connection of Laravel's `config/database.php`: phpredis takes `context`, Predis `ssl`. */
const laravelRedis = ({ params, group }: Own): Judged | undefined => {
  const [scheme, host, url] = [params.get('scheme'), params.get('host'), params.get('url')]
  const [hasStream, hasSsl] = [params.has('context'), params.has('ssl')]
  const says = [scheme, host, url].some((value) => isTls(value))
  if (!says && !hasStream && !hasSsl) return undefined
  const client = group.settings.find(({ name }) => /(?:^|\.)client$/.test(name))?.literal.value ?? ''
  const isRead = hasSsl ? /^(?:predis)?$/.test(client) : client !== 'predis'
  if (!says || (hasStream && hasSsl) || ((hasStream || hasSsl) && !isRead)) return OPEN
  if (hasSsl) return byStream(params, 'ssl')
  const context = params.get('context')
  if (context !== undefined && !/^(?:\[|array\b)/.test(context)) return OPEN
  if (context !== undefined && !params.has('context.stream')) return OPEN
  return byStream(params, 'context.stream')
}

/** Its `encrypt` becomes mysqli's ssl_set(), and `ssl_verify` a flag. */
const codeigniter = ({ params, document, group, of }: Own): Judged | undefined => {
  const encrypt = of('encrypt')
  if (encrypt === undefined) return undefined
  if (truth(encrypt.value) === false) return ['plain', 'Without a map in encrypt, nothing is encrypted.']
  // `array(…)` is a call as far as its signs go.
  const inner = document.groups
    .filter(
      ({ range }) => encrypt.range.start <= range.start && range.end <= encrypt.range.end && range !== group.range,
    )
    .flatMap(({ settings }) => settings.map(({ name, literal }) => [`encrypt.${name}`, literal.value] as const))
  const all: Params = new Map([...inner, ...params])
  const get = (name: string) => all.get(`encrypt.${name}`)
  if (!/^(?:\[|array\b)/.test(encrypt.value) || isNeither(get('ssl_verify'))) return OPEN
  if (truth(get('ssl_verify')) === false) return ['none', 'ssl_verify => false accepts any server.']
  const ca = get('ssl_ca')
  if (ca !== undefined) return ENVIRONMENT.test(ca) || truth(ca) === false ? OPEN : FULL
  return get('ssl_capath') !== undefined || get('ssl_verify') !== undefined
    ? OPEN
    : ['depends', 'Without ssl_ca it depends on the other settings whether anything is verified.']
}

/** `ssl_ca` and what stands in `flags`, as PDO's options. */
const cakephp = ({ params }: Own): Judged | undefined => {
  const flags = [...params].flatMap(([name, value]): [string, string][] => {
    const option = /^flags\..*?(mysql_attr_\w+)$/.exec(name)?.[1]
    return option === undefined ? [] : [[option, value]]
  })
  const own = ['ca', 'key', 'cert'].flatMap((name): [string, string][] => {
    const value = params.get(`ssl_${name}`)
    return value === undefined ? [] : [[`mysql_attr_ssl_${name}`, value]]
  })
  const host = params.get('host')
  if (params.has('url') || host === undefined) return undefined
  if (own.length + flags.length === 0)
    return LOCAL_HOST.test(host) || ENVIRONMENT.test(host)
      ? undefined
      : ['plain', 'Without ssl_ca, CakePHP logs in without TLS.']
  return pdo(new Map([...own, ...flags]))
}

const rows: readonly Omit<Library, 'language'>[] = [
  {
    client: documentedClient('Laravel (Redis)', 'https://laravel.com/docs/redis'),
    what: REDIS,
    at: { name: /^((?:.*\.)?redis\.(?!options|client)\w+\.|(?:default|cache|session|queue|horizon)\.)(?:host|url)$/ },
    judge: laravelRedis,
  },
  {
    client: readClient('CodeIgniter (mysqli)', 'CodeIgniter at 00e0aa7, MySQLi/Connection.php'),
    what: MYSQL_SETTINGS,
    at: { name: /^(.*\.|)dbdriver$/i, value: /^mysqli$/i },
    judge: codeigniter,
  },
  {
    client: documentedClient('CakePHP (PHP PDO)', 'https://book.cakephp.org/5/en/orm/database-basics.html'),
    what: MYSQL_SETTINGS,
    at: { name: /^(.*\.|)driver$/, value: /Mysql(?:::class)?$/ },
    judge: cakephp,
  },
]

export const PHP_LIBRARIES: readonly Library[] = rows.map((row) => ({ ...row, language: 'php' }))
