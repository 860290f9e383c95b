/** Secrets in sentences, tables, statements and pipes, and in encodings. */

/** How people call a password, and say what it is. */
const SENTENCES: readonly (readonly [language: string, ...(readonly string[])])[] = [
  ['English', 'the pw is', 'my password was', 'pass:', 'password ->', 'pwd =', 'passphrase:', 'Password for user app:'],
  ['German', 'das Passwort ist', 'das Passwort lautet', 'Kennwort:', 'Passwort für app:'],
  ['French', 'le mot de passe est', 'mdp :', 'mot de passe:'],
  ['Spanish', 'la contraseña es', 'clave:', 'la contraseña de app es'],
  ['Portuguese', 'a senha é', 'senha:'],
  ['Italian', 'la password è', 'password:'],
  ['Dutch', 'het wachtwoord is', 'wachtwoord:'],
  ['Polish', 'hasło:', 'hasło to jest'],
  ['Russian', 'пароль:', 'пароль —'],
  ['Finnish', 'salasana on', 'salasana:'],
  ['Japanese', 'パスワードは', 'パスワード：'],
  ['Chinese', '密码是', '密码：'],
  ['Korean', '비밀번호는', '비밀번호:'],
]
/** Where a sentence may stand, with what must stay in sight. */
const AROUND: readonly ((sentence: string) => string)[] = [
  (sentence) => sentence,
  (sentence) => `# ${sentence}\nhost=h.example.com`,
  (sentence) => `// ${sentence}\nconst host = "h.example.com"`,
  (sentence) => `Hi, I can't connect to h.example.com: ${sentence}\nWhat is wrong?`,
  (sentence) => `> ${sentence}\n> It worked yesterday.`,
]

export const SAID: readonly (readonly [string, (password: string) => string])[] = [
  ...SENTENCES.flatMap(([language, ...beginnings]) =>
    beginnings.flatMap((beginning) =>
      AROUND.map(
        (around, index) =>
          [
            `${language}, “${beginning}”, ${String(index)}`,
            (password: string) => around(`${beginning} ${password}`),
          ] as const,
      ),
    ),
  ),
  // Whatever stands between, what looks made up is none of the sentence's words.
  ...[
    ['I set the password to', 'yesterday'],
    ['here’s the password,', ', don’t share it'],
    ['mit dem Passwort', 'komme ich nicht rein'],
    ['con la contraseña', 'no funciona'],
    ['the password was changed to', ''],
    ['lösenordet är', ''],
    ['heslo je', ''],
    ['Enter it again:', ''],
  ].map(
    ([before = '', behind = '']) =>
      [`${before} …`, (password: string) => `${before} ${password} ${behind}\nhost h.example.com`] as const,
  ),
  ['from one to another', (password) => `I changed my password from ${password} to oldboat, it fails`],
  [
    'to another',
    (password) => `I changed the password from oldboat to ${password} and now login to h.example.com fails`,
  ],
  ['the new one', (password) => `The old password was sunboat1, the new one is ${password}. Neither works.`],
  ['two in quotes', (password) => `Tried both "Boat-1" and "${password}" as password for avnadmin`],
  ['several words', (password) => `my pw: correct horse ${password} staple\nhost: h.example.com`],
  ['no verb', (password) => `# user app, password ${password}`],
  ['beside a user', (password) => `I log in with avnadmin / ${password} on port 12691`],
  ['before its name', (password) => `use app and ${password} (password)`],
  ['a prompt', (password) => `Enter PEM pass phrase: ${password}`],
  ['a row of Markdown', (password) => `| Password | ${password.replace('|', '')} |\n| Host | h.example.com |`],
  ['a row with tabs', (password) => `Host\th.example.com\nPassword\t${password}`],
  ['below its name', (password) => `Host\nh.example.com\nPassword\n${password}`],
  ['a column of psql', (password) => ` user | password \n------+----------\n app  | ${password}\n`],
  ['a column of a sheet', (password) => `host\tuser\tpassword\nh.example.com\tapp\t${password}`],
  ['a column with semicolons', (password) => `host;user;password\nh.example.com;app;${password.replace(';', '')}`],
  ['a column with commas', (password) => `host,user,password\nh.example.com,app,${password.replace(',', '')}`],
]

const SINKS = [
  'vercel env add DATABASE_PASSWORD production',
  'wrangler secret put PGPASSWORD',
  'base64 -d > x',
  'docker login -u app --password-stdin r.example.com',
  'gh auth login --with-token',
  'sudo -S true',
  'chpasswd',
]
const WRITERS = ['echo', 'echo -n', "printf '%s'", 'print', 'Write-Output']

export const COMMANDS: readonly (readonly [string, (password: string) => string])[] = [
  ...[
    'CREATE SECRET x AS',
    'CREATE SECRET IF NOT EXISTS x AS',
    "SET PASSWORD FOR 'app'@'%' =",
    'SET PASSWORD =',
    'ALTER ROLE app PASSWORD E',
  ].map(
    (statement) =>
      [statement, (password: string) => `${statement}${statement.endsWith('E') ? '' : ' '}'${password}';`] as const,
  ),
  ['SET PASSWORD, a function', (password) => `SET PASSWORD FOR app = PASSWORD('${password}')`],
  ...[
    ['TypeScript', 'const password: string ='],
    ['TypeScript, or none', 'password?: string | undefined ='],
    ['Scala', 'val password: String ='],
    ['Swift', 'let password: String? ='],
    ['Rust', 'const PASSWORD: &str ='],
    ['Rust, a lifetime', "static DB_PASSWORD: &'static str ="],
  ].map(([language, declared]) => [`${language}`, (password: string) => `${declared} "${password}"`] as const),
  ['var_dump', (password) => `["password"]=>\n  string(12) "${password}"`],
  ['mysql, several words in quotes', (password) => `mysql -u me -p'two ${password} words' -h h.example.com`],
  [
    'mysql, escaped',
    (password) => String.raw`mysql -u me -ptwo\ ${password.replace(/[;&]/, '')}\ words -h h.example.com`,
  ],
  ...[
    ['Go', 'fmt.Sprintf("user=%s password=%s host=%s", "app", ', ', "h.a.example.com")'],
    ['Java', 'String.format("jdbc:mysql://%s/d?user=%s&password=%s", "h.a.example.com", "app", ', ')'],
    ['PHP', "sprintf('pgsql:host=%s;user=%s;password=%s', 'h.a.example.com', 'app', ", ')'],
    ['Python', '"postgres://{}:{}@{}/d".format("app", ', ', "h.a.example.com")'],
    ['Python, the password alone', '"postgres://app:{}@h.a.example.com/d".format(', ')'],
    ['Python, percent', '"host=%s password=%s" % ("h.a.example.com", ', ')'],
  ].map(
    ([language = '', before = '', behind = '']) =>
      [`a format, ${language}`, (password: string) => `${before}"${password}"${behind}`] as const,
  ),
  ['a text over lines of PHP', (password) => `$password = <<<EOT\n${password}\nEOT;`],
  ['a text over lines of Terraform', (password) => `db_password = <<EOF\n${password}\nEOF\n`],
  ['az keyvault', (password) => `az keyvault secret set --name pg --value '${password}' --vault-name kv`],
  ['ldapsearch', (password) => `ldapsearch -D cn=admin -w '${password}' -h h.example.com`],
  ['htpasswd', (password) => `htpasswd -b file app '${password}'`],
  ['gh -b', (password) => `gh secret set DB_PASSWORD -b '${password}'`],
  ['gh --body', (password) => `gh secret set X --body '${password}'`],
  ['put-parameter', (password) => `aws ssm put-parameter --name x --value '${password}' --type SecureString`],
  ['userlist.txt', (password) => `"app" "${password}"`],
  ['HELLO', (password) => `HELLO 3 AUTH default '${password}' SETNAME app`],
  ['MIGRATE', (password) => `MIGRATE h 6379 "" 0 500 AUTH '${password}' KEYS a b`],
  ['MIGRATE, a user', (password) => `MIGRATE h 6379 "" 0 500 AUTH2 default '${password}' KEYS a b`],
  ['Lua', (password) => `red:auth("${password}")`],
  ['openssl -k', (password) => `openssl enc -aes-256-cbc -k '${password}' -in ca.pem`],
  ...['quote_plus', 'encodeURIComponent', 'url.QueryEscape', 'Uri.EscapeDataString', 'rawurlencode'].map(
    (name) => [name, (password: string) => `${name}("${password}")`] as const,
  ),
  ['behind the user of a list', (password) => `["avnadmin", "${password}", "h.a.example.com"]`],
  ['behind the user of a command', (password) => `./connect.sh h.a.example.com 5432 avnadmin '${password}'`],
  ...['  ', '     '].map(
    (gap) =>
      [
        `columns of ${gap.length}`,
        (password: string) => `USER${gap}PASSWORD\n=====${gap}====\napp${gap}${password}`,
      ] as const,
  ),
  ['dollar quotes', (password) => `ALTER ROLE app PASSWORD $$${password.replace('$', '')}$$;`],
  ['dollar quotes with a tag', (password) => `ALTER ROLE app PASSWORD $x$${password.replace('$', '')}$x$;`],
  ...['requirepass', 'masterauth'].map(
    (name) => [`CONFIG SET ${name}`, (password: string) => `h:1> CONFIG SET ${name} "${password}"`] as const,
  ),
  ['MONITOR', (password) => `1701340000.1 [0 h:1] "AUTH" "default" "${password}"`],
  ...SINKS.flatMap((sink) =>
    WRITERS.flatMap((writer) => [
      [`${writer} into ${sink}`, (password: string) => `${writer} '${password}' | ${sink}`] as const,
    ]),
  ),
  ['a here-string', (password) => `docker login -u app --password-stdin <<< "${password}"`],
  ...['echo', 'echo -e', 'printf', 'RUN echo'].map(
    (writer) =>
      [
        `.pgpass by ${writer}`,
        (password: string) => `${writer} "h.example.com:5432:d:app:${password}" >> ~/.pgpass`,
      ] as const,
  ),
  ['a file of a secret', (password) => `echo '${password}' > ./db_password.txt`],
  ['expect', (password) => `expect -c 'spawn psql; send "${password}\\r"'`],
  ['a secure string', (password) => `ConvertTo-SecureString "${password}" -AsPlainText -Force`],
  ['a plan of Terraform', (password) => `~ service_password = "old" -> "${password}"`],
  ['a template of a header', (password) => `{ headers: { Authorization: \`Bearer ${password}\` } }`],
  ['a cookie', (password) => `Cookie: session=${password}; theme=dark`],
  ['a secret of Kubernetes, in plain', (password) => `kind: Secret\nstringData:\n  anything: ${password}`],
  ['a secret of Kubernetes, cut off', (password) => `stringData:\n  anything: ${password}`],
  [
    'a secret of Kubernetes, a block',
    (password) => `kind: Secret\nstringData:\n  anything: |\n    ${password}\n  a: b`,
  ],
  ['a secret of Kubernetes, in JSON', (password) => `{"kind": "Secret", "stringData": {"anything": "${password}"}}`],
]

const URI = (password: string) => `postgres://app:${password}@h.example.com:5432/d`
const base64 = (text: string) => Buffer.from(text).toString('base64')
/** What holds a secret when it is decoded. */
const INSIDE: Readonly<Record<string, (password: string) => string>> = {
  'a URI': URI,
  'a login': (password) => `app:${password}`,
  settings: (password) => `host=h.example.com\npassword=${password}\n`,
  JSON: (password) => JSON.stringify({ host: 'h.example.com', password }),
}
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  base64,
  'base64 without its end': (text) => base64(text).replaceAll('=', ''),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 twice': (text) => base64(base64(text)),
  'base64, wrapped': (text) => (base64(text + ' '.repeat(60)).match(/.{1,76}/g) ?? []).join('\n'),
}
const PLACED: Readonly<Record<string, (value: string) => string>> = {
  alone: (value) => value,
  'in a header': (value) => `Authorization: Basic ${value}`,
  'in a variable': (value) => `X_B64=${value}`,
  'in JSON': (value) => JSON.stringify({ auths: { 'r.example.com': { auth: value } } }),
  'in a map of Kubernetes': (value) => `kind: Secret\ndata:\n  x: ${value}`,
}

/** Texts and what of them must not be shown. */
export const ENCODED: readonly (readonly [
  string,
  (password: string) => { readonly text: string; readonly encoded: string },
])[] = Object.entries(INSIDE).flatMap(([what, inside]) =>
  Object.entries(ENCODINGS).flatMap(([how, encode]) =>
    Object.entries(PLACED).flatMap(([where, place]) => {
      // A variable and a header end with their line.
      if (how.includes('wrapped') && where !== 'alone') return []
      return [
        [
          `${what}, ${how}, ${where}`,
          (password: string) => {
            const encoded = encode(inside(password))
            return { text: place(encoded), encoded }
          },
        ] as const,
      ]
    }),
  ),
)

/** URIs and forms with percent signs, once, twice and three times. */
export const PERCENT: readonly (readonly [string, (password: string) => string])[] = [1, 2, 3].flatMap((times) =>
  [URI, (password: string) => `user=app&password=${password}`].map(
    (inside, index) =>
      [
        `${index === 0 ? 'a URI' : 'a form'}, encoded ${String(times)} times`,
        (password: string) => {
          let value = inside(password)
          for (let time = 0; time < times; time++) value = encodeURIComponent(value)
          return `next=${value}`
        },
      ] as const,
  ),
)
