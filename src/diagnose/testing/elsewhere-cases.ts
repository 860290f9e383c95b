/** Calls whose address stands elsewhere, and values that are not what their setting takes, each with a neighbour. */
type Cases = readonly (readonly [string, Readonly<Record<string, string>>])[]

const HOST = 'db.a.aivencloud.com'
const PASSWORD = 'S3cr3tS3cr3t'

const pool = (rest: string) => `const { Pool } = require('pg')\nconst pool = new Pool({ ${rest} })\n`
const mysqlConfig = (rest: string) =>
  `cfg := mysql.Config{\n\tAddr: "${HOST}:1",\n\tPasswd: "${PASSWORD}",\n\t${rest}\n}\n`
const goPg = (rest: string) =>
  `db := pg.Connect(&pg.Options{\n\tAddr: "${HOST}:1",\n\tPassword: "${PASSWORD}",\n\t${rest}\n})\n`
const sarama = (config: string) =>
  `config := sarama.NewConfig()\nconfig.Net.TLS.Enable = true\nconfig.Net.TLS.Config = &tls.Config{${config}}\n`
const tokio = (keywords: string, tls: string) =>
  `let (client, connection) = tokio_postgres::connect("host=${HOST} password=${PASSWORD}${keywords}", ${tls}).await?;\n`
const pem = (name: string, value: string) =>
  `bootstrap.servers=k:1\nsecurity.protocol=SSL\nssl.truststore.type=PEM\nssl.keystore.type=PEM\n${name}=${value}\n`

/** Addresses that stand elsewhere, and values that are not what their setting takes. */
export const ELSEWHERE_CASES: Cases = [
  [pool(`host: '${HOST}', ssl: { ca: read('ca.pem') }`), { 'node-postgres': 'full' }],
  [pool("connectionString: process.env.DATABASE_URL, ssl: { ca: read('ca.pem') }"), { 'node-postgres': 'depends' }],
  [pool('connectionString, ssl: { ca }'), { 'node-postgres': 'depends' }],
  [pool('connectionString: process.env.DATABASE_URL, ssl: true'), { 'node-postgres': 'depends' }],
  [pool('connectionString: process.env.DATABASE_URL'), {}],
  [
    "const pool = mysql.createPool({ uri: process.env.DATABASE_URL, ssl: { ca: read('ca.pem'), verifyIdentity: true } })",
    { mysql2: 'full' },
  ],
  [mysqlConfig('TLSConfig: "skip-verify",'), { 'go-sql-driver': 'none' }],
  [mysqlConfig('TLSConfig: "true",'), { 'go-sql-driver': 'public' }],
  [mysqlConfig('TLSConfig: "custom",'), { 'go-sql-driver': 'depends' }],
  [mysqlConfig('TLSConfig: "skip-verify",\n\tTLS: &tls.Config{RootCAs: pool},'), { 'go-sql-driver': 'full' }],
  [mysqlConfig(''), { 'go-sql-driver': 'plain' }],
  // A switch tells more than a client of which nothing is known.
  [`new PrismaMariaDb({ host: "${HOST}", ssl: { rejectUnauthorized: false } })`, { 'Node.js': 'none' }],
  [`new SQL({ url: 'postgres://u:${PASSWORD}@${HOST}/d', tls: true })`, { 'this client': 'unknown' }],
  [`new PrismaMariaDb({ host: "${HOST}", ssl: { ca } })`, { Prisma: 'unknown' }],
  [`cfg := mysql.NewConfig()\ncfg.Addr = "${HOST}:1"\ncfg.TLSConfig = "skip-verify"\n`, { 'go-sql-driver': 'none' }],
  [goPg('TLSConfig: &tls.Config{InsecureSkipVerify: true},'), { 'go-pg': 'none' }],
  [goPg('TLSConfig: &tls.Config{RootCAs: pool, ServerName: name},'), { 'go-pg': 'full' }],
  [goPg(''), { 'go-pg': 'plain' }],
  [sarama('RootCAs: pool, InsecureSkipVerify: true'), { Sarama: 'none' }],
  [sarama('RootCAs: pool'), { Sarama: 'full' }],
  [tokio(' sslmode=require', 'NoTls'), { 'tokio-postgres': 'fails' }],
  [tokio(' sslmode=prefer', 'tokio_postgres::NoTls'), { 'tokio-postgres': 'plain' }],
  [tokio(' sslmode=require', 'connector'), { 'tokio-postgres': 'unknown' }],
  ...[' sslmode=require', ' sslmode=prefer'].map(
    (mode) =>
      [
        `let connector = TlsConnector::builder().add_root_certificate(ca).build()?;\n${tokio(mode, 'MakeTlsConnector::new(connector)')}`,
        { 'tokio-postgres': mode.endsWith('require') ? 'full' : 'none' },
      ] as const,
  ),
  [pem('ssl.truststore.certificates', 'ca.pem'), { Java: 'fails' }],
  [pem('ssl.truststore.certificates', 'classpath:certs/ca.pem'), { Java: 'fails' }],
  [pem('ssl.keystore.key', '/etc/service.key'), { Java: 'fails' }],
  [pem('ssl.truststore.certificates', '${CA_PEM}'), { Java: 'full' }],
  [
    pem('ssl.truststore.certificates', '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----'),
    { Java: 'full' },
  ],
  [
    "production:\n  url: <%= ENV['DATABASE_URL'] %>\n  sslmode: verify-full\n  sslrootcert: <%= Rails.root.join('ca.pem') %>\n",
    { 'pg (Ruby': 'full' },
  ],
  [
    `'properties.bootstrap.servers' = 'k:1',\n'properties.security.protocol' = 'SSL',\n'properties.ssl.truststore.location' = '/a.jks',\n'properties.ssl.truststore.password' = '${PASSWORD}'\n`,
    { Java: 'full' },
  ],
]
