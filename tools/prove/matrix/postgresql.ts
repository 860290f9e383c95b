/** Clients of PostgreSQL: connection strings, and options of their languages. */
import { clientOf } from '../clients.ts'
import { PG } from '../endpoints.ts'
import type { MatrixClient, Target } from './settings.ts'

export const uri = (setting: string, { login, host, port }: Target, scheme = 'postgres'): string =>
  `${scheme}://${login}@${host}:${String(port)}/defaultdb${setting === '' ? '' : `?${setting}`}`

/** What libpq's words are, and what people write for them. */
export const QUERIES = [
  '',
  'sslmode=disable',
  'sslmode=allow',
  'sslmode=prefer',
  'sslmode=require',
  'sslmode=require&sslrootcert=ca.pem',
  'sslmode=verify-ca&sslrootcert=ca.pem',
  'sslmode=verify-full&sslrootcert=ca.pem',
  'sslmode=verify-full',
  'sslmode=verify-ca',
  'sslmode=prefer&sslrootcert=ca.pem',
  'sslmode=verify-ca;sslrootcert=ca.pem',
  'sslmode=VERIFY-FULL&sslrootcert=ca.pem',
  'sslmode=no-verify',
  'ssl=true',
  'sslrootcert=ca.pem',
] as const

const KEYWORDS = [
  '',
  'sslmode="disable"',
  'sslmode="allow"',
  'sslmode="prefer"',
  'sslmode="require"',
  'sslmode="require", sslrootcert="ca.pem"',
  'sslmode="verify-ca", sslrootcert="ca.pem"',
  'sslmode="verify-full", sslrootcert="ca.pem"',
  'sslmode="verify-full"',
  'sslmode="verify_full", sslrootcert="ca.pem"',
  'sslrootcert="ca.pem"',
  'sslmode="prefer", sslrootcert="ca.pem"',
]

const psycopgCall =
  (module: string) =>
  (setting: string, { host, port, user, password }: Target) =>
    `import ${module}
${module}.connect(host=${JSON.stringify(host)}, port=${String(port)}, user=${JSON.stringify(user)}, password=${JSON.stringify(password)}, dbname="defaultdb"${setting === '' ? '' : `, ${setting}`})
`

const ASYNCPG = [
  '',
  'ssl=True',
  'ssl=False',
  'ssl="disable"',
  'ssl="prefer"',
  'ssl="allow"',
  'ssl="require"',
  'ssl="verify-ca"',
  'ssl="verify-full"',
  'ssl=ssl.create_default_context()',
  'ssl=ssl.create_default_context(cafile="ca.pem")',
  'ssl=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)',
  'ssl=ssl._create_unverified_context()',
]

export const NODE = [
  '',
  'ssl: true',
  'ssl: false',
  'ssl: {}',
  'ssl: { ca }',
  'ssl: { ca, rejectUnauthorized: true }',
  'ssl: { rejectUnauthorized: true }',
  'ssl: { rejectUnauthorized: false }',
  'ssl: { ca, rejectUnauthorized: false }',
  'ssl: { ca, checkServerIdentity: () => undefined }',
  'ssl: "require"',
  'ssl: { ca, requestCert: true }',
]

const nodeText = (setting: string, { host, port, user, password }: Target) =>
  `import { readFileSync } from 'node:fs'
import pg from 'pg'
const ca = readFileSync('ca.pem', 'utf8')
const client = new pg.Client({ host: ${JSON.stringify(host)}, port: ${String(port)}, user: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, database: 'defaultdb'${setting === '' ? '' : `, ${setting}`} })
await client.connect()
`

const nodeUri = (setting: string, target: Target) =>
  `import pg from 'pg'
const client = new pg.Client({ connectionString: ${JSON.stringify(uri(setting, target))} })
await client.connect()
`

/** Compiled once; gets the string at run time. */
const goProgram = (driver: string, module: string): string => `package main

import (
	"database/sql"
	"log"
	"os"

	_ "${module}"
)

func main() {
	db, err := sql.Open("${driver}", os.Getenv("ADDRESS"))
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		log.Fatal(err)
	}
}
`

const go = (id: string, driver: string, module: string): MatrixClient => ({
  id,
  client: clientOf(id),
  endpoint: PG,
  settings: QUERIES,
  text: (setting, target) => `db, err := sql.Open("${driver}", ${JSON.stringify(uri(setting, target))})`,
  files: { 'main.go': goProgram(driver, module) },
  prepare: 'go build -o client main.go',
  run: () => 'ADDRESS="$(printf %s "$TEXT" | sed \'s/.*, "//; s/")$//\')" ./client',
})

const JDBC = [
  '',
  'ssl=true',
  'ssl=false',
  'sslmode=disable',
  'sslmode=allow',
  'sslmode=prefer',
  'sslmode=require',
  'sslmode=verify-ca&sslrootcert=ca.pem',
  'sslmode=verify-full&sslrootcert=ca.pem',
  'sslmode=require&sslrootcert=ca.pem',
  'sslmode=verify-full',
  'ssl=true&sslrootcert=ca.pem',
  'ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory',
  'sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory',
  'ssl=true&sslmode=require&sslrootcert=ca.pem',
]

export const POSTGRESQL: readonly MatrixClient[] = [
  {
    id: 'psql',
    client: clientOf('psql'),
    endpoint: PG,
    settings: QUERIES,
    text: (setting, target) => `psql '${uri(setting, target)}'`,
    run: () => `eval "$TEXT -c 'SELECT 1'"`,
  },
  ...(['psycopg', 'psycopg2'] as const).map((id): MatrixClient => ({
    id,
    client: clientOf(id),
    endpoint: PG,
    settings: KEYWORDS,
    text: psycopgCall(id),
    file: 'client.py',
    run: () => 'python3 client.py',
  })),
  {
    id: 'asyncpg',
    client: clientOf('asyncpg'),
    endpoint: PG,
    settings: ASYNCPG,
    text: (setting, { host, port, user, password }) => `import asyncio
import ssl
import asyncpg
asyncio.run(asyncpg.connect(host=${JSON.stringify(host)}, port=${String(port)}, user=${JSON.stringify(user)}, password=${JSON.stringify(password)}, database="defaultdb"${setting === '' ? '' : `, ${setting}`}))
`,
    file: 'client.py',
    run: () => 'python3 client.py',
  },
  {
    id: 'asyncpg-uri',
    client: clientOf('asyncpg'),
    endpoint: PG,
    settings: QUERIES,
    text: (setting, target) => `import asyncio
import asyncpg
asyncio.run(asyncpg.connect(${JSON.stringify(uri(setting, target, 'postgresql'))}))
`,
    file: 'client.py',
    run: () => 'python3 client.py',
  },
  {
    id: 'node-postgres',
    client: clientOf('node-postgres'),
    endpoint: PG,
    settings: NODE,
    text: nodeText,
    file: 'client.mjs',
    run: () => 'node client.mjs',
  },
  {
    id: 'node-postgres-uri',
    client: clientOf('node-postgres'),
    endpoint: PG,
    settings: [...QUERIES, 'sslmode=require&uselibpqcompat=true'],
    text: nodeUri,
    file: 'client.mjs',
    run: () => 'node client.mjs',
  },
  go('go-pq', 'postgres', 'github.com/lib/pq'),
  go('pgx', 'pgx', 'github.com/jackc/pgx/v5/stdlib'),
  {
    id: 'jdbc',
    client: clientOf('jdbc'),
    endpoint: PG,
    settings: JDBC,
    text: (setting, { host, port }) =>
      `jdbc:postgresql://${host}:${String(port)}/defaultdb${setting === '' ? '' : `?${setting}`}`,
    files: {
      'Client.java': `public class Client {
    public static void main(String[] args) throws Exception {
        java.sql.DriverManager.getConnection(System.getenv("TEXT"), "avnadmin", "secret").close();
    }
}
`,
    },
    prepare: 'javac Client.java',
    run: () => 'java -XX:TieredStopAtLevel=1 -cp postgresql.jar:. Client',
  },
]
