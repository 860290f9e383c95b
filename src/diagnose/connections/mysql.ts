/** MySQL: `ssl-mode` belongs to MySQL's own clients; others take it for nothing, and go without TLS. */
import {
  driverVerdict,
  NOT_RUN,
  readUri,
  unknownClient,
  withParams,
  type ConnectionCheck,
  type DriverVerdict,
  type Judged,
} from './connection.ts'
import { known } from '../../lib/known.ts'

const MODES: Record<string, Judged> = {
  DISABLED: ['plain', 'DISABLED switches TLS off.'],
  PREFERRED: ['none', 'It encrypts only if the server offers to, and never checks whom it talks to.'],
  REQUIRED: ['none', 'REQUIRED encrypts, and takes any server that answers: an impostor gets the login.'],
  VERIFY_CA: ['chain', 'VERIFY_CA does not check the name: any server of the same project will do.'],
  VERIFY_IDENTITY: ['full', 'It verifies the CA and the name.'],
}

const byMode = (mode: string | undefined, ca: boolean): Judged => {
  const judged = known(MODES, (mode ?? 'PREFERRED').toUpperCase())
  if (!judged) return ['fails', 'The client knows no such mode.']
  return ca || (judged[0] !== 'chain' && judged[0] !== 'full')
    ? judged
    : ['fails', 'It verifies, but is not told the CA: it refuses every server of the project CA.']
}

const mysql2 = (ssl: string | undefined): Judged => {
  if (ssl === undefined) {
    return [
      'plain',
      'mysql2 does not know ssl-mode: it warns “Ignoring invalid configuration option”, and connects without TLS.',
    ]
  }
  if (/"rejectUnauthorized"\s*:\s*false/.test(ssl)) return ['none', 'rejectUnauthorized: false switches the check off.']
  if (!/"ca"\s*:/.test(ssl))
    return [
      'depends',
      "It verifies against Node's public CAs only, and checks the name only with verifyIdentity: true.",
    ]
  return /"verifyIdentity"\s*:\s*true/.test(ssl)
    ? ['full', 'It verifies the CA and the name.']
    : ['chain', 'mysql2 checks the name only with verifyIdentity: true.']
}

const pyMySql = (params: ReadonlyMap<string, string>): Judged => {
  if (params.has('ssl-mode')) return ['fails', 'PyMySQL knows no ssl-mode.']
  if (!params.has('ssl_ca')) return ['plain', 'Without ssl_ca PyMySQL uses no TLS.']
  if (params.get('ssl_verify_cert') === 'false') return ['none', 'ssl_verify_cert=false switches the check off.']
  return params.get('ssl_verify_identity') === 'true'
    ? [
        'depends',
        'It verifies the CA and the name of a server that offers TLS; one that says it has none gets the login in the clear. The guide for PyMySQL on the Connect page has the lines that refuse that.',
        'pymysql-without-tls',
      ]
    : ['chain', 'PyMySQL checks the name only with ssl_verify_identity=true.']
}

const check = (
  what: string,
  text: string,
  drivers: readonly DriverVerdict[],
  corrected: string | undefined,
  ...notes: string[]
): ConnectionCheck => ({
  what,
  text,
  drivers,
  corrected: drivers.every(({ verifies }) => verifies === 'full') ? undefined : corrected,
  notes,
})

/** mysql2's ssl object, as it reads it out of a URI. */
const MYSQL2_NOTE =
  'mysql2 takes TLS from the code: ssl: { ca: readFileSync("ca.pem"), verifyIdentity: true }, beside a URI without ssl-mode.'

export const checkMysqlUri = (text: string): ConnectionCheck | undefined => {
  const uri = readUri(text)
  if (!uri) return undefined
  const { params, scheme } = uri
  if (scheme === 'jdbc:mariadb') return unknownClient('MariaDB JDBC', text)
  if (scheme === 'jdbc:mysql') {
    const mode = params.get('sslmode')
    // The older settings, which sslMode replaced, mean other things together than alone.
    if (mode === undefined && ['usessl', 'requiressl', 'verifyservercertificate'].some((name) => params.has(name)))
      return unknownClient('MySQL JDBC', text)
    const store = params.has('trustcertificatekeystoreurl') || params.has('fallbacktosystemtruststore')
    const drivers = [driverVerdict('MySQL Connector/J', NOT_RUN, byMode(mode, store))]
    const set = {
      sslMode: 'VERIFY_IDENTITY',
      trustCertificateKeyStoreUrl: 'file:client.truststore.p12',
      trustCertificateKeyStoreType: 'PKCS12',
    }
    return check(
      'MySQL JDBC URL',
      text,
      drivers,
      withParams(uri, set, ['ssl-mode', 'useSSL', 'requireSSL', 'verifyServerCertificate']),
    )
  }
  if (scheme === 'mysql+pymysql') {
    const set = { ssl_ca: 'ca.pem', ssl_verify_cert: 'true', ssl_verify_identity: 'true' }
    return check(
      'SQLAlchemy URL',
      text,
      [driverVerdict('PyMySQL', 'PyMySQL 1.0.2, read', pyMySql(params))],
      withParams(uri, set, ['ssl-mode']),
    )
  }
  if (!/^(mysqlx?|mariadb)(\+\w+)?$/.test(scheme)) return undefined
  if (scheme.includes('+') || params.has('sslaccept')) return unknownClient('MySQL', text)
  const drivers = [
    driverVerdict('MySQL Shell', NOT_RUN, byMode(params.get('ssl-mode'), params.has('ssl-ca'))),
    driverVerdict('mysql2 (Node.js)', 'mysql2 3.24.6, read', mysql2(params.get('ssl'))),
  ]
  const corrected = withParams(uri, { 'ssl-mode': 'VERIFY_IDENTITY', 'ssl-ca': 'ca.pem' })
  return check('MySQL connection string', text, drivers, corrected, MYSQL2_NOTE)
}

/** `mysql --host=… --ssl-mode=…`, and MariaDB's client of the same name. */
export const checkMysqlCommand = (text: string): ConnectionCheck | undefined => {
  if (!/(^|\s)(mysql|mariadb|mysqlsh|mysqldump)\s+-/.test(text)) return undefined
  const option = (name: string) => new RegExp(`--${name}[= ]['"]?([^\\s'"]+)`).exec(text)?.[1]
  const isMaria = /(^|\s)mariadb\s/.test(text) || text.includes('--ssl-verify-server-cert')
  if (isMaria) {
    const judged: Judged = /--ssl-verify-server-cert(?!=(0|off|false))/i.test(text)
      ? option('ssl-ca') === undefined
        ? ['public', "It verifies against the system's public CAs only."]
        : ['full', 'It verifies the CA and the name.', 'mariadb/password-project-ca']
      : option('ssl-ca') !== undefined
        ? [
            'chain',
            'With --ssl-ca alone MariaDB’s client does not look at the name: any server of the same CA will do.',
            'mariadb-ca-only',
          ]
        : ['none', 'Without --ssl-verify-server-cert MariaDB’s client takes any server.']
    return check('Command of the mariadb client', text, [driverVerdict('mariadb', NOT_RUN, judged)], undefined)
  }
  const drivers = [driverVerdict('mysql', NOT_RUN, byMode(option('ssl-mode'), option('ssl-ca') !== undefined))]
  return check('Command of the mysql client', text, drivers, undefined)
}

/** A data source name of PHP's PDO: `mysql:host=…;port=…`. */
export const checkMysqlDsn = (text: string): ConnectionCheck | undefined => {
  const dsn = /\bmysql:(?=[^/])[^\s"'`]{0,300}host=[^\s"'`]{0,300}/.exec(text)?.[0]
  if (dsn === undefined) return undefined
  const judged: Judged = text.includes('MYSQL_ATTR_SSL_CA')
    ? /MYSQL_ATTR_SSL_VERIFY_SERVER_CERT\s*=>\s*false/i.test(text)
      ? ['none', 'MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false switches the check off.']
      : ['full', 'With MYSQL_ATTR_SSL_CA in the options it verifies the server.']
    : /sslmode|sslrootcert|ssl_ca/i.test(dsn)
      ? [
          'plain',
          'These settings are PostgreSQL’s: in a mysql: DSN they mean nothing, and PHP logs in without TLS.',
          'php-pdo-mysql-postgresql-keys',
        ]
      : ['plain', 'Without MYSQL_ATTR_SSL_CA in the options PHP logs in without TLS.']
  return check('PHP PDO data source (MySQL)', dsn, [driverVerdict('PHP PDO', 'PHP 8.2, run', judged)], undefined)
}
