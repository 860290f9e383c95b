/** MySQL: every client has words of its own, and takes those of others for nothing. */
import { lookup } from '../../../lib/lookup.ts'
import type { ParsedDocument } from '../../documents/document.ts'
import { ANY_SERVER, FULL, FULL_WORDS, OPEN } from '../common-words.ts'
import { connectorJ, mariadbJ } from './mysql-jdbc.ts'
import {
  mysqlClient,
  mysqlConnector,
  pyMySql,
  sqlAlchemyAioMySql,
  sqlAlchemyAsyncMy,
  sqlAlchemyConnector,
  sqlAlchemyMysqlClient,
  sqlAlchemyPyMySql,
} from './mysql-python.ts'
import { pdo } from './mysql-php.ts'
import { MODES, NO_CA } from './mysql-words.ts'
import { dbdMysql, rubyMysql2, trilogy } from './mysql-ruby.ts'
import { isMissing, mayBeMissing } from '../languages/node-tls.ts'
import { sqlxMysql } from '../languages/sqlx.ts'
import { truth, type Client, type Judged, type Params } from '../verdict.ts'

export interface MysqlClient extends Client {
  readonly judge: (params: Params) => Judged
  /** Of an address that SQLAlchemy reads first, with the arguments that stand beside it. */
  readonly judgeAddress?: (query: Params, beside: Params) => Judged
  readonly correction?: Readonly<Record<string, string>>
  /** What a correction takes out. */
  readonly without?: readonly string[]
}

const byMode = (mode: string | undefined, ca: boolean): Judged => {
  const judged = lookup(MODES, (mode ?? 'PREFERRED').toUpperCase())
  if (!judged) return ['fails', 'The client doesn’t know this mode.']
  return ca || (judged[0] !== 'chain' && judged[0] !== 'full') ? judged : NO_CA
}

/** "If --ssl-mode is not explicitly set, use of --ssl-ca implies VERIFY_CA": MySQL's manual. */
const CA_ALONE: Judged = [
  'depends',
  'A CA without an SSL mode means VERIFY_CA to MySQL’s own programs: the host name isn’t checked. MariaDB’s programs, which many systems install under the same names, check less before version 11.4. Write VERIFY_IDENTITY.',
]

const mysqlOptions = (params: Params): Judged => {
  const mode =
    params.get('ssl-mode') ?? (params.has('skip-ssl') || truth(params.get('ssl')) === false ? 'DISABLED' : undefined)
  if (params.has('ssl-verify-server-cert')) return mariadb(params)
  const ca = [params.get('ssl-ca'), params.get('ssl-capath')].some((file) => file !== undefined && file !== '')
  return mode === undefined && ca ? CA_ALONE : byMode(mode, ca)
}

const mariadb = (params: Params): Judged => {
  const verify = params.get('ssl-verify-server-cert')
  const ca = params.has('ssl-ca')
  if (
    params.has('skip-ssl-verify-server-cert') ||
    params.has('disable-ssl-verify-server-cert') ||
    (verify !== undefined && verify !== '' && truth(verify) === false)
  )
    return ['none', ANY_SERVER]
  if (params.has('skip-ssl') || truth(params.get('ssl')) === false)
    return verify === undefined && !ca
      ? ['plain', 'skip-ssl turns TLS off.']
      : ['depends', 'One setting turns TLS off and another one turns it on: which counts depends on their order.']
  if (params.has('ssl-mode')) return ['fails', 'MariaDB’s client doesn’t know --ssl-mode.', 'mariadb-ssl-mode']
  if (verify !== undefined)
    return ca
      ? ['full', FULL_WORDS, 'mariadb/password-project-ca']
      : ['public', 'It trusts only the system’s public CAs.']
  return ca
    ? [
        'none',
        'With --ssl-ca alone, MariaDB’s client before version 11.4 doesn’t check the host name, and logs in without TLS if the server offers none.',
        'mariadb-ca-only',
      ]
    : [
        'none',
        'Without --ssl-verify-server-cert, MariaDB’s client before version 11.4 accepts any server.',
        params.has('ssl') ? 'mariadb-ssl' : undefined,
      ]
}

const mysql2 = (params: Params): Judged => {
  const ssl = params.get('ssl')
  if (ssl === undefined)
    return [
      'plain',
      'mysql2 uses TLS only with ssl. It doesn’t know ssl-mode: it warns “Ignoring invalid configuration option”, and connects without TLS.',
      params.has('ssl-mode') ? 'mysql2-service-uri' : undefined,
    ]
  if (truth(ssl) === false) return ['plain', 'ssl: false turns TLS off.']
  if (truth(ssl) === true) return ['fails', 'mysql2 takes an object as ssl, and throws an error for true.']
  if (/rejectUnauthorized["']?\s*:\s*false/.test(ssl))
    return ['none', 'rejectUnauthorized: false turns verification off.', 'mysql2-reject-unauthorized']
  const ca = /\bca["']?\s*:([^,}]*)/.exec(ssl)?.[1]?.trim()
  if (ca === undefined || isMissing(ca))
    return [
      'depends',
      'It trusts only Node.js’s public CAs, and checks the host name only with verifyIdentity: true.',
      ssl === '{}' ? 'mysql2-empty' : undefined,
    ]
  // A condition, or a variable in place of what decides.
  if (
    !ssl.startsWith('{') ||
    mayBeMissing(ca) ||
    /\b(?:rejectUnauthorized|verifyIdentity)\b(?!["']?\s*:\s*(?:true|false)\b)/.test(ssl)
  )
    return OPEN
  return /verifyIdentity["']?\s*:\s*true/.test(ssl)
    ? FULL
    : ['chain', 'mysql2 checks the host name only with verifyIdentity: true.', 'mysql2-ca-only']
}

const goMysql = (params: Params): Judged => {
  const tls = params.get('tls')
  if (tls === undefined || tls === 'false') return ['plain', 'Without tls=, go-sql-driver/mysql doesn’t use TLS.']
  if (tls === 'skip-verify') return ['none', 'tls=skip-verify accepts any server.', 'go-sql-driver-skip-verify']
  if (tls === 'preferred')
    return [
      'none',
      'tls=preferred encrypts only if the server offers TLS, and accepts any server.',
      'go-sql-driver-preferred',
    ]
  if (tls === 'true')
    return [
      'public',
      'tls=true trusts only the system’s CAs: servers signed by the project CA are rejected.',
      'go-sql-driver-true',
    ]
  return [
    'depends',
    'It names a TLS configuration that the code registers (mysql.RegisterTLSConfig): see there what it verifies.',
  ]
}

const dotnet = (params: Params): Judged => {
  const mode = (params.get('ssl mode') ?? params.get('sslmode') ?? 'preferred').replaceAll(/[\s_-]/g, '').toLowerCase()
  const ca = [...params.keys()].some((name) => /^(?:sslca|cacertificatefile)$/.test(name.replaceAll(/[\s-]/g, '')))
  if (mode === 'none' || mode === 'disabled') return ['plain', 'This SslMode turns TLS off.']
  if (mode === 'preferred') return ['none', 'It encrypts only if the server offers TLS, and accepts any server.']
  if (mode === 'required') return ['none', 'SslMode=Required encrypts, but accepts any server that answers.']
  if (mode === 'verifyca') return ['chain', 'VerifyCA doesn’t check the host name.']
  if (mode !== 'verifyfull') return ['unknown', 'It’s not known what it does with this SslMode.']
  return ca ? FULL : ['public', 'Without a CA file, it trusts only the system’s CAs.']
}

const prisma = (params: Params): Judged =>
  params.get('sslaccept') === 'strict'
    ? params.has('sslcert')
      ? [
          'depends',
          'With sslaccept=strict and sslcert it verifies against that CA. It’s not known whether it checks the host name.',
        ]
      : ['public', 'With sslaccept=strict and without sslcert it trusts only the system’s CAs.']
    : ['none', 'Prisma accepts any server’s certificate unless sslaccept=strict is set.']

const unknown = (name: string): MysqlClient => ({
  name,
  basis: 'unknown',
  source: '',
  judge: () => ['unknown', `It’s not known how ${name} verifies with these settings.`],
})

const MYSQL_PAGE = 'https://dev.mysql.com/doc/refman/8.4/en/connection-options.html'
const OPTIONS = { 'ssl-mode': 'VERIFY_IDENTITY', 'ssl-ca': 'ca.pem' } as const

export const MYSQL = {
  mysql: { name: 'mysql', basis: 'documented', source: MYSQL_PAGE, judge: mysqlOptions, correction: OPTIONS },
  mariadb: { name: 'mariadb', basis: 'run', source: 'mariadb 10.11', judge: mariadb },
  shell: { name: 'MySQL Shell', basis: 'documented', source: MYSQL_PAGE, judge: mysqlOptions, correction: OPTIONS },
  mysql2: { name: 'mysql2 (Node.js)', basis: 'run', source: 'mysql2 3.24.5', judge: mysql2 },
  connectorJ: {
    name: 'MySQL Connector/J',
    basis: 'run',
    source: 'MySQL Connector/J 26.10.0',
    judge: connectorJ,
  },
  mariadbJ: {
    name: 'MariaDB Connector/J',
    basis: 'run',
    source: 'MariaDB Connector/J 3.5.7',
    judge: mariadbJ,
  },
  pymysql: {
    name: 'PyMySQL',
    basis: 'read',
    source: 'PyMySQL 1.1.2 and 1.2.4',
    judge: pyMySql,
    judgeAddress: sqlAlchemyPyMySql,
  },
  aiomysql: { ...unknown('aiomysql'), basis: 'read', source: 'aiomysql 0.3.2', judgeAddress: sqlAlchemyAioMySql },
  asyncmy: { ...unknown('asyncmy'), basis: 'read', source: 'asyncmy 0.2.18', judgeAddress: sqlAlchemyAsyncMy },
  mysqlclient: {
    name: 'mysqlclient (Python)',
    basis: 'read',
    source: 'mysqlclient at 0220f42, _mysql.c',
    judge: mysqlClient,
    judgeAddress: sqlAlchemyMysqlClient,
  },
  mysqlConnector: {
    name: 'MySQL Connector/Python',
    basis: 'run',
    source: 'MySQL Connector/Python 26.10.0',
    judge: mysqlConnector,
    judgeAddress: sqlAlchemyConnector,
  },
  go: {
    name: 'go-sql-driver/mysql',
    basis: 'run',
    source: 'go-sql-driver/mysql 1.10.1',
    judge: goMysql,
  },
  pdo: { name: 'PHP PDO', basis: 'run', source: 'PHP 8.2', judge: pdo },
  dotnet: {
    name: 'MySqlConnector (.NET)',
    basis: 'documented',
    source: 'https://mysqlconnector.net/connection-options/',
    judge: dotnet,
  },
  prisma: {
    name: 'Prisma',
    basis: 'documented',
    source: 'https://www.prisma.io/docs/orm/overview/databases/mysql',
    judge: prisma,
  },
  ruby: {
    name: 'mysql2 (Ruby)',
    basis: 'run',
    source: 'mysql2 0.5.3 with MariaDB’s library',
    judge: rubyMysql2,
  },
  trilogy: {
    name: 'Trilogy (Ruby)',
    basis: 'read',
    source: 'Trilogy at 0197c06, cext.c and socket.c',
    judge: trilogy,
  },
  perl: { name: 'DBD::mysql (Perl)', basis: 'read', source: 'DBD::mysql, dbdimp.c', judge: dbdMysql },
  sqlx: { name: 'sqlx (Rust)', basis: 'run', source: 'sqlx 0.9.0', judge: sqlxMysql },
  doctrine: unknown('Doctrine (PHP)'),
  other: unknown('this client'),
} satisfies Readonly<Record<string, MysqlClient>>

/** Whether code names another package of Node.js for MySQL than mysql2: nobody ran or read those here. */
export const isOtherMysql = ({ language, literals }: ParsedDocument): boolean => {
  const has = (name: RegExp) => literals.some(({ literal }) => name.test(literal.value))
  return language === 'javascript' && has(/^(?:mysql|promise-mysql|mariadb)(?:$|\/)/) && !has(/^mysql2(?:$|\/)/)
}
