/** JDBC drivers of MySQL, and the pool that most Java applications keep their connections in. */
import { javaString, uriPart } from '../escape.ts'
import type { ConnectionFacts } from '../guide.ts'
import { jdbcUrl } from './jdbc.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { addressOf, CA, PASSWORD_PLACEHOLDER, pathOf, TRUST_STORE } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { javaGuide, mavenInstall } from './program.ts'

type Settings = readonly (readonly [string, string])[]

const program = (url: string, settings: Settings, password: string): string => `import java.sql.DriverManager;
import java.util.Properties;

public class Connect {
    public static void main(String[] args) throws Exception {
        var properties = new Properties();
${settings.map(([key, value]) => `        properties.setProperty("${key}", ${javaString(value)});`).join('\n')}
        properties.setProperty("password", System.getenv("${password}"));
        try (var connection = DriverManager.getConnection(${javaString(url)}, properties);
                var rows = connection.createStatement().executeQuery("SELECT 'connected'")) {
            rows.next();
            System.out.println(rows.getString(1));
        }
    }
}
`

const url = (facts: ConnectionFacts, scheme: string): string =>
  `jdbc:${scheme}://${addressOf(facts)}/${uriPart(databaseOf(facts))}`

/** Trusts by a trust store: the driver reads no PEM. */
export const connectorJ = javaGuide({
  install: mavenInstall('com.mysql:mysql-connector-j'),
  password: MYSQL_PASSWORD,
  needs: () => [TRUST_STORE],
  secret: ({ storePassword }) => storePassword !== undefined,
  text: (facts, system) =>
    program(
      url(facts, 'mysql'),
      [
        ['user', facts.user],
        ['sslMode', 'VERIFY_IDENTITY'],
        ['trustCertificateKeyStoreUrl', `file:${pathOf(facts, system, TRUST_STORE)}`],
        ['trustCertificateKeyStoreType', 'PKCS12'],
        ['trustCertificateKeyStorePassword', facts.storePassword ?? PASSWORD_PLACEHOLDER],
      ],
      MYSQL_PASSWORD,
    ),
})

export const mariadbJdbc = javaGuide({
  install: mavenInstall('org.mariadb.jdbc:mariadb-java-client'),
  password: MYSQL_PASSWORD,
  text: (facts, system) =>
    program(
      url(facts, 'mariadb'),
      [
        ['user', facts.user],
        ['sslMode', 'verify-full'],
        ['serverSslCert', pathOf(facts, system, CA)],
      ],
      MYSQL_PASSWORD,
    ),
})

export const hikari = javaGuide({
  install: mavenInstall('com.zaxxer:HikariCP', 'org.postgresql:postgresql'),
  password: 'PGPASSWORD',
  text: (facts, system) => {
    const trust =
      facts.trust === 'project-ca'
        ? `"sslrootcert", ${javaString(pathOf(facts, system, CA))}`
        : '"sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"'
    return `import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

public class Connect {
    public static void main(String[] args) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(${javaString(jdbcUrl(facts))});
        config.setUsername(${javaString(facts.user)});
        config.setPassword(System.getenv("PGPASSWORD"));
        config.addDataSourceProperty("sslmode", "verify-full");
        config.addDataSourceProperty(${trust});
        try (var pool = new HikariDataSource(config);
                var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT 'connected'")) {
            rows.next();
            System.out.println(rows.getString(1));
        }
    }
}
`
  },
})
