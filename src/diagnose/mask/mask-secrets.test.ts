import { describe, expect, it } from 'vitest'

import { maskSecrets } from './mask-secrets.ts'

/** Passwords with the characters that break readers. */
const PASSWORDS = [
  'S3cr3tS3cr3t',
  'S3cr#S3cr3t',
  'S3cr?S3cr3t',
  'S3cr/S3cr3t',
  'S3cr@S3cr3t',
  'S3cr:S3cr3t',
  'S3cr%S3cr3t',
  'S3cr&S3cr3t',
  'S3cr;S3cr3t',
  'S3cr,S3cr3t',
  'S3cr)S3cr3t',
  'S3cr}S3cr3t',
  'S3cr$S3cr3t',
  'S3cr[S3cr3t',
  'S3cr=S3cr3t',
  'S3cr+S3cr3t',
]
/** Where a password stands without quotes of its own around it. */
const PLACES: readonly [string, (password: string) => string][] = [
  ...[
    'postgres',
    'postgresql+asyncpg',
    'mysql',
    'mysql+pymysql',
    'redis',
    'rediss',
    'valkeys',
    'mongodb+srv',
    'amqps',
    'https',
    'ecto',
    'jdbc:mysql',
    'clickhouse',
  ].map((scheme): [string, (password: string) => string] => [
    `${scheme} URI`,
    (password) => `${scheme}://app:${password}@h.example.com:1/d?sslmode=require`,
  ]),
  ['URI without a user', (password) => `redis://:${password}@h.example.com:1`],
  ['URI without a host', (password) => `postgres://app:${password}@/d?host=/tmp`],
  ['URI with a placeholder host', (password) => `postgres://app:${password}@\${HOST}:5432/d`],
  ['URI in quotes', (password) => `const url = "postgres://app:${password}@h.example.com:1/d";`],
  ['URI in single quotes', (password) => `DATABASE_URL='postgres://app:${password}@h:1/d'`],
  ['two hosts', (password) => `postgres://app:${password}@a.example.com:1,b.example.com:2/d`],
  ['an @ behind', (password) => `postgres://app:${password}@h.example.com:1/d?application_name=me@work`],
  ['Go DSN', (password) => `app:${password}@tcp(h.example.com:1)/d?tls=skip-verify`],
  ['Go DSN in code', (password) => `db, err := sql.Open("mysql", "app:${password}@tcp(h:1)/d")`],
  ['Go DSN on a socket', (password) => `app:${password}@unix(/tmp/x.sock)/d`],
  ['no scheme', (password) => `connecting to app:${password}@h.example.com:5432`],
  ['.pgpass', (password) => `h.example.com:5432:d:app:${password}`],
  ['psycopg2.connect, positional', (password) => `conn = psycopg2.connect("h.example.com", "app", "${password}", "d")`],
  ['new PDO, positional', (password) => `$db = new PDO('pgsql:host=h;dbname=d', 'app', '${password}');`],
  ['new mysqli', (password) => `new mysqli("h.example.com", "app", "${password}", "d", 3306)`],
  ['getConnection', (password) => `DriverManager.getConnection("jdbc:mysql://h/d", "app", "${password}");`],
  ['put', (password) => `props.put("ssl.keystore.password", "${password}");`],
  ['put of a constant', (password) => `props.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, "${password}");`],
  ['a setter', (password) => `config.setPassword("${password}");`],
  ['a builder', (password) => `.password("${password}")`],
  ['auth', (password) => `client.auth("${password}")`],
  ['keyword', (password) => `connect(host="h", password="${password}", user="app")`],
  ['Python string of bytes', (password) => `connect(password=b'${password}')`],
  ['joined strings', (password) => `password = "x" + "${password}"`],
  ['joined strings on two lines', (password) => `password = "x" \\\n  "${password}"`],
  ['libpq keywords', (password) => `host=h password=${password} dbname=d`],
  ['.NET', (password) => `Host=h;Username=app;Password="${password}";SSL Mode=Require`],
  ['.NET, bare', (password) => `Server=h;Uid=app;Pwd=${password.replaceAll(';', '')};SslMode=None`],
  ['properties', (password) => `ssl.truststore.password=${password}`],
  ['properties with spaces', (password) => `ssl.truststore.password = ab ${password} cd`],
  ['properties, continued', (password) => `ssl.truststore.password=ab\\\n  ${password}`],
  ['env', (password) => `export PGPASSWORD=${password}`],
  ['env before a command', (password) => `PGPASSWORD=${password} psql -h h`],
  ['PowerShell', (password) => `$env:PGPASSWORD = "${password}"`],
  ['YAML', (password) => `spring:\n  datasource:\n    password: ${password}\n    url: x`],
  ['YAML, quoted', (password) => `password: "${password}"`],
  ['YAML block', (password) => `password: |\n  ${password}\nuser: x`],
  ['Kubernetes', (password) => `- name: DB_PASSWORD\n  value: ${password}`],
  ['JSON', (password) => `{"user": "app", "password": "${password}", "x": 1}`],
  ['JSON in one string', (password) => `"{\\"password\\": \\"${password}\\"}"`],
  ['XML', (password) => `<password>${password}</password>`],
  ['XML attribute', (password) => `<property name="connection.password" value="${password}"/>`],
  ['PHP array', (password) => `'password' => '${password}',`],
  ['Ruby', (password) => `password: '${password}',`],
  ['JAAS', (password) => `sasl.jaas.config=x required username="u" password="${password}";`],
  ['schema registry', (password) => `basic.auth.user.info=u:${password}`],
  ['mysql -p', (password) => `mysql -h h -u u -p${password}`],
  ['mysql -p, quoted', (password) => `mysql -h h -u u -p'${password}'`],
  ['--password', (password) => `mysql --password=${password} --host=h`],
  ['--password and a space', (password) => `x --password "${password}"`],
  ['redis-cli -a', (password) => `redis-cli -h h -a ${password} --tls`],
  ['redis-cli --pass', (password) => `redis-cli -h h --pass '${password}' --tls`],
  ['curl -u', (password) => `curl -u me:${password} https://x`],
  ['kcat -X', (password) => `kcat -X sasl.password=${password} -L`],
  ['basic auth', (password) => `Authorization: Basic ${password}`],
  ['SQL', (password) => `ALTER USER app PASSWORD '${password}'`],
  ['SQL of MySQL', (password) => `CREATE USER app IDENTIFIED BY '${password}'`],
  ['an entry of XML', (password) => `<entry key="sasl.password">${password}</entry>`],
  ['a property of Hadoop', (password) => `<property>\n  <name>db.password</name>\n  <value>${password}</value>`],
  ['quoted mail', (password) => `> password=${password}`],
  ['a comment', (password) => `# password: ${password}`],
]

describe('maskSecrets', () => {
  it.each(PLACES)('%s', (_, place) => {
    const shown = PASSWORDS.filter((password) => maskSecrets(place(password)).includes('S3cr3t'))
    expect(shown).toEqual([])
    const withReturns = PASSWORDS.filter((password) =>
      maskSecrets(place(password).replaceAll('\n', '\r\n')).includes('S3cr3t'),
    )
    expect(withReturns).toEqual([])
  })

  it.each([
    ['a password torn by a space', 'postgres://app:S3 cr3t@h:1/d'],
    ['torn by a line end', 'postgres://app:abc\n  S3cr3t@h:1/d'],
    ['torn by quotes', '"postgres://app:abc" +\n  "S3cr3t@h:1/d"'],
    ['never ended', '"postgres://app:S3cr3t'],
    ['a token as user', 'https://ghp_S3cr3t0123@github.example.com/x'],
    ['Aiven’s own', 'see AVNS_S3cr3t'],
    ['an Aiven token', 'aivenv1 S3cr3t'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzS3cr3t.x'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nS3cr3t\n-----END PRIVATE KEY-----'],
    ['a private key that is cut off', '-----BEGIN RSA PRIVATE KEY-----\nS3cr3t'],
    ['a private key in a URL', '-----BEGIN%20EC%20PRIVATE%20KEY-----%0AS3cr3t'],
    ['a private key in base64', `key: ${btoa('-----BEGIN PRIVATE KEY-----')}S3cr3t`],
    ['a private key without armour', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwS3cr3t'],
  ])('%s', (_, text) => {
    expect(maskSecrets(text)).not.toMatch(/S3cr3t|cr3t@/)
  })

  it.each([
    'psql: error: connection to server at "db.example.com" (10.0.0.1), port 20984 failed: FATAL:  password authentication failed for user "app"',
    'postgres://app@h.example.com:1/d?sslmode=verify-full&sslrootcert=ca.pem',
    'ssl://h.example.com:20985/bootstrap: SSL handshake failed',
    'security.protocol=SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem',
    'mysql --host=h --port 3306 --ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem',
    'psql "host=h port=1 dbname=d sslmode=require"',
    'openssl s_client -connect h.example.com:1 -servername h.example.com -showcerts',
    'http://localhost:8080/x and https://h.example.com:443/',
    'at Module._compile (node:internal/modules/cjs/loader:1554:14)',
    'curl --cacert ca.pem -u me https://x',
  ])('leaves alone: %s', (text) => {
    expect(maskSecrets(text)).toBe(text)
  })

  it('comes to an end on whatever is long', () => {
    for (const piece of [
      '://a:',
      'password=',
      'a:b@',
      '-p',
      'connect(',
      '"',
      'BEGIN PRIVATE KEY',
      'x.'.repeat(30),
      '@',
      'mysql -',
      'name: password\n',
    ]) {
      const text = piece.repeat(Math.ceil(65_536 / piece.length))
      const start = performance.now()
      maskSecrets(text)
      expect([piece, performance.now() - start < 2000]).toEqual([piece, true])
    }
  })
})
