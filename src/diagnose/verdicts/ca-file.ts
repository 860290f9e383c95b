/** Which CAs a file holds, as far as its name tells: those of the system are public ones. */
import type { Judged, Params } from './verdict.ts'

/** Settings that name the file by which a client verifies, with letters and digits alone. */
const CA_NAME =
  /^(?:pg)?sslrootcert$|^(?:mysqlattr)?sslca(?:path|certs|file|location)?$|^sslca$|^serversslcert$|^(?:cacertificatefile|rootcertificate|servertlscafile)$|^ssltruststorelocation$|^ca$/

/** Where systems and packages keep the public CAs; `probe` of librdkafka looks for them itself. */
const PUBLIC =
  /\bcertifi\b|ca-certificates\.crt$|\/ca-bundle(?:\.trust)?\.(?:crt|pem)$|\/tls-ca-bundle\.pem$|\/etc\/ssl\/(?:cert|certs\/ca-bundle)\.pem$|^\/etc\/ssl\/certs\/?$|^@system-ca$|^probe$|\brootCertificates\b/

/** Java's own store: public CAs, and whatever somebody put into it. */
const JAVA = /(?:^|[/\\])cacerts$/

/** Whether a file is one of those in which systems and packages keep the public CAs. */
export const isPublicFile = (file: string): boolean => PUBLIC.test(file)

const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** A verdict on settings, once it is known that the CAs in their file are the public ones. */
export const byCaFile = (judged: Judged, params: Params): Judged => {
  const [verifies] = judged
  if (verifies !== 'full' && verifies !== 'chain') return judged
  const file = [...params].find(([name]) => CA_NAME.test(letters(name)))?.[1].trim()
  if (file === undefined) return judged
  if (JAVA.test(file))
    return ['depends', 'Java’s own trust store holds public CAs only, unless the project CA was put into it.']
  if (!isPublicFile(file)) return judged
  return verifies === 'full'
    ? ['public', 'That file holds the system’s public CAs: a server of the project CA is refused.']
    : [
        'chain',
        'That file holds the system’s public CAs, and the name is not checked: anybody with a public certificate will do, and a server of the project CA is refused.',
      ]
}
