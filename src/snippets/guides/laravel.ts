/** PostgreSQL from Laravel: what stands in config/database.php. */
import { phpString, UnwritableError } from '../escape.ts'
import type { Template } from '../guide.ts'
import { phpWith } from './installs.ts'
import { command, neededFiles, passwordVariable } from './parts.ts'
import { dsnValue } from './php-pdo-pgsql.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'

const PASSWORD = 'DB_PASSWORD'

/** Laravel puts host and database into PDO's DSN unescaped. */
const inDsn = (text: string): string => {
  if (/[\s';\\]/.test(text))
    throw new UnwritableError('Laravel’s DSN can’t contain a space, quote, semicolon or backslash in a name.')
  return text
}

export const laravelPostgresql: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: phpWith('pdo_pgsql', 'php-pgsql')[system],
    files: [
      {
        name: 'config/database.php',
        language: 'php',
        // Laravel puts the settings of TLS into PDO's DSN as they stand here.
        text: `<?php

return [
    'default' => 'pgsql',
    'connections' => [
        'pgsql' => [
            'driver' => 'pgsql',
            'host' => ${phpString(inDsn(facts.host))},
            'port' => ${String(facts.port)},
            'database' => ${phpString(inDsn(databaseOf(facts)))},
            'username' => ${phpString(facts.user)},
            'password' => env('${PASSWORD}'),
            'charset' => 'utf8',
            'search_path' => 'public',
            'sslmode' => 'verify-full',
            'sslrootcert' => ${phpString(dsnValue(libpqRoot(facts, system)))},
        ],
    ],
    'migrations' => ['table' => 'migrations'],
];
`,
      },
    ],
    environment: [passwordVariable(PASSWORD, facts)],
    run: command(system, ['php', 'artisan', 'db:show']),
    success: 'PostgreSQL',
    notes: [
      'If your application already has this file, change only the entry pgsql.',
      'A relative path starts from the folder that PHP runs in, which is public/ for the web server: use the full path there.',
      ...libpqNotes(facts),
    ],
  }),
}
