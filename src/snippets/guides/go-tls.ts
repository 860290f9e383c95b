/** TLS of Go's own library: trust of a file, or of the system where a public CA signs. The name is always checked. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { CA, CERTIFICATE, KEY, pathOf } from './parts.ts'

/** Packages that `goTls` uses, of Go's own. */
export const goTlsImports = ({ trust }: ConnectionFacts): readonly string[] =>
  trust === 'project-ca' ? ['crypto/tls', 'crypto/x509', 'log', 'os'] : ['crypto/tls', 'log', 'os']

/** An import block; packages of Go's own first, as gofmt has them. */
export const goImports = (own: readonly string[], others: readonly string[]): string =>
  `import (\n${[...new Set(own)]
    .toSorted()
    .map((name) => `\t"${name}"\n`)
    .join('')}\n${others.map((name) => `\t${name}\n`).join('')})\n`

/** Statements that make `config`, a `*tls.Config`. */
export const goTls = (facts: ConnectionFacts, system: System): string => {
  const path = (file: typeof CA) => stringLiteral(pathOf(facts, system, file))
  const ca =
    facts.trust === 'project-ca'
      ? `	pem, err := os.ReadFile(${path(CA)})
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(pem) {
		log.Fatal("no certificate in the CA file")
	}
`
      : ''
  const pair =
    facts.authentication === 'certificate'
      ? `	pair, err := tls.LoadX509KeyPair(${path(CERTIFICATE)}, ${path(KEY)})
	if err != nil {
		log.Fatal(err)
	}
`
      : ''
  const fields = [
    ['ServerName', stringLiteral(facts.host)],
    ...(ca === '' ? [] : [['RootCAs', 'roots']]),
    ...(pair === '' ? [] : [['Certificates', '[]tls.Certificate{pair}']]),
  ]
  return `${ca}${pair}	config := &tls.Config{${fields.map(([name = '', value = '']) => `${name}: ${value}`).join(', ')}}\n`
}
