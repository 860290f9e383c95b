import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { COMMANDS, ENCODED, PERCENT, SAID } from '../testing/secrets-in-words.ts'
import { DUMPED_SECRETS, NO_SECRETS, PLAIN_PASSWORDS, READ, VERIFIERS } from '../testing/secrets-in-readings.ts'
import { PASSWORDS, PLACES } from '../testing/secrets.ts'
import { maskSecrets } from './mask-secrets.ts'
import { positionalRanges } from './positional.ts'

describe('maskSecrets', () => {
  it.each([...PLACES, ...SAID, ...COMMANDS, ...PERCENT])('%s', (_, place) => {
    const shown = PASSWORDS.filter((password) => maskSecrets(place(password)).includes('S3cr3t'))
    expect(shown).toEqual([])
    const withReturns = PASSWORDS.filter((password) =>
      maskSecrets(place(password).replaceAll('\n', '\r\n')).includes('S3cr3t'),
    )
    expect(withReturns).toEqual([])
  })

  it.each(ENCODED)('%s', (_, place) => {
    const shown = PASSWORDS.map(place).filter(({ text, encoded }) =>
      encoded.split('\n').some((line) => maskSecrets(text).includes(line.slice(0, 16))),
    )
    expect(shown).toEqual([])
  })

  it.each(READ)('%s', (_, place) => {
    expect(PLAIN_PASSWORDS.filter((password) => maskSecrets(place(password)).includes(password))).toEqual([])
  })

  it.each(DUMPED_SECRETS)('%s', (_, place) => {
    const shown = PLAIN_PASSWORDS.filter((password) => {
      const masked = maskSecrets(place(password))
      const digits = masked.replaceAll(/[^0-9a-f]/g, '')
      return masked.includes(password.slice(1, 7)) || digits.includes(Buffer.from(password.slice(1, 7)).toString('hex'))
    })
    expect(shown).toEqual([])
  })

  it.each(VERIFIERS)('what is kept: %s', (_, place) => {
    const shown = PLAIN_PASSWORDS.map(place).filter((kept) =>
      maskSecrets(`hash ${kept} of app`).includes(kept.slice(-16)),
    )
    expect(shown).toEqual([])
  })

  it.each([
    ['a word', 'the password is sunflower, and the host h.example.com', 'sunflower'],
    ['a word at the end of a comment', '# user app, password sunflower', 'sunflower'],
  ])('%s as a password', (_, text, word) => {
    expect(maskSecrets(text)).not.toContain(word)
  })

  it.each([
    ['a password torn by a space', 'postgres://app:S3 cr3t@h:1/d'],
    ['torn by a line end', 'postgres://app:abc\n  S3cr3t@h:1/d'],
    ['torn by quotes', '"postgres://app:abc" +\n  "S3cr3t@h:1/d"'],
    ['cut off behind its @', 'url: u:S3cr3t@'],
    ['never ended', '"postgres://app:S3cr3t'],
    ['a token as user', 'https://ghp_S3cr3t0123@github.example.com/x'],
    ['Aiven’s own', 'see AVNS_S3cr3t'],
    ['Aiven’s own in small letters', 'see avns_S3cr3t'],
    ['Aiven’s own, with a space', 'see AVNS _S3cr3t'],
    ['what a reference names', 'password: ${DB_X}\nDB_X=S3cr3t'],
    ['an Aiven token', 'aivenv1 S3cr3t'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzS3cr3t.x'],
    ['an account’s key', 'AccountName=x;AccountKey=S3cr3t==;EndpointSuffix=core'],
    ['a signed link', 'https://x.example.com/c?se=2026&sig=S3cr3t%2F&sp=r'],
    ['a link of S3', 'https://x.example.com/k?X-Amz-Signature=S3cr3t'],
    ['a web hook', 'https://hooks.example.com/services/T01/B02/S3cr3t'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nS3cr3t\n-----END PRIVATE KEY-----'],
    ['a private key that is cut off', '-----BEGIN RSA PRIVATE KEY-----\nS3cr3t'],
    ['a private key in a URL', '-----BEGIN%20EC%20PRIVATE%20KEY-----%0AS3cr3t'],
    ['a private key in base64', `key: ${btoa('-----BEGIN PRIVATE KEY-----')}S3cr3t`],
    ['a private key without armour', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwS3cr3t'],
  ])('%s', (_, text) => {
    expect(maskSecrets(text)).not.toMatch(/S3cr3t|cr3t@/)
  })

  it.each([
    ['[{"name":"PGSSLMODE","value":"verify-full"},{"name":"DB_PASSWORD","value":"S3cr3t"}]', 'verify-full'],
    ['[{"name":"PGSSLMODE","x":false,"value":"require"},{"name":"PGPASSWORD","x":false,"value":"S3cr3t"}]', 'require'],
    ['{"name":"PGSSLMODE","x":{"name":"PGPASSWORD","y":1,"value":"S3cr3t"},"value":"require"}', 'require'],
    ['- name: PGPASSWORD\n  x: y\n  value: S3cr3t\n- name: PGSSLMODE\n  x: y\n  value: require', 'require'],
    ['<property value="5432" name="port"/><property name="connection.password" value="S3cr3t"/>', '"5432"'],
    ['- value: S3cr3t\n  description: y\n  name: DB_PASSWORD', 'name: DB_PASSWORD'],
    ['- value: |\n    S3cr3t\n  name: DB_PASSWORD', 'name: DB_PASSWORD'],
    ['value: a"S3cr3t{}\nname: DB_PASSWORD', 'name: DB_PASSWORD'],
    ['- value: [S3cr3t\n  name: DB_PASSWORD', 'name: DB_PASSWORD'],
    ['- value: {S3cr3t\n  description: y\n  name: DB_PASSWORD', 'description: y'],
    ['{"value":"S3cr3t","type":"x","name":"DB_PASSWORD"}', '"type":"x"'],
    ['{\n  "value": "S3cr3t",\n  "sensitive": true,\n  "name": "DB_PASSWORD"\n}', '"sensitive": true'],
    ['[{"value":"verify-full","name":"PGSSLMODE"},{"value":"S3cr3t","type":"x","name":"DB_PASSWORD"}]', 'verify-full'],
    ['  - value: verify-full\n    name: PGSSLMODE\n  - name: DB_PASSWORD\n    value: S3cr3t', 'verify-full'],
    ['password = { # {x}\n  value = "S3cr3t"\n}', 'value = '],
    ['SETX /S host /U me /P S3cr3t PGPASSWORD S3cr3t', '/U me'],
    ["'password' =>\n  'S3cr3t',\n  'sslmode' => 'require'", 'require'],
    ['DB_PASSWORD=>\n  sslmode: require', 'sslmode: require'],
    ['setx /P S3cr3t PGSSLMODE verify-full', 'PGSSLMODE verify-full'],
  ])('the secret alone, in %s', (text, kept) => {
    const masked = maskSecrets(text)
    expect(masked).not.toContain('S3cr3t')
    expect(masked).toContain(kept)
  })

  it.each([
    'password: ${DB_PASSWORD}',
    'password: process.env.PGPASSWORD,',
    'password = var.db_password',
    'password: {{ .Values.pg.password }}',
    'at com.example.PasswordService.check(PasswordService.java:42)',
    'heslo je neplatné',
  ])('keeps what tells where a secret is, or tells of it: %s', (text) => {
    expect(maskSecrets(text)).toBe(text)
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
    'setx PGSSLMODE verify-full',
    '- name: PGSSLMODE\n  value: verify-full',
    'datasource:\n  value: jdbc:postgresql://h:1/d',
    'auth: "https://login.example.com/x"\nauth_basic "Restricted: area";\nauth = Basic::new(x)',
    'auth: { ca: "ca.pem", mode: "full" }',
    'The password was incorrect, and no password was supplied.',
    'is the password required? The password authentication failed.',
    'kind: Secret\nstringData:\n  host: h.example.com\n  port: "5432"\n  PGSSLMODE: verify-full',
    'sslrootcert=%2Fetc%2Fca.pem&host=h.example.com%3A5432',
    'docker login -u app --password-stdin r.example.com',
    '| Host | h.example.com |\n| Password | required |',
    `data:\n  ca.pem: ${btoa('-----BEGIN CERTIFICATE-----\nMIIB')}`,
    '2001:db8:0:1:2:3:4:5 and at x.ts:12:3:foo',
    "Access denied for user 'avnadmin'@'10.0.0.1' (using password: YES)",
    '["avnadmin", "h.a.example.com", "12691", "defaultdb"]',
    'role "avnadmin" does not exist',
    'ldapsearch -x -h h.example.com -b dc=example',
    'CREATE ROLE "app" "b"',
    'https://h.example.com/x?mode=verify-full&port=5432',
    'The user is avnadmin.  The port is 12691.',
    ...NO_SECRETS,
  ])('leaves alone: %s', (text) => {
    expect(maskSecrets(text)).toBe(text)
  })

  it('comes to an end on the letters that its patterns look for, many times', () => {
    const source = readFileSync(new URL('positional.ts', import.meta.url), 'utf8').replaceAll(
      /^ *(?:\/\/|\/\*\*).*$/gm,
      '',
    )
    const words = new Set([...(source.match(/[a-z]{4,}/g) ?? []), 'c0ffee'])
    for (const word of words) {
      const text = word.repeat(Math.ceil(131_072 / word.length))
      expect(positionalRanges(text).every(({ end }) => end <= text.length)).toBe(true)
    }
    expect(words.size).toBeGreaterThan(20)
  })

  // One test for each: how long one takes differs.
  it.each([
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
    'value: x\n',
    'password:\n  ',
    '[password]\n',
    '<password> ',
    'password {',
    '- value: |\n  ',
    'password { # ',
    'setx /p ',
    '"value":"x","a":"b",',
    '{"name":"password","value":',
    '- name: password\n  value: ',
    '[{',
    '{"a',
    '{value=',
    'value: [',
    'connect("',
    'auth=("',
    'auth="a:',
    'auth=a:',
    'sasl, {a,',
    '~s(',
    ':basic_auth, ',
    'basic_auth "',
    '"""',
    'password is ',
    'password for a ',
    'password ',
    'パスワード',
    'user a / ',
    'a (password) ',
    'echo "',
    'echo a | ',
    'login <<< ',
    'secret x as ',
    'set password for a = ',
    'password $',
    'config set ',
    '"auth" ',
    'send "',
    'a | password | ',
    'password,a\n',
    'QUJD',
    'cGFzc3dvcmQgaXMg',
    '%253A',
    'kind: Secret\ndata:\n  a: b\n',
    '{"kind":"Secret","data":{"a":"',
    'h:1:d:u:',
    'set password to ',
    'p a s ',
    'раssword',
    '\\\\',
    '00000000 2e2e ',
    '"a", "-b", ',
    'insert into a (password) values (',
    'read -s ',
    'get secret jsonpath ',
    'postgres : // ',
    'x = $x\n',
    'sprintf("password=%s',
    '"://a:{}".format(',
    'password = <<X\n',
    'password one is ',
    '"abc" and ',
    'changed password from a to ',
    'pw: abc def ',
    "mysql -p'a ",
  ])('comes to an end on %j, many times', (piece) => {
    const text = piece.repeat(Math.ceil(65_536 / piece.length))
    expect(maskSecrets(text)).not.toBe('')
  })
})
