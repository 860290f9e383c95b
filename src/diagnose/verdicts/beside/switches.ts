/** Switches that turn the check off, in the words of any client: as settings, never as words in prose or comments. */
import { lookup } from '../../../lib/lookup.ts'
import type { Place } from '../place.ts'
import { flat } from '../../settings/names.ts'
import { ANY_NAME, ANY_SERVER } from '../common-words.ts'
import { BARE, connects } from './connecting.ts'
import { libraryOf, libraryRun } from './library-runs.ts'
import { truth, type DriverVerdict, type Verifies } from '../verdict.ts'

/** Runs of the proof, by the driver that they were made with. */
type Seen = Readonly<Record<string, string | undefined>>

interface Off {
  /** Of the name's letters, lower case. */
  readonly name: RegExp
  readonly off: (value: string) => boolean
  readonly verifies: Verifies
  readonly because: string
  readonly seen?: Seen
  /** The code that was read for it. */
  readonly read?: string
}

const no = (value: string) =>
  truth(value) === false || /(?:^|[.:_])(?:cert_none|verify_none|none|skip|skipverify)["']?$/i.test(value.trim())
const yes = (value: string) => truth(value) === true

/** Names that say no themselves: "false" then means that the check is on. */
const SAYS_NO = /skip|disabl|ignor|insecure|bypass|without|untrusted|selfsigned|(?:^|ssl|tls|cert)no(?=verif|check)/

const OFF: readonly Off[] = [
  {
    name: /nodetlsrejectunauthorized$/,
    off: no,
    verifies: 'none',
    because:
      'NODE_TLS_REJECT_UNAUTHORIZED=0 turns verification off for the whole process. Add the CA with NODE_EXTRA_CA_CERTS=ca.pem instead.',
    seen: { 'Node.js': 'node-https-environment' },
  },
  {
    name: /rejectunauthorized$/,
    off: no,
    verifies: 'none',
    because: 'rejectUnauthorized: false accepts any server. Pass ca with the contents of ca.pem instead.',
    seen: { 'Node.js': 'node-https-reject-unauthorized' },
  },
  {
    // Much else is verified: mail addresses, environments.
    name: /^(?!.*host)(?=.*(?:ssl|tls|cert|peer|ca(?=verif|valid))).*(?:skip|disabl|ignor|bypass)\w*(?:verif\w*|validation)$|^(?:vault|nomad)?skipverify$|insecureskipverify$|^(?!.*host).*(?:skip|disabl|ignor|bypass)\w*(?:certcheck|untrusted\w*|certificateerrors|sslerrors)$|(?:^|ssl|tls)no(?:verify|check)$|(?:tlsinsecure|sslinsecure|tlsallowinvalidcertificates|sslallowinvalidcertificates|allowselfsigned(?:cert\w*)?)$/,
    off: yes,
    verifies: 'none',
    because: 'It accepts any server.',
  },
  { name: /^insecure$|(?:tls|ssl|https?)insecure$/, off: yes, verifies: 'none', because: 'It accepts any server.' },
  {
    name: /(?:acceptinvalidcerts|allowinvalidcerts|acceptinvalidcertificates|trustall|trustallcertificates|trustallcerts)$/,
    off: yes,
    verifies: 'none',
    because: 'It accepts any server.',
  },
  { name: /trustservercertificate$/, off: yes, verifies: 'none', because: 'It accepts any server.' },
  {
    name: /verifyssl$|(?:stream|context)verifypeer$|^(?:verify|verifycerts|verifycert|sslverify|tlsverify|verifytls|verifypeer|sslverifypeer|verifymode)$|(?:ssl|tls|https?|connection|client|transport|session|ctx|context|sslcontext)\w*(?:verify|verifycertificates?|verifypeer|verifymode|verification|verificationmode)$|verifycertificate$|verifyservercert$|verifycerts$|validatecerts?$/,
    off: no,
    verifies: 'none',
    because: ANY_SERVER,
  },
  {
    // Of a variable of any name: what it's given tells.
    name: /verifymode$/,
    off: (value) => /(?:cert|verify)_none["']?$/i.test(value.trim()),
    verifies: 'none',
    because: ANY_SERVER,
  },
  {
    name: /certreqs$/,
    off: no,
    verifies: 'none',
    because: 'Without a required certificate, verification is off: any server is accepted.',
  },
  {
    name: /(?:enablesslcertificateverification|sslcertificateverification|certificateverification)$/,
    off: no,
    verifies: 'none',
    because: ANY_SERVER,
  },
  {
    // Of Go's programs, Temporal and Jaeger among them: no word of a name.
    name: /(?:skip|disabl)\w*host(?:verif\w*)$/,
    off: yes,
    verifies: 'none',
    because: 'In programs of Go, this turns the whole verification off (InsecureSkipVerify): any server is accepted.',
    read: 'Temporal, common/auth/tls_config_helper.go',
  },
  {
    name: /(?<!skip|disable)hostverification$/,
    off: no,
    verifies: 'none',
    because: 'In programs of Go, this turns the whole verification off (InsecureSkipVerify): any server is accepted.',
    read: 'Temporal, common/auth/tls_config_helper.go',
  },
  {
    name: /(?:checkhostname|enableendpointidentification|verifyhost(?:name)?s?|hostnameverification|verifypeername|asserthostname)$/,
    off: no,
    verifies: 'chain',
    because: ANY_NAME,
  },
  {
    name: /verificationmode$/,
    off: (value) => /^["']?certificate["']?$/i.test(value.trim()),
    verifies: 'chain',
    because: ANY_NAME,
  },
  {
    name: /checkserveridentity$/,
    off: (value) => /=>\s*(?:undefined|null|void 0|\{\s*\}|\(\s*\))\s*$/.test(value),
    verifies: 'chain',
    because:
      'A checkServerIdentity that returns nothing accepts any host name: any server signed by the same CA is accepted.',
  },
  {
    name: /(?:allowinvalidhostnames?|acceptinvalidhostnames)$|(?:skip|disabl|ignor|bypass)\w*host(?:name)?(?:s|verif\w*|check)$/,
    off: yes,
    verifies: 'chain',
    because: ANY_NAME,
  },
]

/** Options of programs that have no value, and the run of the proof that showed what they do. */
const OPTIONS: readonly (readonly [program: RegExp, option: RegExp, seen?: string])[] = [
  // Behind a letter that takes a value, `k` is that value.
  [/^curl$/, /^(?:-[0-46#aBfgGiIjJlLMnNOpqRsSvVZ]*k[a-zA-Z]*|--insecure)$/, 'curl-insecure'],
  [/^(?:redis-cli|valkey-cli)$/, /^--insecure$/, 'redis-cli-alone-insecure'],
  [/^redli$/, /^--skipverify$/],
  [/^wget$/, /^--no-check-certificate$/],
  [/^mongosh?$/, /^--tlsAllowInvalidCertificates$/],
  [/^(?:kubectl|argocd|helm)$/, /^--insecure(?:-skip-tls-verify)?$/],
  [/^(?:clickhouse|clickhouse-client)$/, /^--accept-invalid-certificate$/],
  [/^grpcurl$/, /^-insecure$/],
  [/^(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)$/i, /^-SkipCertificateCheck$/i],
]

const LANGUAGES: Readonly<Record<string, string>> = {
  javascript: 'Node.js',
  go: 'Go',
  python: 'Python',
  java: 'Java',
  php: 'PHP',
  rust: 'Rust',
  csharp: '.NET',
  ruby: 'Ruby',
  elixir: 'Elixir',
  kotlin: 'Java',
}

const driverOf = ({ language, holder, container }: Place, because: string): string =>
  because.startsWith('NODE_')
    ? 'Node.js'
    : container === 'command' && holder !== '' && holder !== 'export'
      ? holder
      : (LANGUAGES[language] ?? 'The client')

const NODE_SOURCE = {
  basis: 'documented',
  source: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
} as const

const verdict = (
  place: Place,
  { verifies, because, seen = {}, read }: Pick<Off, 'verifies' | 'because' | 'seen' | 'read'>,
): DriverVerdict => {
  const driver = driverOf(place, because)
  return {
    driver,
    verifies,
    because,
    ...(read !== undefined
      ? { basis: 'read', source: read }
      : because.startsWith('NODE_')
        ? NODE_SOURCE
        : { basis: 'name', source: 'the setting’s name says what it turns off' }),
    seen: lookup(seen, driver),
  }
}

/** Variables of programs that fetch code and packages: they connect to no service. */
const OF_OTHERS = /(?:^|\.)(?:GIT|NPM_CONFIG|npm_config|YARN|PIP|HOMEBREW|COMPOSER|CARGO|GOINSECURE)_/

/** `--no-insecure` of `--insecure`, and the other way round: of both, the last counts. */
const opposite = (name: string): string => (name.startsWith('--no-') ? `--${name.slice(5)}` : `--no-${name.slice(2)}`)

/** The most careless switch among some settings; undefined where none is thrown. */
export const switchIn = (
  settings: readonly { name: string; value: string }[],
  place: Place,
): DriverVerdict | undefined => {
  const [, option, run] = OPTIONS.find(([pattern]) => pattern.test(place.holder)) ?? []
  const said = settings.findLast(({ name }) => option?.test(name) === true || option?.test(opposite(name)) === true)
  if (said && option?.test(said.name) === true)
    return verdict(place, {
      verifies: 'none',
      because: 'This option turns verification off: any server is accepted. Name the CA file instead.',
      seen: { [place.holder]: run },
    })
  const all = settings
    .filter(({ name }) => !OF_OTHERS.test(name))
    .map((setting) => ({ ...setting, letters: flat(setting.name) }))
  const named = connects(all, place) ? all : all.filter(({ letters }) => !BARE.test(letters))
  const throwing = ({ name, off }: Off) =>
    named.filter(({ letters, value }) => name.test(letters) && !(off === no && SAYS_NO.test(letters)) && off(value))
  const thrown = OFF.filter((off) => throwing(off).length > 0)
  const worst = thrown.find(({ verifies }) => verifies === 'none') ?? thrown[0]
  if (!worst) return undefined
  const judged = verdict(place, worst)
  const ofLibrary = libraryRun(
    place,
    throwing(worst).map(({ letters }) => letters),
  )
  return { ...judged, seen: judged.seen ?? ofLibrary }
}

/** Names in code whose only purpose is to turn the check off. */
const NAMES: readonly (readonly [sign: RegExp, verifies: Verifies, because: string, seen?: Seen])[] = [
  [/MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT/, 'none', ANY_SERVER, { PHP: 'php-mysqli-dont-verify' }],
  [
    /\b_create_unverified_context\b|InsecureTrustManagerFactory|TrustAllStrategy|TrustSelfSignedStrategy|loadTrustMaterial \( (?:null , )?\( [\w ,]* \) (?:-> )?true \)|\bTrustAll\w*|AllowAllCertificates|DangerousAcceptAnyServerCertificateValidator|danger_accept_invalid_certs \( true|set_verify \( SslVerifyMode :: NONE|(?:Certificate(?:Custom)?Validation(?:Callback)? (?:\+ ?)?=|UserCertificateValidationCallback \() (?:static )?(?:\( [\w ,]* \) => (?:true\b|\{ return true ;? ?\})|delegate (?:\( [\w ,]* \) )?\{ return true ;? ?\})|checkServerTrusted \( [\w ,.[\]]* \) (?:throws \w+ )?\{ \}|(?:set|with)VerifyPeer \( (?:false|(?:SslVerifyMode \. )?NONE\b)|sslVerifyMode \( (?:SslVerifyMode \. )?(?:NONE|INSECURE)\b|disablePeerVerification \( \)|CURLOPT_SSL_VERIFYPEER (?:,|=>) (?:false|FALSE|0)\b/,
    'none',
    ANY_SERVER,
  ],
  [
    /(?:set|with)VerifyPeer \( (?:SslVerifyMode \. )?CA\b|sslVerifyMode \( (?:SslVerifyMode \. )?CA\b|NoopHostnameVerifier|ALLOW_ALL_HOSTNAME|danger_accept_invalid_hostnames \( true|CURLOPT_SSL_VERIFYHOST (?:,|=>) (?:false|FALSE|0)\b/,
    'chain',
    ANY_NAME,
  ],
]

/** A name in the code of a document that turns the check off. */
export const switchInCode = (place: Place): DriverVerdict | undefined => {
  const found = place.container === 'code' ? NAMES.find(([sign]) => sign.test(place.words)) : undefined
  if (!found) return undefined
  const judged = verdict(place, { verifies: found[1], because: found[2], seen: found[3] ?? {} })
  const [switched = ''] = found[0].exec(place.words) ?? []
  return { ...judged, ...libraryOf(place, switched) }
}
