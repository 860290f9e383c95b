/** SQLAlchemy hands TLS on to its driver, each in that driver's words. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts } from '../guide.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { block, CA, pathOf } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'
import { pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

/** Parts instead of a string: nothing of a password must be percent-encoded then. */
const url = (facts: ConnectionFacts, driver: string, password: string, more: readonly string[] = []): string =>
  `URL.create(
${block(4, [
  `"${driver}"`,
  `username=${stringLiteral(facts.user)}`,
  `password=os.environ["${password}"]`,
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `database=${stringLiteral(databaseOf(facts))}`,
  ...more,
])}
)`

export const sqlalchemyPsycopg = pythonGuide({
  install: pipInstall('sqlalchemy', 'psycopg[binary]'),
  password: 'PGPASSWORD',
  notes: libpqNotes,
  text: (facts, system) => `import os

from sqlalchemy import URL, create_engine, text

url = ${url(facts, 'postgresql+psycopg', 'PGPASSWORD', [
    `query={"sslmode": "verify-full", "sslrootcert": ${stringLiteral(libpqRoot(facts, system))}}`,
  ])}
with create_engine(url).connect() as connection:
    print(connection.scalar(text("SELECT 'connected'")))
`,
})

export const sqlalchemyAsyncpg = pythonGuide({
  install: pipInstall('sqlalchemy', 'asyncpg', 'greenlet'),
  password: 'PGPASSWORD',
  text: (facts, system) => `import asyncio
import os
import ssl

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import create_async_engine

url = ${url(facts, 'postgresql+asyncpg', 'PGPASSWORD')}
# asyncpg knows no sslmode of a URL here: TLS is a context among its own arguments.
engine = create_async_engine(url, connect_args={"ssl": ${pythonContext(facts, system)}})


async def main():
    async with engine.connect() as connection:
        print(await connection.scalar(text("SELECT 'connected'")))
    await engine.dispose()


asyncio.run(main())
`,
})

export const sqlalchemyMysql = pythonGuide({
  install: pipInstall('sqlalchemy', 'mysql-connector-python'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `import os

from sqlalchemy import URL, create_engine, text

url = ${url(facts, 'mysql+mysqlconnector', MYSQL_PASSWORD)}
tls = {
    "ssl_ca": ${stringLiteral(pathOf(facts, system, CA))},
    "ssl_verify_cert": True,
    "ssl_verify_identity": True,
}
with create_engine(url, connect_args=tls).connect() as connection:
    print(connection.scalar(text("SELECT 'connected'")))
`,
})
