import { conninfoValue, phpString, UnwritableError } from '../escape.ts'
import type { Template } from '../guide.ts'
import { phpWith } from './installs.ts'
import { command, neededFiles, passwordVariable } from './parts.ts'
import { databaseOf, libpqNotes, libpqRoot } from './postgresql.ts'

/** PDO turns every ; of the DSN into a space, in quotes as well, before libpq reads it. */
export const dsnValue = (text: string): string => {
  if (text.includes(';')) throw new UnwritableError('PDO’s DSN can’t contain a semicolon.')
  return conninfoValue(text)
}

export const phpPdoPgsql: Template = {
  render: (facts, system) => {
    const dsn = [
      `pgsql:host=${facts.host}`,
      `port=${String(facts.port)}`,
      `dbname=${dsnValue(databaseOf(facts))}`,
      'sslmode=verify-full',
      `sslrootcert=${dsnValue(libpqRoot(facts, system))}`,
    ]
    return {
      needs: neededFiles(facts),
      install: phpWith('pdo_pgsql', 'php-pgsql')[system],
      files: [
        {
          name: 'connect.php',
          language: 'php',
          text: `<?php

$connection = new PDO(
    ${phpString(dsn.join(';'))},
    ${phpString(facts.user)},
    getenv('PGPASSWORD'),
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION],
);
echo $connection->query("SELECT 'connected'")->fetchColumn(), "\\n";
`,
        },
      ],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['php', 'connect.php']),
      success: 'connected',
      notes: libpqNotes(facts),
    }
  },
}
