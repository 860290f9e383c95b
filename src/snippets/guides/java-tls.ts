/** TLS of the JVM for clients that read no PEM: trust of a file in memory, or of Java's own store. */
import { javaString } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { CA, pathOf } from './parts.ts'

/** Classes that `javaContext` uses. */
const TRUST_IMPORTS = [
  'java.io.FileInputStream',
  'java.security.KeyStore',
  'java.security.cert.CertificateFactory',
  'javax.net.ssl.TrustManagerFactory',
] as const

/** The lines that import these classes, and those that `javaContext` uses. */
export const javaImports = ({ trust }: ConnectionFacts, classes: readonly string[]): string =>
  ['javax.net.ssl.SSLContext', ...classes, ...(trust === 'project-ca' ? TRUST_IMPORTS : [])]
    .toSorted()
    .map((name) => `import ${name};\n`)
    .join('')

/** Statements that make `context`, an `SSLContext`. */
export const javaContext = (facts: ConnectionFacts, system: System): string =>
  facts.trust === 'project-ca'
    ? `        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = new FileInputStream(${javaString(pathOf(facts, system, CA))})) {
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
`
    : `        var context = SSLContext.getDefault();
`
