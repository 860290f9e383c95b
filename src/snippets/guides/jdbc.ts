import { javaString, uriPart } from '../escape.ts'
import type { ConnectionFacts, Template } from '../guide.ts'
import { addressOf, CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'

/** The driver looks for `~/.postgresql/root.crt` unless told otherwise. */
const SYSTEM_TRUST: readonly [string, string] = ['sslfactory', 'org.postgresql.ssl.DefaultJavaSSLFactory']

export const jdbcUrl = (facts: ConnectionFacts): string =>
  `jdbc:postgresql://${addressOf(facts)}/${uriPart(databaseOf(facts))}`

export const jdbc: Template = {
  render: (facts, system) => {
    const settings: readonly (readonly [string, string])[] = [
      ['user', facts.user],
      ['sslmode', 'verify-full'],
      facts.trust === 'project-ca' ? ['sslrootcert', pathOf(facts, system, CA)] : SYSTEM_TRUST,
    ]
    const url = jdbcUrl(facts)
    return {
      needs: neededFiles(facts),
      install: {
        what: 'Needs Java 11 or later, and the driver from jdbc.postgresql.org, saved as postgresql.jar in the same folder.',
      },
      files: [
        {
          name: 'Connect.java',
          language: 'java',
          text: `import java.sql.DriverManager;
import java.util.Properties;

public class Connect {
    public static void main(String[] args) throws Exception {
        var properties = new Properties();
${settings.map(([key, value]) => `        properties.setProperty("${key}", ${javaString(value)});`).join('\n')}
        properties.setProperty("password", System.getenv("PGPASSWORD"));
        try (var connection = DriverManager.getConnection(${javaString(url)}, properties);
                var rows = connection.createStatement().executeQuery("SELECT 'connected'")) {
            rows.next();
            System.out.println(rows.getString(1));
        }
    }
}
`,
        },
      ],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['java', '-cp', 'postgresql.jar', 'Connect.java']),
      success: 'connected',
      notes: [],
    }
  },
}
