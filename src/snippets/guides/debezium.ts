/** Debezium's source connector for PostgreSQL, as a worker of Kafka Connect takes it by its REST interface. */
import { jsonText, UnwritableError } from '../escape.ts'
import type { Template } from '../guide.ts'
import { passwordOr } from './kafka.ts'
import { CA, command, neededFiles, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'

/** The worker replaces `${provider:name}` with the value of a provider. */
const settingOf = (text: string, what: string): string => {
  if (text.includes('${')) throw new UnwritableError(`Kafka Connect may replace what begins with \${ in the ${what}.`)
  return text
}

/** The connector puts it into a URL unescaped, where other characters would add settings. */
const databaseName = (name: string): string => {
  if (!/^[\w.-]+$/.test(name))
    throw new UnwritableError('Debezium takes only letters, digits, dots, hyphens and underscores in a database name.')
  return name
}

export const debeziumPostgresql: Template = {
  render: (facts, system) => {
    const name = facts.service.replace(/[^\w.-]/g, '_')
    const settings = {
      'connector.class': 'io.debezium.connector.postgresql.PostgresConnector',
      'plugin.name': 'pgoutput',
      // A publication of all tables, as it would make by itself, takes a superuser, and avnadmin isn't one.
      'publication.autocreate.mode': 'filtered',
      'table.include.list': 'public.my_table',
      'topic.prefix': name,
      'database.hostname': facts.host,
      'database.port': String(facts.port),
      'database.dbname': databaseName(databaseOf(facts)),
      'database.user': settingOf(facts.user, 'user name'),
      'database.password': settingOf(passwordOr(facts), 'password'),
      'database.sslmode': 'verify-full',
      ...(facts.trust === 'project-ca'
        ? { 'database.sslrootcert': settingOf(pathOf(facts, system, CA), 'folder') }
        : { 'database.sslfactory': 'org.postgresql.ssl.DefaultJavaSSLFactory' }),
    }
    const lines = Object.entries(settings).map(([key, value]) => `  ${jsonText(key)}: ${jsonText(value)}`)
    return {
      needs: neededFiles(facts),
      install: {
        what: 'Needs a worker of Kafka Connect with Debezium’s PostgreSQL connector (debezium.io) in a folder that its plugin.path names.',
      },
      files: [
        {
          name: 'debezium.json',
          language: 'json',
          text: `{\n${lines.join(',\n')}\n}\n`,
          secret: facts.password !== undefined,
        },
      ],
      environment: [],
      run: command(system, [
        system === 'windows' ? 'curl.exe' : 'curl',
        '--fail-with-body',
        '--request',
        'PUT',
        '--header',
        'Content-Type: application/json',
        '--data-binary',
        '@debezium.json',
        `http://localhost:8083/connectors/${name}/config`,
      ]),
      notes: [
        ...(facts.trust === 'project-ca'
          ? ['The worker reads the CA on its own machine: without a folder, where it was started.']
          : []),
        'Put your tables in place of public.my_table, separated by commas. The connector makes a publication of them: its user must own them, and needs REPLICATION and the right to create in the database.',
        'The worker connects before it takes the settings, and says what is wrong with the connection. That is what was tested; whether the connector may make its publication and its replication slot shows in its task’s status.',
      ],
    }
  },
}
