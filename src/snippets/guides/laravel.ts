/** PostgreSQL from Laravel: what stands in config/database.php. */
import { phpString } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { phpWith } from './installs.ts'
import { command, neededFiles, passwordVariable, speaks } from './parts.ts'
import { dsnValue } from './php-pdo-pgsql.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'

const PASSWORD = 'DB_PASSWORD'

export const laravelPostgresql: Guide = {
  id: 'laravel-postgresql',
  name: 'PHP, Laravel',
  language: 'php',
  applies: speaks('postgresql'),
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
            'host' => ${phpString(facts.host)},
            'port' => ${String(facts.port)},
            'database' => ${phpString(databaseOf(facts))},
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
      'A path that is not absolute counts from the folder that PHP runs in, which is public/ for the web server: give the whole path there.',
      ...libpqNotes(facts),
    ],
  }),
}
