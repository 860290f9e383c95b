/** MySQL from Java: each of the two drivers has words of its own. */
import { known } from '../../lib/known.ts'
import { FULL, MODES } from './mysql-words.ts'
import { truth, type Judged, type Params } from './verdict.ts'

/** Connector/J: sslMode since 8.0.13; before it, three switches that together mean the same. */
export const connectorJ = (params: Params): Judged => {
  const store = params.has('trustcertificatekeystoreurl')
  const mode = params.get('sslmode')
  if (mode !== undefined) {
    const judged = known(MODES, mode.toUpperCase())
    if (!judged) return ['fails', 'Connector/J knows no such sslMode.']
    if (mode.toUpperCase() === 'REQUIRED') return [judged[0], judged[1], 'connector-j-required']
    if (judged[0] !== 'chain' && judged[0] !== 'full') return judged
    return store
      ? judged
      : [
          'depends',
          `${judged[0] === 'full' ? 'It verifies CA and name' : 'It verifies the CA, not the name'}, against Java's own trust store: that holds public CAs only, unless the project CA was put into it.`,
        ]
  }
  const use = truth(params.get('usessl'))
  if (use === false) return ['plain', 'useSSL=false switches TLS off.']
  const verify = truth(params.get('verifyservercertificate')) === true
  if (verify)
    return store
      ? ['chain', 'verifyServerCertificate=true means VERIFY_CA: the name is not checked.']
      : [
          'chain',
          "verifyServerCertificate=true means VERIFY_CA with Java's own trust store: the name is not checked, and a server of the project CA is refused unless that CA was put into it.",
        ]
  if (truth(params.get('requiressl')) === true || (use === true && params.has('requiressl')))
    return [
      'none',
      'Without verifyServerCertificate=true it means REQUIRED: any server will do.',
      'connector-j-no-verification',
    ]
  return [
    'none',
    'It means PREFERRED: it encrypts only if the server offers to, and takes any server.',
    use === true ? 'connector-j-use-ssl' : undefined,
  ]
}

export const mariadbJ = (params: Params): Judged => {
  const mode = params.get('sslmode')?.toLowerCase().replaceAll('_', '-')
  const ca = params.has('serversslcert') || params.has('truststore')
  if (mode === undefined)
    return truth(params.get('usessl')) === true
      ? ['unknown', 'What useSSL means depends on its version. Write sslMode.']
      : ['plain', 'Without sslMode MariaDB Connector/J uses no TLS.']
  if (mode === 'disable') return ['plain', 'sslMode=disable switches TLS off.']
  if (mode === 'trust') return ['none', 'sslMode=trust takes any server.', 'mariadb-jdbc-trust']
  if (mode === 'verify-ca') return ['chain', 'sslMode=verify-ca does not check the name.']
  if (mode !== 'verify-full') return ['unknown', 'What it makes of this sslMode is not known here.']
  return ca
    ? FULL
    : [
        'depends',
        "It verifies CA and name against Java's own trust store, which holds public CAs only unless the project CA was put into it. serverSslCert names the CA file.",
      ]
}
