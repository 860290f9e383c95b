/** Names of switches, generated: what says no itself means the opposite of what says yes. */
import { describe, expect, it } from 'vitest'

import { findConnections } from '../../connections.ts'
import { switchIn } from './switches.ts'

const PLACE = { container: 'properties', language: '', words: '', holder: '', name: '', beside: [] }
const said = (name: string, value: string) => switchIn([{ name, value }], PLACE)?.verifies

const CHECKS = ['tls_verify', 'ssl.verify', 'ssl_verification', 'verify_ssl', 'sslCertificateVerification']
const NEGATIONS = ['skip', 'disable', 'ignore', 'bypass']
const STYLES: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join('_'),
  (words) => words.join('.'),
  (words) => words.join('-').toUpperCase(),
  ([first = '', ...rest]) => first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
]
const NEGATED = NEGATIONS.flatMap((no) =>
  STYLES.flatMap((style) => [
    style([no, 'tls', 'verify']),
    style([no, 'ssl', 'verification']),
    style(['tls', no, 'verify']),
    style(['ssl', no, 'certificate', 'validation']),
  ]),
)

describe('a switch of the check', () => {
  it.each(CHECKS)('%s', (name) => {
    expect([said(name, 'false'), said(name, 'true'), said(name, 'off'), said(name, '1')]).toEqual([
      'none',
      undefined,
      'none',
      undefined,
    ])
  })

  it.each(NEGATED)('%s says no itself', (name) => {
    expect([said(name, 'true'), said(name, 'false'), said(name, '0')]).toEqual(['none', undefined, undefined])
  })
})

describe('what else is verified', () => {
  const OTHERS = ['env', 'email', 'cache', 'schema', 'user']
  it.each(NEGATIONS.flatMap((no) => OTHERS.map((other) => [no, other])))('%s, %s', (no, other) => {
    const names = STYLES.flatMap((style) => [style([no, other, 'validation']), style([other, no, 'verification'])])
    expect(names.map((name) => said(name, 'true'))).toEqual(names.map(() => undefined))
  })
})

/** Whether a text has a switch of the check. */
const hasSwitch = async (text: string) => (await findConnections(text)).some(({ drivers }) => drivers.length > 0)

describe('a word that says nothing of TLS', () => {
  it.each([
    ['form["verify"] = False\n', 'import httpx\nclient = httpx.Client(verify=False)\n'],
    ['options = {"verify": False, "name": "x"}\n', 'options = {"verify": False, "url": "https://h:1"}\n'],
    ['form.verify = false\n', 'tls.verify = false\n'],
    ['recipes:\n  - name: soup\n    insecure: true\n', 'exporters:\n  - endpoint: h:1\n    insecure: true\n'],
    ['{"name": "soup", "insecure": true}', '{"host": "h", "insecure": true}'],
    ['[soup]\nname = "x"\ninsecure = true\n', '[tls]\nname = "x"\ninsecure = true\n'],
  ])('%j is no switch, %j is one', async (other, connecting) => {
    expect([await hasSwitch(other), await hasSwitch(connecting)]).toEqual([false, true])
  })
})

/** Settings that verify CA and name with a file of the project's, in each client's words. */
const WITH_CA: readonly ((ca: string) => string)[] = [
  (ca) => `psql "host=h dbname=d sslmode=verify-full sslrootcert=${ca}"`,
  (ca) => `postgresql+psycopg2://u:p@h:1/d?sslmode=verify-full&sslrootcert=${ca}`,
  (ca) => `jdbc:postgresql://h/d?sslmode=verify-full&sslrootcert=${ca}`,
  (ca) => `PGHOST=h\nPGSSLMODE=verify-full\nPGSSLROOTCERT=${ca}\n`,
  (ca) => `Host=h;Username=u;Password=p;SSL Mode=VerifyFull;Root Certificate=${ca}`,
  (ca) => `mysql --host=h --ssl-mode=VERIFY_IDENTITY --ssl-ca=${ca}`,
  (ca) => `[client]\nssl-mode=VERIFY_IDENTITY\nssl-ca=${ca}\n`,
  (ca) => `new PDO('mysql:host=h', 'u', 'p', [PDO::MYSQL_ATTR_SSL_CA => '${ca}']);`,
  (ca) => `security.protocol=SSL\nssl.ca.location=${ca}\n`,
  (ca) => `KafkaProducer(bootstrap_servers='h:1', security_protocol='SSL', ssl_cafile='${ca}')`,
  (ca) => `[pgbouncer]\nserver_tls_sslmode = verify-full\nserver_tls_ca_file = ${ca}\n`,
]
const SYSTEM = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/cert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
]
const OWN = ['/app/certs/ca-bundle.crt', '/app/aiven-ca-certificates.crt', './certs/tls-ca-bundle.pem']

describe('a CA file', () => {
  it.each(WITH_CA.map((text) => [text('ca.pem'), text] as const))('%s', async (_, text) => {
    const verdicts = async (ca: string) =>
      (await findConnections(text(ca))).flatMap(({ drivers }) => drivers.map(({ verifies }) => verifies))
    expect(await verdicts('ca.pem')).toEqual(['full'])
    for (const ca of SYSTEM) expect([ca, await verdicts(ca)]).toEqual([ca, ['public']])
    // In other folders such a name says nothing.
    for (const ca of OWN) expect([ca, await verdicts(ca)]).toEqual([ca, ['full']])
  })
})

it('names the variables that a command hands on', async () => {
  const [found] = await findConnections('docker run -e NODE_TLS_REJECT_UNAUTHORIZED=0 image')
  expect(found?.what).toBe('Environment variables')
})
