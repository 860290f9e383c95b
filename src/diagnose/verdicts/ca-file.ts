/** Which CAs a file holds, as far as its name tells: those of the system are public ones. */
import { verdictOf, type Client, type DriverVerdict, type Judged, type Params } from './verdict.ts'

/** Settings that name the file by which a client verifies, with letters and digits alone. */
const CA_NAME =
  /^(?:pg)?sslrootcert$|^(?:mysqlattr)?sslca(?:path|certs|file|location)?$|^sslca$|^serversslcert$|^(?:cacertificatefile|rootcertificate|servertlscafile)$|^ssltruststorelocation$|^ca$/

/** Where systems and packages keep the public CAs, by whole path: in another folder the name says nothing. */
const PUBLIC =
  /\bcertifi\s*\.\s*where\b|[/\\]certifi[/\\]cacert\.pem$|^(?:file:(?:\/\/)?)?\/etc\/(?:ssl\/(?:certs(?:\/ca-certificates\.crt|\/ca-bundle\.(?:crt|pem)|\/?)|cert\.pem|ca-bundle\.pem)|pki\/(?:tls|ca-trust)\/(?:[\w.-]+\/)*(?:(?:tls-)?ca-bundle(?:\.trust)?\.(?:crt|pem)|cert\.pem))$|^@system-ca$|^probe$|\brootCertificates\b/

/** Java's own store: public CAs, and whatever somebody put into it. */
const JAVA = /(?:^|[/\\])cacerts$/

const letters = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** A verdict on settings, once it is known that the CAs in their file are the public ones. */
export const byCaFile = (judged: Judged, params: Params): Judged => {
  const [verifies] = judged
  if (verifies !== 'full' && verifies !== 'chain') return judged
  const file = [...params].find(([name]) => CA_NAME.test(letters(name)))?.[1].trim()
  if (file === undefined) return judged
  if (JAVA.test(file))
    return ['depends', 'Java’s own trust store holds public CAs only, unless the project CA was put into it.']
  if (!PUBLIC.test(file)) return judged
  return verifies === 'full'
    ? [
        'public',
        'That file holds the system’s public CAs: a server of the project CA is refused, unless the project CA was put into it.',
      ]
    : [
        'chain',
        'That file holds the system’s public CAs, and the name is not checked: anybody with a public certificate will do, and a server of the project CA is refused, unless the project CA was put into it.',
      ]
}

/** A client's verdict by that: what the file holds is known by its place alone, and nobody ran it. */
export const verdictByCaFile = (client: Client, judged: Judged, params: Params): DriverVerdict => {
  const found = byCaFile(judged, params)
  const verdict = verdictOf(client, found)
  return found === judged
    ? verdict
    : { ...verdict, basis: 'documented', source: 'where systems keep their CAs', seen: undefined }
}
