import { describe, expect, it } from 'vitest'
import { findConnections } from './connections.ts'

/** What every object of JavaScript has: looked up in a table without care, these give functions. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype)

/** Where a word of the text is looked up: values, names, dialects, programs, calls. */
const PLACES: readonly ((word: string) => string)[] = [
  (word) => `const db = drizzle({ connection: { host: 'h', ssl: { ca } } }, ['${word}'])`,
  (word) => `import psycopg2\npsycopg2.connect("postgres://h:1/d?sslmode=require", ${word}=1)`,
  (word) => `const sql = postgres('postgres://h:1/d', { ssl: '${word}' })`,
  (word) => `postgres://h:1/d?sslmode=${word}&sslnegotiation=${word}`,
  (word) => `sqlx::PgPool::connect("postgres://h:1/d?sslmode=${word}").await?;`,
  (word) => `mysql+${word}://h:1/d?ssl-mode=${word}`,
  (word) => `postgresql+${word}://h:1/d`,
  (word) => `${word} --host h --ssl-mode=${word}`,
  (word) => `mysql --host h --ssl-mode=${word} --${word}`,
  (word) =>
    `HikariConfig config = new HikariConfig();\nconfig.${word}("x");\nconfig.setJdbcUrl("jdbc:postgresql://h:1/d");`,
  (word) => `production:\n  adapter: mysql2\n  host: h\n  ssl_mode: ${word}\n`,
  (word) => `production:\n  adapter: postgresql\n  host: h\n  sslmode: ${word}\n  ${word}: x\n`,
  (word) => `security.protocol=${word}\nssl.truststore.type=${word}\n${word}=x`,
  (word) => `jdbc:mysql://h:1/d?sslMode=${word}`,
  (word) => `jdbc:mariadb://h:1/d?sslMode=${word}`,
  (word) => `Host=h;SSL Mode=${word};${word}=x`,
  (word) => `services:\n  a:\n    image: ${word}\n    environment:\n      PGSSLMODE: ${word}\n      ${word}: x\n`,
  (word) => `sqlx_${word} = "x"\nDATABASE_URL=mysql://h:1/d?ssl-mode=${word}`,
]

describe('words that every object has', () => {
  it.each(INHERITED)('%s is a word like any other, wherever it stands', async (word) => {
    for (const place of PLACES) {
      const found = await findConnections(place(word))
      for (const { driver, verifies } of found.flatMap(({ drivers }) => drivers))
        expect([typeof driver, typeof verifies]).toEqual(['string', 'string'])
    }
  })
})
