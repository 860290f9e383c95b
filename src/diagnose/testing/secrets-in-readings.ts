/** Secrets in texts that have to be read as other programs would: escaped, as dumps, as lists of arguments, as plain words. */

/** Plain words too: only the place tells that they are passwords. */
export const PLAIN_PASSWORDS = ['kirschbaum', 'S3cr3tS3cr3t', 'correct-horse-battery']

type Place = readonly [name: string, place: (password: string) => string]

const SETTERS = [
  'set the password to §',
  'I changed the password to § and restarted it',
  'the password was reset to § this morning',
  'my password, which is §, was rejected',
  'we use the password § for avnadmin',
  'entered the password § twice',
  'try § as the password',
  'Password for avnadmin is now §.',
  'ich habe das Passwort auf § gesetzt',
  'das Kennwort wurde auf § geändert',
  'j’ai mis le mot de passe à § hier',
  'cambié la contraseña a § y no conecta',
  'puse la contraseña § en el archivo',
  'ho cambiato la password in § ma niente',
  'mudei a senha para § ontem',
  'zmieniłem hasło na §',
  'şifreyi § olarak değiştirdim',
  'ik heb het wachtwoord ingesteld op §',
  'jag satte lösenordet till §',
  'я поставил пароль § и он не работает',
  'поменял пароль на §',
  '密码设置为§，连不上',
  'パスワードを§に変更しました',
  '비밀번호를 §로 바꿨어요',
  'كلمة المرور هي §',
  'הסיסמה היא §',
  'Ο κωδικός είναι §',
  'mật khẩu là §',
  'รหัสผ่าน: §',
  'kata sandi: §',
]

const nested = (password: string, depth: number): string => {
  let text = JSON.stringify({ host: 'h', password })
  for (let level = 0; level < depth; level++) text = JSON.stringify({ message: text })
  return text
}

const NAME = 'password'
const code = (letter: string, base: number, length: number) => letter.charCodeAt(0).toString(base).padStart(length, '0')
/** One letter of a name, written otherwise. */
const LETTERS: Readonly<Record<string, (letter: string) => string>> = {
  '\\u': (letter) => `\\u${code(letter, 16, 4)}`,
  '\\x': (letter) => `\\x${code(letter, 16, 2)}`,
  '&#': (letter) => `&#${code(letter, 10, 2)};`,
  '&#x': (letter) => `&#x${code(letter, 16, 2)};`,
  '%': (letter) => `%${code(letter, 16, 2)}`,
}
const ALIKE: Readonly<Record<string, string>> = { p: 'р', a: 'а', s: 'ѕ', o: 'о' }

const offset = (at: number, length: number) => at.toString(16).padStart(length, '0')
const chunks = (text: string) => {
  const bytes = Buffer.from(text)
  return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, index) => bytes.subarray(index * 16, index * 16 + 16))
}
const seen = (bytes: Buffer) =>
  [...bytes].map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
const pairs = (bytes: Buffer) => (bytes.toString('hex').match(/.{1,4}/g) ?? []).join(' ')
const DUMPS: Readonly<Record<string, (text: string) => string>> = {
  'hexdump -C': (text) =>
    chunks(text)
      .map((bytes, at) => {
        const hex = [...bytes].map((byte) => offset(byte, 2))
        const columns = [hex.slice(0, 8).join(' ').padEnd(23), hex.slice(8).join(' ').padEnd(23)]
        return `${offset(at * 16, 8)}  ${columns.join('  ')}  |${seen(bytes)}|`
      })
      .join('\n'),
  xxd: (text) =>
    chunks(text)
      .map((bytes, at) => `${offset(at * 16, 8)}: ${pairs(bytes).padEnd(39)}  ${seen(bytes)}`)
      .join('\n'),
  'tcpdump -X': (text) =>
    chunks(text)
      .map((bytes, at) => `\t0x${offset(at * 16, 4)}:  ${pairs(bytes).padEnd(39)}  ${seen(bytes)}`)
      .join('\n'),
}
const DUMPED: Readonly<Record<string, (password: string) => string>> = {
  settings: (password) => `host=h user=app password=${password}`,
  Redis: (password) => `AUTH app ${password}\r\n`,
  'Redis’ protocol': (password) => `*3\r\n$4\r\nAUTH\r\n$3\r\napp\r\n$${String(password.length)}\r\n${password}\r\n`,
  PostgreSQL: (password) => `user\0app\0p\0\0\0\u0010${password}\0`,
}

const COMMANDS: readonly (readonly string[])[] = [
  ['mysql', '-h', 'h.example.com', '-p§'],
  ['redis-cli', '-h', 'h.example.com', '-a', '§'],
  ['redis-server', '--requirepass', '§'],
  ['psql', 'postgres://app:§@h.example.com:1/d'],
  ['exporter', '--db.password', '§', '--port', '9'],
]
const LISTS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  JSON: (words) => `"command": ${JSON.stringify(words)}`,
  strace: ([program = '', ...words]) =>
    `execve("/usr/bin/${program}", ${JSON.stringify([program, ...words])}, 0x7ffd) = 0`,
  'flow of YAML': (words) => `command: [${words.join(', ')}]`,
  'lines of kubectl': (words) => `    Command:\n${words.map((word) => `      ${word}\n`).join('')}`,
  'items of YAML': (words) => `args:\n${words.map((word) => `  - ${word}\n`).join('')}`,
}

const PLACES: readonly Place[] = [
  ...[
    '-Djavax.net.ssl.trustStorePassword',
    '-Dcom.sun.management.jmxremote.password',
    '-Dspring.datasource.password',
  ].map((option): Place => [
    option,
    (password) => `app 12 0.1 java ${option}=${password} -Dhost=h.example.com -jar x.jar`,
  ]),
  ['jmxremote.password', (password) => `monitorRole ${password}\ncontrolRole ${password}`],
  ['JMX’s credentials', (password) => `env.put(JMXConnector.CREDENTIALS, new String[] {"monitor", "${password}"});`],
  ...["'§'", '"§"', '§'].map((word): Place => [
    `read -s, ${word}`,
    (password) => `read -rs X <<< ${word.replace('§', password)}`,
  ]),
  ['read -s, a heredoc', (password) => `read -s X <<EOF\n${password}\nEOF`],
  ['a heredoc into a file', (password) => `cat > pw.txt <<'EOF'\n${password}\nEOF`],
  ['echo into a file', (password) => `echo "${password}" > file`],
  ['printf into base64', (password) => `printf '%s' "${password}" | base64`],
  ['yes into passwd', (password) => `yes ${password} | passwd app`],
  ['--from-literal', (password) => `kubectl create secret generic db --from-literal=any=${password}`],
  ['vault', (password) => `vault kv put secret/db any=${password}`],
  ['a variable of a URI', (password) => `X='${password}'\npsql "postgres://app:$X@h.example.com/d"`],
  ['a variable of an option', (password) => `export X=${password}\nredis-cli -h h.example.com -a "$X"`],
  ['a variable of a format', (password) => `x = "${password}"\nurl = f"postgres://app:{x}@h.example.com/d"`],
  ['kubectl get secret', (password) => `kubectl get secret db -o jsonpath='{.data.x}' | base64 -d\n${password}`],
  ['\\password of psql', (password) => `\\password app\nEnter new password for user "app": ${password}`],
  ['identified by, without quotes', (password) => `alter user app identified by ${password}`],
  ['crypt', (password) => `select crypt('${password}', gen_salt('bf'))`],
  [
    'a column',
    (password) => `INSERT INTO users (name, password, port) VALUES ('app', '${password}', 1), ('b', '${password}', 2)`,
  ],
  ['changeUserPassword', (password) => `db.changeUserPassword("app", "${password}")`],
  ['btoa', (password) => `headers.x = 'Basic ' + btoa('app:${password}')`],
  ['below its name', (password) => `password=\n   ${password}`],
  ['a name broken by a backslash', (password) => `PGPASS\\\nWORD=${password}`],
  [
    'a name broken by the terminal',
    (password) => `${'psql "host=h.example.com user=app'.padEnd(75)} passw\nord=${password}"`,
  ],
  ['letters apart', (password) => `p a s s w o r d : ${password}`],
  ['a URI with blanks', (password) => `postgres : // app : ${password} @ h.example.com : 5432 / d`],
  ['wide letters', (password) => `ｐａｓｓｗｏｒｄ＝${password}`],
  ['strace of PostgreSQL', (password) => `sendto(5, "p\\0\\0\\0\\20${password}\\0", 17, MSG_NOSIGNAL, NULL, 0) = 17`],
  ['strace of a prompt', (password) => `read(0, "${password}\\n", 1024) = 12`],
]

/** Each place with each kind of text that it may be in. */
export const READ: readonly Place[] = [
  ['the login of a Terraform provider', (password) => `provider "grafana" {\n  auth = "${password}"\n}`],
  ['a program behind psql', (password) => `psql, then redis-cli -h h.example.com -a ${password}`],
  ['a key beside its name', (password) => `SharedAccessKeyName=Root;SharedAccessKey=${password}`],
  ...SETTERS.map((sentence): Place => [sentence, (password) => sentence.replace('§', password)]),
  ...[1, 2, 3, 4].map((depth): Place => [`JSON in JSON, ${String(depth)}`, (password) => nested(password, depth)]),
  ...Object.entries(LETTERS).flatMap(([kind, write]) =>
    [0, 4, 7].map((at): Place => {
      const name = NAME.slice(0, at) + write(NAME.charAt(at)) + NAME.slice(at + 1)
      return [
        `a name with ${kind}, ${String(at)}`,
        (password) => `{"host":"h","${name}":"${password}"}&${name}=${password}`,
      ]
    }),
  ),
  ...Object.entries(ALIKE).map(([letter, alike]): Place => [
    `${alike} for ${letter}`,
    (password) => `${NAME.replace(letter, alike)}: ${password}`,
  ]),
  ...Object.entries(LISTS).flatMap(([list, write]) =>
    COMMANDS.map((words): Place => [
      `${words[0] ?? ''} as ${list}`,
      (password) => write(words.map((word) => word.replace('§', password))),
    ]),
  ),
  ...PLACES,
]

/** Dumps: no line of one may show part of a password. */
export const DUMPED_SECRETS: readonly Place[] = Object.entries(DUMPS).flatMap(([dump, write]) =>
  Object.entries(DUMPED).map(([what, text]): Place => [`${what}, ${dump}`, (password) => write(text(password))]),
)

const base64 = (text: string) => Buffer.from(text).toString('base64')
/** What servers keep of a password. */
export const VERIFIERS: readonly Place[] = [
  ['SCRAM', (kept) => `SCRAM-SHA-256$4096:${base64(kept)}$${base64(kept)}:${base64(kept)}`],
  ['SCRAM’s proof', (kept) => `c=biws,r=abcdefgh12,p=${base64(kept.padEnd(20, 'x'))}`],
  ['MD5', (kept) => `md5${Buffer.from(kept.padEnd(16, 'x')).toString('hex').slice(0, 32)}`],
  ['MySQL', (kept) => `*${Buffer.from(kept.padEnd(20, 'x')).toString('hex').toUpperCase().slice(0, 40)}`],
  ['bcrypt', (kept) => `$2b$12$${base64(kept.padEnd(39, 'x'))}`],
]

/** What stands where a password might, and is none. */
export const NO_SECRETS = [
  ...['heroku pg:psql', 'heroku config:set X=1', 'fly secrets list', 'psql'].map((program) => `${program} -a my-app`),
  'Endpoint=sb://h.example.com/;SharedAccessKeyName=RootManageSharedAccessKey',
  'tls:\n  - secretName: my-certificate',
  'The password is checked by the server, and the token is created in the console.',
  'PGPASSFILE=/home/app/.pgpass psql -h h.example.com',
  ...['password_file', 'POSTGRES_PASSWORD_FILE', 'tokenPath', 'secret-file'].flatMap((name) =>
    ['/run/secrets/pg', './pg.txt', String.raw`C:\pg.txt`].map((path) => `${name}: ${path}\nhost: h.example.com`),
  ),
  'kubectl create configmap x --from-literal=DB_HOST=h.example.com --from-literal=sslmode=require',
  'Set the password to a new value and restart the service.',
  'We changed the password policy on h.example.com last week.',
  'It asks for the password and then hangs.',
  'Das Passwort wurde zurückgesetzt.',
  'El servidor rechazó la contraseña del usuario.',
  'パスワードを変更しました',
  '密码错误',
  'Type: Opaque\nData\n====\npassword: 16 bytes',
  "PGPASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false",
  'Error: secret "db-credentials" not found',
  'password_encryption = scram-sha-256',
  'read -p "Continue? " answer',
  'echo "hello world" > file.txt',
  'cat ca.pem > bundle.pem',
  'openat(AT_FDCWD, "/etc/ssl/ca.pem", O_RDONLY) = 4',
  'write(3, "\\26\\3\\1\\0\\365\\1\\0", 7) = 7',
  'java -Djavax.net.ssl.trustStore=/etc/t.jks -Djavax.net.debug=ssl -jar app.jar',
  'command: ["psql", "-h", "h.example.com", "-p", "5432"]',
  '{"log":"{\\"level\\":\\"info\\",\\"host\\":\\"h.example.com\\"}\\n"}',
]
