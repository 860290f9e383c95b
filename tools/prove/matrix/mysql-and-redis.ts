/** Clients of MySQL, but for those in Python and Java, and of Valkey. */
import { clientOf } from '../clients.ts'
import { MYSQL, REDIS } from '../endpoints.ts'
import { further, PYTHON } from './mysql-python-and-java.ts'
import type { MatrixClient } from './settings.ts'

const words = (setting: string) => (setting === '' ? '' : ` ${setting}`)

const NODE = { file: 'client.mjs', run: () => 'node client.mjs' }

export const MYSQL_AND_REDIS: readonly MatrixClient[] = [
  {
    id: 'mariadb',
    client: clientOf('mariadb'),
    endpoint: MYSQL,
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
    client: clientOf('mysql2'),
    endpoint: MYSQL,
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
    id: 'go-sql-driver',
    client: clientOf('go-sql-driver'),
    endpoint: MYSQL,
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
    id: 'redis-py',
    client: clientOf('redis-py'),
    endpoint: REDIS,
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
    client: clientOf('ioredis'),
    endpoint: REDIS,
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
