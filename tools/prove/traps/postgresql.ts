/** Traps of PostgreSQL's clients. */
import { PG } from '../endpoints.ts'
import type { TrapTarget, Trap } from './trap.ts'

const pgUri = ({ login, host, port }: TrapTarget, query: string) =>
  `postgres://${login}@${host}:${String(port)}/defaultdb?${query}`

const nodePostgres = (query: string): Pick<Trap, 'client' | 'endpoint' | 'files' | 'run'> => ({
  client: 'node-postgres',
  endpoint: PG,
  files: (place) => ({
    'trap.mjs': `import { readFileSync } from 'node:fs'
import pg from 'pg'
const connectionString = ${JSON.stringify(pgUri(place, query))}
const client = new pg.Client({ connectionString, ssl: { ca: readFileSync('ca.pem', 'utf8') } })
await client.connect()
await client.end()
`,
  }),
  run: () => 'node trap.mjs',
})

const psql = (query: string): Pick<Trap, 'client' | 'endpoint' | 'run'> => ({
  client: 'psql',
  endpoint: PG,
  run: (place) => `psql '${pgUri(place, query)}' -c 'SELECT 1'`,
})

const goPq = (query: string): Pick<Trap, 'client' | 'endpoint' | 'files' | 'run'> => ({
  client: 'go-pq',
  endpoint: PG,
  files: (place) => ({
    'trap.go': `package main

import (
	"database/sql"
	"log"

	_ "github.com/lib/pq"
)

func main() {
	db, err := sql.Open("postgres", ${JSON.stringify(pgUri(place, query))})
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		log.Fatal(err)
	}
}
`,
  }),
  run: () => 'go run trap.go',
})

const jdbc = (query: string): Pick<Trap, 'client' | 'endpoint' | 'files' | 'run'> => ({
  client: 'jdbc',
  endpoint: PG,
  files: ({ host, port }) => ({
    'Trap.java': `import java.sql.DriverManager;

public class Trap {
    public static void main(String[] args) throws Exception {
        DriverManager.getConnection("jdbc:postgresql://${host}:${String(port)}/defaultdb?${query}", "avnadmin", System.getenv("PGPASSWORD")).close();
    }
}
`,
  }),
  // Java gets the home folder from the system, not from HOME.
  run: () => 'java -Duser.home="$HOME" -cp postgresql.jar Trap.java',
})

export const POSTGRESQL_TRAPS: readonly Trap[] = [
  {
    id: 'node-postgres-sslmode-require',
    configured: 'sslmode=require in the connection string, and ssl: { ca }',
    against: 'right',
    outcome: 'refused',
    ...nodePostgres('sslmode=require'),
  },
  {
    id: 'node-postgres-uselibpqcompat',
    configured: 'sslmode=require&uselibpqcompat=true in the connection string, and ssl: { ca }',
    against: 'rogue',
    outcome: 'leaked',
    ...nodePostgres('sslmode=require&uselibpqcompat=true'),
  },
  {
    id: 'node-postgres-no-verify',
    configured: 'sslmode=no-verify in the connection string, and ssl: { ca }',
    against: 'rogue',
    outcome: 'leaked',
    ...nodePostgres('sslmode=no-verify'),
  },
  {
    id: 'psql-require',
    configured: 'sslmode=require, and no ~/.postgresql/root.crt',
    against: 'rogue',
    outcome: 'leaked',
    client: 'psql',
    endpoint: PG,
    run: (place) => `rm ~/.postgresql/root.crt; psql '${pgUri(place, 'sslmode=require')}' -c 'SELECT 1'`,
  },
  {
    id: 'psql-verify-ca',
    configured: 'sslmode=verify-ca&sslrootcert=ca.pem: the host name is not checked',
    against: 'wrongHost',
    outcome: 'leaked',
    ...psql('sslmode=verify-ca&sslrootcert=ca.pem'),
  },
  {
    id: 'psql-stray-root-crt',
    configured: 'sslmode=require, and an unrelated CA in ~/.postgresql/root.crt',
    against: 'right',
    outcome: 'refused',
    ...psql('sslmode=require'),
  },
  {
    id: 'go-pq-semicolon',
    configured: 'sslmode=verify-ca;sslrootcert=ca.pem: joined by ; instead of &',
    against: 'rogue',
    outcome: 'leaked',
    ...goPq('sslmode=verify-ca;sslrootcert=ca.pem'),
  },
  {
    id: 'go-pq-require',
    configured: 'sslmode=require, and no ~/.postgresql/root.crt',
    against: 'rogue',
    outcome: 'leaked',
    ...goPq('sslmode=require'),
    run: () => 'rm ~/.postgresql/root.crt; go run trap.go',
  },
  {
    id: 'go-pq-stray-root-crt',
    configured: 'sslmode=verify-full without sslrootcert, and an unrelated CA in ~/.postgresql/root.crt',
    against: 'right',
    outcome: 'refused',
    ...goPq('sslmode=verify-full'),
  },
  {
    id: 'jdbc-require',
    configured: 'sslmode=require',
    against: 'rogue',
    outcome: 'leaked',
    ...jdbc('sslmode=require'),
  },
  {
    id: 'jdbc-ssl-true-stray-root-crt',
    configured: 'ssl=true without sslrootcert, and an unrelated CA in ~/.postgresql/root.crt',
    against: 'right',
    outcome: 'refused',
    ...jdbc('ssl=true'),
  },
]
