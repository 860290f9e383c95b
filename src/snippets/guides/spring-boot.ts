/** Spring Boot with PostgreSQL and MySQL: what stands in application.properties, and the smallest application that uses it. */
import { propertyValue, UnwritableError } from '../escape.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { addressOf, CA, PASSWORD_PLACEHOLDER, pathOf, TRUST_STORE } from './parts.ts'
import { jdbcUrl } from './jdbc.ts'
import { javaGuide, mavenInstall } from './program.ts'

export type Settings = readonly (readonly [string, string])[]

/** Spring resolves placeholders in the values that it reads. */
export const withoutPlaceholder = (value: string): string => {
  if (value.includes('${')) throw new UnwritableError('Spring reads ${ in a name as a placeholder.')
  return value
}

const PASSWORD_NOTE =
  'The password is in a variable, and Spring replaces ${...} in it too: change a password that contains ${.'

export const PLACE_NOTE = 'In your own project, application.properties belongs in src/main/resources.'

export const NOTES = () => [PLACE_NOTE, PASSWORD_NOTE]

/** @param references values that are Spring's own references, written as they are */
export const properties = (settings: Settings, references: Settings = []) => ({
  name: 'application.properties',
  language: 'properties' as const,
  text: `${[...settings.map(([key, value]) => `${key}=${propertyValue(withoutPlaceholder(value))}`), ...references.map((pair) => pair.join('=')), 'spring.main.banner-mode=off'].join('\n')}\n`,
})

export const application = (imports: readonly string[], statement: string): string => `${[
  'org.springframework.boot.SpringApplication',
  'org.springframework.boot.autoconfigure.EnableAutoConfiguration',
  ...imports,
]
  .toSorted()
  .map((name) => `import ${name};\n`)
  .join('')}
@EnableAutoConfiguration
public class Connect {
    public static void main(String[] args) throws Exception {
        try (var context = SpringApplication.run(Connect.class, args)) {
${statement}
        }
    }
}
`

const QUERY = `            var jdbc = context.getBean(JdbcTemplate.class);
            System.out.println(jdbc.queryForObject("SELECT 'connected'", String.class));`

const JDBC_TEMPLATE = ['org.springframework.jdbc.core.JdbcTemplate']
const JDBC_STARTER = 'org.springframework.boot:spring-boot-starter-jdbc'

export const springPostgresql = javaGuide({
  install: mavenInstall(JDBC_STARTER, 'org.postgresql:postgresql'),
  password: 'PGPASSWORD',
  notes: NOTES,
  files: (facts, system) => [
    properties(
      [
        ['spring.datasource.url', jdbcUrl(facts)],
        ['spring.datasource.username', facts.user],
        ['spring.datasource.hikari.data-source-properties.sslmode', 'verify-full'],
        facts.trust === 'project-ca'
          ? ['spring.datasource.hikari.data-source-properties.sslrootcert', pathOf(facts, system, CA)]
          : ['spring.datasource.hikari.data-source-properties.sslfactory', 'org.postgresql.ssl.DefaultJavaSSLFactory'],
      ],
      [['spring.datasource.password', '${PGPASSWORD}']],
    ),
  ],
  text: () => application(JDBC_TEMPLATE, QUERY),
})

export const springMysql = javaGuide({
  install: mavenInstall(JDBC_STARTER, 'com.mysql:mysql-connector-j'),
  password: MYSQL_PASSWORD,
  needs: () => [TRUST_STORE],
  notes: NOTES,
  files: (facts, system) => {
    const data = 'spring.datasource.hikari.data-source-properties'
    return [
      {
        ...properties(
          [
            [
              'spring.datasource.url',
              `jdbc:mysql://${addressOf(facts)}/${encodeURIComponent(facts.database ?? 'defaultdb')}`,
            ],
            ['spring.datasource.username', facts.user],
            [`${data}.sslMode`, 'VERIFY_IDENTITY'],
            [`${data}.trustCertificateKeyStoreUrl`, `file:${pathOf(facts, system, TRUST_STORE)}`],
            [`${data}.trustCertificateKeyStoreType`, 'PKCS12'],
            [`${data}.trustCertificateKeyStorePassword`, facts.storePassword ?? PASSWORD_PLACEHOLDER],
          ],
          [['spring.datasource.password', `\${${MYSQL_PASSWORD}}`]],
        ),
        secret: facts.storePassword !== undefined,
      },
    ]
  },
  text: () => application(JDBC_TEMPLATE, QUERY),
})
