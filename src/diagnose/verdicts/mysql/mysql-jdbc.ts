/** MySQL from Java: each of the two drivers has words of its own. */
import { lookup } from '../../../lib/lookup.ts'
import { FULL } from '../common-words.ts'
import { MODES } from './mysql-words.ts'
import { truth, type Judged, type Params } from '../verdict.ts'

/** Connector/J: sslMode since 8.0.13; before it, three switches that together mean the same. */
export const connectorJ = (params: Params): Judged => {
  const store = params.has('trustcertificatekeystoreurl')
  const mode = params.get('sslmode')
  if (mode !== undefined) {
    const judged = lookup(MODES, mode.toUpperCase())
    if (!judged) return ['fails', 'Connector/J doesn’t know this sslMode.']
    if (mode.toUpperCase() === 'REQUIRED') return [judged[0], judged[1], 'connector-j-required']
    if (judged[0] !== 'chain' && judged[0] !== 'full') return judged
    return store
      ? judged
      : [
          'depends',
          `${judged[0] === 'full' ? 'It verifies CA and host name' : 'It verifies the CA, not the host name'}, against Java’s own trust store, which contains only public CAs unless someone added the project CA.`,
        ]
  }
  const use = truth(params.get('usessl'))
  if (use === false) return ['plain', 'useSSL=false turns TLS off.']
  const verify = truth(params.get('verifyservercertificate')) === true
  if (verify)
    return store
      ? ['chain', 'verifyServerCertificate=true means VERIFY_CA: the host name isn’t checked.']
      : [
          'chain',
          'verifyServerCertificate=true means VERIFY_CA with Java’s own trust store: the host name isn’t checked, so any server with a certificate of a public CA is accepted, and servers signed by the project CA are rejected unless someone added that CA.',
        ]
  if (truth(params.get('requiressl')) === true || (use === true && params.has('requiressl')))
    return [
      'none',
      'Without verifyServerCertificate=true it means REQUIRED: any server is accepted.',
      'connector-j-no-verification',
    ]
  return [
    'none',
    'It means PREFERRED: it encrypts only if the server offers TLS, and accepts any server.',
    use === true ? 'connector-j-use-ssl' : undefined,
  ]
}

/** What it takes for its own modes: MySQL's names, and the values of a switch. */
const MARIADB_NAMES: Readonly<Record<string, string | undefined>> = {
  disabled: 'disable',
  false: 'disable',
  '0': 'disable',
  required: 'trust',
  'verify-identity': 'verify-full',
  true: 'verify-full',
  '1': 'verify-full',
}

const isOn = (params: Params, name: string) => truth(params.get(name)) === true

/** The switches before sslMode, which it still reads. */
const legacyMode = (params: Params): string | undefined =>
  !isOn(params, 'usessl')
    ? undefined
    : isOn(params, 'trustservercertificate')
      ? 'trust'
      : isOn(params, 'disablesslhostnameverification')
        ? 'verify-ca'
        : 'verify-full'

export const mariadbJ = (params: Params): Judged => {
  const said = params.get('sslmode')?.toLowerCase().replaceAll('_', '-')
  const mode = said === undefined ? legacyMode(params) : (lookup(MARIADB_NAMES, said) ?? said)
  const ca = ['serversslcert', 'truststore', 'trustcertificatekeystoreurl'].some((name) => params.has(name))
  if (mode === undefined) return ['plain', 'Without sslMode, MariaDB Connector/J doesn’t use TLS.']
  if (mode === 'disable') return ['plain', 'sslMode=disable turns TLS off.']
  if (mode === 'trust') return ['none', 'sslMode=trust accepts any server.', 'mariadb-jdbc-trust']
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', 'MariaDB Connector/J doesn’t know this sslMode.']
  // Seen with 3.5.7; versions before 3.4 reject the server.
  if (!ca)
    return [
      'none',
      'Without serverSslCert, it logs in to any server before it checks the certificate. Name the CA file with serverSslCert.',
    ]
  return mode === 'verify-ca'
    ? ['chain', 'sslMode=verify-ca doesn’t check the host name.']
    : [FULL[0], FULL[1], said === 'verify-full' ? 'mariadb-jdbc/password-project-ca' : undefined]
}
