/** Clients of MySQL and Valkey. */
import { CLIENTS } from '../clients.ts'
import type { Endpoint } from '../servers/impostors.ts'
import type { MatrixClient, Target } from './settings.ts'

const MYSQL: Endpoint = { protocol: 'mysql', component: 'mysql', authentication: 'password', trust: 'project-ca' }
const REDIS: Endpoint = { ...MYSQL, protocol: 'redis', component: 'valkey' }

const client = (id: string) => {
  const found = CLIENTS[id]
  if (!found) throw new Error(`no client ${id}`)
  return found
}

const words = (setting: string) => (setting === '' ? '' : ` ${setting}`)
const further = (setting: string) => (setting === '' ? '' : `, ${setting}`)

const PYTHON = { file: 'client.py', run: () => 'python3 client.py' }
const NODE = { file: 'client.mjs', run: () => 'node client.mjs' }

const pythonLogin = ({ host, port, user, password }: Target) =>
  `host=${JSON.stringify(host)}, port=${String(port)}, user=${JSON.stringify(user)}, password=${JSON.stringify(password)}`

export const MYSQL_AND_REDIS: readonly MatrixClient[] = [
  {
    id: 'mariadb',
    client: client('mariadb'),
    endpoint: MYSQL,
    driver: 'mariadb',
    settings: [
      '',
      '--ssl',
      '--skip-ssl',
      '--ssl=0',
      '--ssl-ca=ca.pem',
      '--ssl-verify-server-cert',
      '--ssl-ca=ca.pem --ssl-verify-server-cert',
      '--ssl --ssl-ca=ca.pem',
      '--ssl --ssl-verify-server-cert',
      '--ssl-ca=ca.pem --skip-ssl-verify-server-cert',
      '--ssl --ssl-ca=ca.pem --ssl-verify-server-cert',
      '--ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem',
    ],
    text: (setting, { host, port, user }) =>
      `mariadb --host=${host} --port=${String(port)} --protocol=tcp --user=${user} --password=secret${words(setting)}`,
    run: () => `eval "$TEXT -e 'SELECT 1'"`,
  },
  {
    id: 'mysql2',
    client: client('mysql2'),
    endpoint: MYSQL,
    driver: 'mysql2',
    settings: [
      '',
      'ssl: {}',
      'ssl: { ca }',
      'ssl: { ca, verifyIdentity: true }',
      'ssl: { ca, rejectUnauthorized: true, verifyIdentity: true }',
      'ssl: { verifyIdentity: true }',
      'ssl: { rejectUnauthorized: true }',
      'ssl: { rejectUnauthorized: false }',
      'ssl: { ca, rejectUnauthorized: false }',
      'ssl: { ca, rejectUnauthorized: false, verifyIdentity: true }',
      'ssl: { ca, verifyIdentity: false }',
      "ssl: 'Amazon RDS'",
    ],
    text: (setting, { host, port, user, password }) => `import { readFileSync } from 'node:fs'
import mysql from 'mysql2/promise'
const ca = readFileSync('ca.pem', 'utf8')
await mysql.createConnection({ host: ${JSON.stringify(host)}, port: ${String(port)}, user: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}${further(setting)} })
`,
    ...NODE,
  },
  {
    id: 'pymysql',
    client: client('pymysql'),
    endpoint: MYSQL,
    driver: 'PyMySQL',
    settings: [
      '',
      'ssl={"ca": "ca.pem"}',
      'ssl={"ca": "ca.pem", "check_hostname": False}',
      'ssl={"ca": "ca.pem", "check_hostname": True}',
      'ssl_ca="ca.pem"',
      'ssl_ca="ca.pem", ssl_verify_cert=True',
      'ssl_ca="ca.pem", ssl_verify_identity=True',
      'ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl_verify_cert=True, ssl_verify_identity=True',
      'ssl=True',
      'ssl_disabled=True',
      'ssl={"ssl": True}',
    ],
    text: (setting, target) => `import pymysql
pymysql.connect(${pythonLogin(target)}${further(setting)})
`,
    ...PYTHON,
  },
  {
    id: 'go-sql-driver',
    client: client('go-sql-driver'),
    endpoint: MYSQL,
    driver: 'go-sql-driver/mysql',
    settings: [
      '',
      'tls=true',
      'tls=false',
      'tls=skip-verify',
      'tls=preferred',
      'tls=1',
      'tls=0',
      'tls=True',
      'tls=custom',
      'tls=true&allowCleartextPasswords=true',
      'tls=skip-verify&parseTime=true',
      'allowFallbackToPlaintext=true&tls=preferred',
    ],
    text: (setting, { host, port, user }) =>
      `db, err := sql.Open("mysql", "${user}:secret@tcp(${host}:${String(port)})/defaultdb${setting === '' ? '' : `?${setting}`}")`,
    files: {
      'main.go': `package main

import (
	"database/sql"
	"log"
	"os"

	_ "github.com/go-sql-driver/mysql"
)

func main() {
	db, err := sql.Open("mysql", os.Getenv("ADDRESS"))
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		log.Fatal(err)
	}
}
`,
    },
    prepare: 'go build -o client main.go',
    run: () => 'ADDRESS="$(printf %s "$TEXT" | sed \'s/.*, "//; s/")$//\')" ./client',
  },
  {
    id: 'connector-j',
    client: client('connector-j'),
    endpoint: MYSQL,
    driver: 'MySQL Connector/J',
    settings: [
      '',
      'sslMode=DISABLED',
      'sslMode=PREFERRED',
      'sslMode=REQUIRED',
      'sslMode=VERIFY_CA',
      'sslMode=VERIFY_IDENTITY',
      'useSSL=false',
      'useSSL=true',
      'useSSL=true&requireSSL=true',
      'useSSL=true&verifyServerCertificate=false',
      'useSSL=true&requireSSL=true&verifyServerCertificate=true',
      'sslMode=verify-full',
    ],
    text: (setting, { host, port }) =>
      `jdbc:mysql://${host}:${String(port)}/defaultdb${setting === '' ? '' : `?${setting}`}`,
    files: {
      'Client.java': `public class Client {
    public static void main(String[] args) throws Exception {
        java.sql.DriverManager.getConnection(System.getenv("TEXT"), "avnadmin", "secret").close();
    }
}
`,
    },
    prepare: 'javac Client.java',
    run: () => "java -XX:TieredStopAtLevel=1 -cp 'lib/*:.' Client",
  },
  {
    id: 'redis-py',
    client: client('redis-py'),
    endpoint: REDIS,
    driver: 'redis-py',
    settings: [
      'ssl=False',
      'ssl=True',
      'ssl=True, ssl_cert_reqs=None',
      'ssl=True, ssl_cert_reqs="none"',
      'ssl=True, ssl_cert_reqs="optional"',
      'ssl=True, ssl_cert_reqs="required"',
      'ssl=True, ssl_ca_certs="ca.pem"',
      'ssl=True, ssl_ca_certs="ca.pem", ssl_cert_reqs="none"',
      'ssl=True, ssl_ca_certs="ca.pem", ssl_check_hostname=False',
      'ssl=True, ssl_ca_certs="ca.pem", ssl_check_hostname=True',
      'ssl=True, ssl_ca_certs="ca.pem", ssl_cert_reqs="required", ssl_check_hostname=True',
      'ssl=True, ssl_cert_reqs="none", ssl_check_hostname=False',
    ],
    text: (setting, { host, port, user, password }) => `import redis
redis.Redis(host=${JSON.stringify(host)}, port=${String(port)}, username=${JSON.stringify(user)}, password=${JSON.stringify(password)}, ${setting}).ping()
`,
    ...PYTHON,
  },
  {
    id: 'ioredis',
    client: client('ioredis'),
    endpoint: REDIS,
    driver: 'ioredis',
    settings: [
      '',
      'tls: {}',
      'tls: { ca }',
      'tls: { ca, rejectUnauthorized: true }',
      'tls: { rejectUnauthorized: true }',
      'tls: { rejectUnauthorized: false }',
      'tls: { ca, rejectUnauthorized: false }',
      'tls: { ca, checkServerIdentity: () => undefined }',
      'tls: true',
      'tls: undefined',
      'tls: { ca, requestCert: true }',
      'tls: { checkServerIdentity: () => undefined }',
    ],
    text: (setting, { host, port, user, password }) => `import { readFileSync } from 'node:fs'
import { Redis } from 'ioredis'
const ca = readFileSync('ca.pem', 'utf8')
const redis = new Redis({ host: ${JSON.stringify(host)}, port: ${String(port)}, username: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, maxRetriesPerRequest: 0${further(setting)} })
redis.on('error', () => process.exit(1))
await redis.ping()
`,
    ...NODE,
  },
]
