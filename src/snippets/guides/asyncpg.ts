import { stringLiteral } from '../escape.ts'
import { block } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

export const asyncpg = pythonGuide({
  install: pipInstall('asyncpg'),
  password: 'PGPASSWORD',
  text: (facts, system) => `import asyncio
import ssl

import asyncpg


async def main():
    # The password comes from PGPASSWORD. ssl="require" would trust any server; a context verifies.
    connection = await asyncpg.connect(
${block(8, [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `database=${stringLiteral(databaseOf(facts))}`,
  `ssl=${pythonContext(facts, system)}`,
])}
    )
    print(await connection.fetchval("SELECT 'connected'"))
    await connection.close()


asyncio.run(main())
`,
})
