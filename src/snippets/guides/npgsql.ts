/** PostgreSQL from .NET. */
import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'

export const npgsql: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: {
      what: 'Create a program with Npgsql, in its own folder.',
      command: 'dotnet new console; dotnet add package Npgsql',
    },
    files: [
      {
        name: 'Program.cs',
        language: 'csharp',
        text: `using Npgsql;

var settings = new NpgsqlConnectionStringBuilder
{
    Host = ${stringLiteral(facts.host)},
    Port = ${String(facts.port)},
    Database = ${stringLiteral(databaseOf(facts))},
    Username = ${stringLiteral(facts.user)},
    Password = Environment.GetEnvironmentVariable("PGPASSWORD"),
    SslMode = SslMode.VerifyFull,
${facts.trust === 'project-ca' ? `    RootCertificate = ${stringLiteral(pathOf(facts, system, CA))},\n` : ''}};
await using var source = NpgsqlDataSource.Create(settings);
await using var query = source.CreateCommand("SELECT 'connected'");
Console.WriteLine(await query.ExecuteScalarAsync());
`,
      },
    ],
    environment: [passwordVariable('PGPASSWORD', facts)],
    run: command(system, ['dotnet', 'run']),
    success: 'connected',
    notes: [
      'In a connection string, the settings are SSL Mode and Root Certificate. SSL Mode=Require encrypts, but trusts any server.',
    ],
  }),
}
