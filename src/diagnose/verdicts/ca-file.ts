/** Which CAs a file holds, as far as its name tells: those of the system are public ones. */
import { flat } from '../settings/names.ts'
import { overSocket } from './beside/socket.ts'
import { OPEN } from './common-words.ts'
import { standsElsewhere, verdictOf, type Client, type DriverVerdict, type Judged, type Params } from './verdict.ts'
import { isWholeMap } from './whole-map.ts'

/** Settings that name the file by which a client verifies, with letters and digits alone. */
const CA_NAME =
  /^(?:pg)?sslrootcert$|^(?:mysqlattr)?sslca(?:path|certs|file|location)?$|^sslca$|^serversslcert$|^(?:cacertificatefile|rootcertificate|servertlscafile)$|^ssltruststorelocation$|^trustcertificatekeystore(?:url)?$|^ca(?:certs?)?$/

/** Where systems and packages keep the public CAs, by whole path: in another folder the name says nothing. */
const PUBLIC =
  /\b(?:certifi|certs)\s*\.\s*where\b|[/\\]certifi[/\\]cacert\.pem$|^(?:file:(?:\/\/)?)?\/etc\/(?:ssl\/(?:certs(?:\/ca-certificates\.crt|\/ca-bundle\.(?:crt|pem)|\/?)|cert\.pem|ca-bundle\.pem)|pki\/(?:tls|ca-trust)\/(?:[\w.-]+\/)*(?:(?:tls-)?ca-bundle(?:\.trust)?\.(?:crt|pem)|cert\.pem))$|^@system-ca$|^probe$|\brootCertificates\b/

/** Java's own store: public CAs, and whatever somebody put into it. */
const JAVA = /(?:^|[/\\])cacerts$/

/** A file's name that is none. */
const isNothing = (file: string) => /^(?:none|null|nil|undefined|""|''|)$/i.test(file.trim())
const NOTHING = String.raw`(?:none|null|nil|undefined|""|'')`
const MAY_BE_NOTHING = new RegExp(
  String.raw`(?:\s\?[^]*:|\belse\b|\|\||\?\?|\bor\b)\s*${NOTHING}[\s)\]]*$|\s\?\s*${NOTHING}\s*:|^[\s(]*${NOTHING}\s+if\b`,
  'i',
)
/** Whether one of the values that code chooses from is none: `"ca.pem" if PROD else None`, `prod ? ca : null`. */
export const mayBeNothing = (file: string): boolean => MAY_BE_NOTHING.test(file)
const EMPTY: Judged = ['depends', 'The name of the CA file is empty: what the client trusts then isn’t shown here.']

/** A verdict that needs a CA, where the setting that names it has nothing in it, or may have. */
const unlessEmpty = (judged: Judged, params: Params): Judged => {
  const files = [...params].filter(([name]) => CA_NAME.test(flat(name)))
  if (judged[0] !== 'full' || files.length === 0) return judged
  if (files.some(([, file]) => mayBeNothing(file))) return OPEN
  return files.every(([, file]) => isNothing(file)) ? EMPTY : judged
}

/** A verdict on settings, once it is known that the CAs in their file are the public ones. */
export const byCaFile = (said: Judged, params: Params): Judged => {
  const judged = unlessEmpty(said, params)
  const [verifies] = judged
  if (verifies !== 'full' && verifies !== 'chain') return judged
  const file = [...params].find(([name]) => CA_NAME.test(flat(name)))?.[1].trim()
  if (file === undefined) return judged
  if (JAVA.test(file))
    return ['depends', 'Java’s own trust store contains only public CAs, unless someone added the project CA.']
  if (!PUBLIC.test(file)) return judged
  return verifies === 'full'
    ? [
        'public',
        'That file contains the system’s public CAs: servers signed by the project CA are rejected, unless someone added that CA.',
      ]
    : [
        'chain',
        'That file contains the system’s public CAs, and the host name isn’t checked: any server with a public certificate is accepted. Servers signed by the project CA are rejected, unless someone added that CA.',
      ]
}

/** Settings that decide whether anything is verified. */
const DECIDES =
  /^(?:pg)?ssl$|^tls$|(?:ssl|tls|verify|verification)mode$|(?:ssl|tls)verify\w*$|(?:verify|check|assert)(?:identity|hostname)$|certreqs$|validate$|servercertificate$|sslaccept$/

/** A map, which is written with braces as templates are; `{mode}` is none, but for the short form of `{ ca: ca }`. */
const isMap = (name: string, value: string) =>
  isWholeMap(value) && !value.startsWith('{{') && !(name.endsWith('mode') && /^\{(?!ca\})[\w.:]*\}$/.test(value))

/** A placeholder or a template, in place of what decides. */
const isUnseen = ([name, value]: readonly [string, string]) =>
  DECIDES.test(flat(name)) && standsElsewhere(value) && !isMap(flat(name), value.trim())

/** `prod ? { rejectUnauthorized: false } : false`: what counts isn't known, but one of them verifies nothing. */
const isSwitchedOff = ([verifies]: Judged, params: Params) =>
  verifies === 'none' && [...params].some(([name, value]) => name.endsWith('rejectunauthorized') && value === 'false')

/** A client's verdict by that: what the file holds is known by its place alone, and nobody ran it. */
export const verdictByCaFile = (client: Client, judged: Judged, params: Params): DriverVerdict => {
  if (judged[0] !== 'unknown' && !isSwitchedOff(judged, params) && [...params].some(isUnseen))
    return verdictOf(client, OPEN)
  const reached = overSocket(client, unlessEmpty(judged, params), params)
  const found = byCaFile(reached, params)
  const verdict = verdictOf(client, found)
  return found === reached
    ? verdict
    : { ...verdict, basis: 'name', source: 'the path is where systems keep public CAs', seen: undefined }
}
