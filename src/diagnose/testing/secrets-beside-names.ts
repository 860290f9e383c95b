/** Secrets whose map names them, with other entries between. */
export const BESIDE_NAMES: readonly [string, (password: string) => string][] = [
  [
    'settings of Azure',
    (password) =>
      `[{"name":"PGSSLMODE","slotSetting":false,"value":"require"},{"name":"PGPASSWORD","slotSetting":false,"value":"${password}"}]`,
  ],
  ['variables of CodeBuild', (password) => `[{"name":"PGPASSWORD","type":"PLAINTEXT","value":"${password}"}]`],
  [
    'parameters of CloudFormation',
    (password) => `[{"ParameterKey":"DbPassword","x":[1],"ParameterValue":"${password}"}]`,
  ],
  ['JSON, a map between', (password) => `{"value": "${password}", "x": {"a": ["b"]}, "name": "DB_PASSWORD"}`],
  ['JSON, a list of values', (password) => `{"name": "DB_PASSWORD", "x": {"a": "b"}, "value": ["a", "${password}"]}`],
  [
    'JSON in one string, named',
    (password) => String.raw`"{\"name\":\"DB_PASSWORD\",\"x\":1,\"value\":\"${password}\"}"`,
  ],
  ['JSON, cut off', (password) => `{"env": [{"name": "DB_PASSWORD", "x": 1, "value": "${password}`],
  ['Terraform, an entry between', (password) => `env {\n  name = "DB_PASSWORD"\n  x = 1\n  value = "${password}"\n}`],
  [
    'YAML, entries between',
    (password) => `- name: DB_PASSWORD\n  x:\n    a: b\n  # why\n\n  value: ${password}\n- name: x`,
  ],
  [
    'YAML, a block and entries between',
    (password) => `- value: |\n    ab\n\n    ${password}\n  x:\n  - a\n  name: DB_PASSWORD`,
  ],
  ...['........', '.'.repeat(60), ' ............ : ', ' . . . . . . . . : ', '--------', '________'].flatMap(
    (leader): [string, (password: string) => string][] => [
      [`led to by ${leader}`, (password) => `10:00 DEBUG Config - db.password${leader}${password}\nhost${leader}h`],
      [`led to by ${leader}, in quotes`, (password) => `10:00 DEBUG Config - password${leader}"${password}"`],
    ],
  ),
  ['a name in italics', (password) => `*password*: ${password}`],
  ['YAML, over lines in quotes', (password) => `name: DB_PASSWORD\nx: y\nvalue: "ab\n  ${password}"`],
]

/** What stands in where a variable isn't set, and what functions return. */
export const FALLBACKS: readonly [string, (password: string) => string][] = [
  ...[
    'const password = process.env.PW ?? ',
    'const password = process.env.PW\n  ?? ',
    'password: process.env.PW ||\n    ',
    'password <- Sys.getenv("PW", unset = ',
    'password = os.environ.get("PW") or ',
    'val password = System.getenv("PW") ?: ',
    'String password = pw.orElse(',
    'val password = sys.env.getOrElse("PW", ',
    'let password = env::var("PW").unwrap_or(',
    'let password = env::var("PW").unwrap_or_else(|_| ',
    "password: ENV['PW'] || ",
    "$password = getenv('PW') ?: ",
    'my $password = $ENV{PW} // ',
    '(def password (or (System/getenv "PW") ',
    ".option('password', { type: 'string', default: ",
    'DB_PASSWORD ?= ',
    'param adminPassword string = ',
    'getPassword() { return ',
    'def get_password():\n    return ',
    "fn password() -> &'static str { ",
    'fun password() = ',
    'const getPassword = async () => ',
  ].map((before): [string, (password: string) => string] => [before, (password) => `${before}"${password}"`]),
  ...['${PW:-x}', '"${PW:-x}"', '${PW:x}', '${PW:=x}', '${env.PW:x}', "{{ pw | default('x') }}"].map(
    (value): [string, (password: string) => string] => [
      `a reference with a default, ${value}`,
      (password) => `db:\n  password: ${value.replace('x', password)}\n`,
    ],
  ),
  ['below a sentence', (password) => `the password for app is:\n\n    ${password}\n\nThanks`],
  ['below a sentence, fenced', (password) => `The password is\n\`\`\`text\n${password}\n\`\`\``],
  ['a nested value of XML', (password) => `<property name="jdbcPassword"><value>${password}</value></property>`],
  ['a table of lines', (password) => `│ user │ password │\n│ app │ ${password} │`],
]

/** Secrets in SQL, in .netrc, and a line below their name. */
export const STATEMENTS: readonly [string, (password: string) => string][] = [
  ...['PostgreSQL', 'MySQL', 'MaterializedPostgreSQL', 'MaterializedMySQL'].map(
    (engine): [string, (password: string) => string] => [
      `an engine, ${engine}`,
      (password) => `CREATE DATABASE x ENGINE = ${engine}('h:1', 'd', 'app', '${password}')`,
    ],
  ),
  ...['postgresql', 'mysql', 'remoteSecure', 'remote', 'mongodb'].map(
    (name): [string, (password: string) => string] => [
      `a table function, ${name}`,
      (password) => `SELECT * FROM ${name}('h:1', 'd', 't', 'app', '${password}')`,
    ],
  ),
  ['a table function of S3', (password) => `SELECT * FROM s3('https://b.example.com/x', 'AKIA', '${password}', 'CSV')`],
  ...[
    'BY',
    'WITH sha256_password BY',
    "WITH 'mysql_native_password' BY",
    'WITH mysql_native_password AS',
    'VIA ed25519 USING',
    'WITH sha256_password\n  BY',
  ].map((how): [string, (password: string) => string] => [
    `IDENTIFIED ${how}`,
    (password) => `CREATE USER app IDENTIFIED ${how} '${password}'`,
  ]),
  ['a user mapping', (password) => `CREATE USER MAPPING FOR app SERVER s OPTIONS (user 'app', password '${password}')`],
  ['a user mapping, changed', (password) => `ALTER USER MAPPING FOR app SERVER s OPTIONS (SET password '${password}')`],
  ['a role', (password) => `ALTER ROLE app WITH LOGIN ENCRYPTED PASSWORD '${password}'`],
  ['.netrc', (password) => `cat > ~/.netrc <<EOF\nmachine h.example.com login app password ${password}\nEOF`],
  ['.netrc, on lines', (password) => `machine h.example.com\n  login app\n  password ${password}\n`],
  ['.netrc, no machine', (password) => `default login app password ${password}`],
  ['a pair of Kotlin on two lines', (password) => `"ssl.key.password" to\n    "${password}"`],
  ['a pair of Scala on two lines', (password) => `"ssl.key.password" ->\n    "${password}"`],
  ['put on two lines', (password) => `props.put("ssl.key.password",\n    "${password}");`],
  ['a word in a comment', (password) => `# password ${password}`],
  ['curl --oauth2-bearer', (password) => `curl -k --oauth2-bearer '${password}' https://h.example.com/`],
  ['curl -sSu without a blank', (password) => `curl -sSume:${password} https://h.example.com/`],
  ['curl -u without a name', (password) => `curl -su :${password} https://h.example.com/`],
  ['redis-cli -a without a blank', (password) => `redis-cli -h h.example.com -a${password} PING`],
  ['gh secret set', (password) => `gh secret set DB_PASSWORD --body '${password}'`],
  ['appSettings, a path', (password) => `<add key="Db:Password" value="${password}" />`],
]
