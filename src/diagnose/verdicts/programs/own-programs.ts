/** Programs and frameworks whose settings have names of their own, as their documentation has them. */
import { lookup } from '../../../lib/lookup.ts'
import { FULL, LOCAL_HOST, OPEN } from '../common-words.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { PG } from '../postgresql/postgresql.ts'
import {
  documentedClient,
  isNeither,
  readClient,
  runClient,
  truth,
  type Client,
  type Judged,
  type Params,
} from '../verdict.ts'
import { directus, n8n, strapi } from './node-programs.ts'
import { MYSQL_KIND, PG_KIND } from './program-words.ts'

export interface Program {
  readonly client: Client
  /** What captures a setting's own name, at the end of the name that stands in the text. */
  readonly names: RegExp
  /** By those names in lower case; undefined where they aren't this program's, or say nothing of TLS. */
  readonly judge: (own: Params) => Judged | undefined
}

/** As `config/database.php` is shipped: others may read more variables, or none. */
const laravel = (own: Params): Judged | undefined => {
  const kind = own.get('db_connection') ?? ''
  if (own.has('db_url') || own.has('database_url') || LOCAL_HOST.test(own.get('db_host') ?? '')) return undefined
  if (PG_KIND.test(kind)) {
    const mode = own.get('db_sslmode')
    if (mode === undefined)
      return [
        'depends',
        'Without DB_SSLMODE, config/database.php decides: as shipped it says prefer, which verifies nothing.',
      ]
    // Before Laravel 12, config/database.php says prefer, whatever the variable does.
    if (mode === 'require') return ['none', 'require encrypts, but accepts any server that answers.']
    return [
      'depends',
      'Older versions of config/database.php ignore DB_SSLMODE, and none names a CA file: add sslrootcert there.',
    ]
  }
  if (!MYSQL_KIND.test(kind)) return undefined
  return own.get('mysql_attr_ssl_ca')
    ? ['full', 'Laravel’s own config/database.php hands MYSQL_ATTR_SSL_CA to PDO, which then verifies the server.']
    : ['depends', 'Laravel uses TLS with MySQL only if MYSQL_ATTR_SSL_CA or config/database.php names a CA.']
}

/** `config/database.php` reads REDIS_SCHEME in newer versions, and names no CA. */
const laravelRedis = (own: Params): Judged | undefined => {
  const [host, scheme] = [own.get('redis_host') ?? '', own.get('redis_scheme') ?? '']
  if (own.has('redis_url')) return undefined
  return /^(?:tls|rediss):\/\//.test(host) || /^(?:tls|rediss)$/.test(scheme)
    ? [
        'depends',
        'It trusts only the system’s CAs unless config/database.php names ca.pem as cafile: in context.stream for phpredis, in ssl for Predis. A verify_peer => false there turns verification off.',
      ]
    : undefined
}

/** `?sslmode=require&…`: what stands behind the address that Keycloak makes. */
const keycloak = (own: Params): Judged | undefined => {
  const properties = own.get('kc_db_url_properties') ?? own.get('db-url-properties')
  if (properties === undefined || own.has('kc_db_url') || own.has('db-url')) return undefined
  const params = new Map([...new URLSearchParams(properties)].map(([name, value]) => [name.toLowerCase(), value]))
  const kind = own.get('kc_db') ?? own.get('db') ?? ''
  if (PG_KIND.test(kind)) return PG.jdbc.judge(params)
  return kind === 'mysql'
    ? MYSQL.connectorJ.judge(params)
    : kind === 'mariadb'
      ? MYSQL.mariadbJ.judge(params)
      : undefined
}

const authentik = (own: Params): Judged | undefined => {
  const mode = own.get('authentik_postgresql__sslmode')
  const root = own.get('authentik_postgresql__sslrootcert')
  return mode === undefined
    ? undefined
    : PG.psycopg.judge(new Map([['sslmode', mode], ...(root ? [['sslrootcert', root] as const] : [])]))
}

const gitea = (own: Params): Judged | undefined => {
  const [kind, mode] = [own.get('db_type'), own.get('ssl_mode')]
  if (mode === undefined) return undefined
  if (kind === 'postgres') return PG.go.judge(new Map([['sslmode', mode]]), '', '')
  if (kind !== 'mysql') return undefined
  // Its page names prefer, which its driver has no such word for.
  if (mode === 'prefer') return ['unknown', 'It’s not known what Gitea does with this SSL_MODE.']
  return ['disable', 'false', 'true', 'skip-verify', 'preferred'].includes(mode)
    ? MYSQL.go.judge(new Map([['tls', mode === 'disable' ? 'false' : mode]]))
    : ['fails', 'With MySQL, SSL_MODE is one of disable, true, skip-verify and preferred.']
}

const kong = (own: Params): Judged | undefined => {
  const of = (name: string) => own.get(`kong_pg_${name}`) ?? own.get(`pg_${name}`)
  const ssl = of('ssl')
  if (ssl === undefined || of('host') === undefined) return undefined
  if (truth(ssl) === false) return ['plain', 'pg_ssl = off turns TLS off.']
  if (truth(ssl) === undefined || isNeither(of('ssl_verify')) || isNeither(of('ssl_required'))) return OPEN
  if (truth(of('ssl_verify') ?? 'off') === false) return ['none', 'Without pg_ssl_verify, Kong accepts any server.']
  if (truth(of('ssl_required') ?? 'off') === false)
    return ['none', 'Without pg_ssl_required, Kong goes on in plain text with a server that says it has no TLS.']
  return ['chain', 'It verifies against lua_ssl_trusted_certificate, but doesn’t check the host name.']
}

const ZABBIX_MODES: Readonly<Record<string, Judged | undefined>> = {
  required: ['none', 'required encrypts, but accepts any server that answers.'],
  verify_ca: ['chain', 'verify_ca doesn’t check the host name.'],
  verify_full: FULL,
}
const zabbix = (own: Params): Judged | undefined => {
  const mode = own.get('dbtlsconnect')
  const judged = mode === undefined ? undefined : lookup(ZABBIX_MODES, mode)
  if (!judged || judged[0] === 'none' || own.get('dbtlscafile')) return judged
  return ['fails', 'Zabbix doesn’t start: this mode needs DBTLSCAFile.']
}

const redis = (own: Params): Judged | undefined => {
  const ssl = own.get('ssl.enabled') ?? own.get('ssl_enabled') ?? own.get('ssl')
  const hasBundle = own.has('ssl.bundle') || own.has('ssl_bundle')
  if (own.has('url') || (ssl === undefined && !hasBundle)) return undefined
  if (ssl !== undefined && truth(ssl) === false)
    return ['plain', 'Its setting for TLS is off, so nothing is encrypted.']
  if (hasBundle)
    return ['depends', 'Its SSL bundle decides: with the project CA as truststore it verifies CA and host name.']
  return truth(ssl) === true
    ? [
        'depends',
        'It verifies against Java’s own trust store, which contains only public CAs unless someone added the project CA: CA and host name, with Jedis before version 8 the CA alone. Name another store with ssl.bundle.',
      ]
    : OPEN
}

/** A data source of Grafana that speaks HTTPS: databases have settings of their own. */
const grafanaHttp = (own: Params): Judged | undefined => {
  const kind = own.get('type') ?? ''
  if (own.get('url')?.startsWith('https:') !== true || /sql|postgres|oracle|mongo|redis/.test(kind)) return undefined
  if (![...own.keys()].some((name) => /tls/.test(name))) return undefined
  if (truth(own.get('jsondata.tlsskipverify')) === true)
    return ['none', 'tlsSkipVerify: true accepts any server. Use tlsAuthWithCACert with tlsCACert instead.']
  if (truth(own.get('jsondata.tlsauthwithcacert')) !== true)
    return [
      'public',
      'Without tlsAuthWithCACert it trusts only the system’s CAs: servers signed by the project CA are rejected.',
    ]
  return own.get('securejsondata.tlscacert')
    ? FULL
    : ['depends', 'The CA belongs into secureJsonData.tlsCACert: the text doesn’t show it.']
}

export const PROGRAMS: readonly Program[] = [
  {
    client: documentedClient(
      'Grafana (HTTPS data source)',
      'https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources',
    ),
    names: /(?:^|\.)(type|url|jsonData\.tls(?:SkipVerify|AuthWithCACert)|secureJsonData\.tlsCACert)$/,
    judge: grafanaHttp,
  },
  {
    client: readClient('Laravel (PHP PDO)', 'laravel/laravel at 005ec13, config/database.php'),
    names: /(?:^|\.)(DB_(?:CONNECTION|HOST|URL|SSLMODE)|DATABASE_URL|MYSQL_ATTR_SSL_CA)$/,
    judge: laravel,
  },
  {
    client: documentedClient('Laravel (Redis)', 'https://laravel.com/docs/redis'),
    names: /(?:^|\.)(REDIS_(?:CLIENT|HOST|SCHEME|URL))$/,
    judge: laravelRedis,
  },
  {
    client: readClient('Strapi (Node.js)', 'create-strapi-app 5.55.0, template of config/database'),
    names: /(?:^|\.)(DATABASE_(?:CLIENT|URL|SSL(?:_CA|_REJECT_UNAUTHORIZED)?))$/,
    judge: strapi,
  },
  {
    client: readClient('Directus (Node.js)', '@directus/env 6.3.0 and @directus/api 23.3.2'),
    names: /(?:^|\.)(DB_(?:CLIENT|CONNECTION_STRING|SSL(?:__(?:CA(?:_FILE)?|REJECT_UNAUTHORIZED))?))$/,
    judge: directus,
  },
  {
    client: readClient('n8n (Node.js)', '@n8n/config 2.39.0 and @n8n/db 1.41.2'),
    names: /(?:^|\.)(DB_POSTGRESDB_(?:HOST|SSL_(?:ENABLED|(?:CA|CERT|KEY)(?:_FILE)?|REJECT_UNAUTHORIZED)))$/,
    judge: n8n,
  },
  {
    client: documentedClient('Keycloak (JDBC)', 'https://www.keycloak.org/server/db'),
    names: /(?:^|\.)(KC_DB(?:_URL(?:_PROPERTIES)?)?|db(?:-url(?:-properties)?)?)$/,
    judge: keycloak,
  },
  {
    client: documentedClient('authentik (psycopg)', 'https://docs.goauthentik.io/install-config/configuration/'),
    names: /(?:^|\.)(AUTHENTIK_POSTGRESQL__SSL(?:MODE|ROOTCERT))$/,
    judge: authentik,
  },
  {
    client: documentedClient(
      'Gitea (Go)',
      'https://docs.gitea.com/administration/config-cheat-sheet#database-database',
    ),
    names: /(?:^|\.|GITEA__database__|FORGEJO__database__)(DB_TYPE|SSL_MODE)$/,
    judge: gitea,
  },
  {
    client: readClient('Kong', 'Kong at 04edc2a, pgmoon 2.3.2.0'),
    names: /(?:^|\.)((?:KONG_PG|pg)_(?:HOST|host|SSL|ssl|SSL_VERIFY|ssl_verify|SSL_REQUIRED|ssl_required))$/,
    judge: kong,
  },
  {
    client: documentedClient(
      'Zabbix',
      'https://www.zabbix.com/documentation/current/en/manual/appendix/config/zabbix_server',
    ),
    names: /(?:^|\.)(DBTLS(?:Connect|CAFile))$/,
    judge: zabbix,
  },
  {
    client: runClient('Spring Data Redis (Java)', 'Spring Boot 4.0.7'),
    names: /(?:^|\.)spring[._](?:data[._])?redis[._](host|url|ssl(?:[._](?:enabled|bundle))?)$/i,
    judge: redis,
  },
]
