/** Errors about package registries, code hosts and programs that never speak to a service: nothing is said of them. */

/** What else a message may be about. */
const REGISTRY = 'a package registry, an image or a code host'
const KUBERNETES = 'the Kubernetes API server'
const SQL_SERVER = 'SQL Server'
const ORACLE = 'Oracle Database'
const MONGODB = 'MongoDB'
const MAIL = 'a mail server'
const LDAP = 'an LDAP server'
const OTHER_API = 'another provider’s API'

/** What fetches packages, code and images, logs in to machines, sends mail, or is another server. */
const PROGRAMS: readonly (readonly [about: string, ...signs: readonly RegExp[]])[] = [
  [
    REGISTRY,
    /\bnpm (?:ERR!|error)\s/,
    /\bRPC failed; (?:curl|HTTP|result=)|\[\d+: [\d.:a-f]+\]: errno=|(?:^|[|\]\s])(?:fatal: (?:unable to access|Authentication failed for) '|[EW]: (?:Failed to fetch|GPG error)|go: \S+@v)/,
    /Error response from daemon|Failed to pull image|failed to resolve reference "|error pulling image/,
    /Retrying \(Retry\(total=[^\n]{0,1000}(?:\bpip\._vendor\b|': \/(?:\S{0,200}\/)?(?:simple\/[\w.-]+\/(?:\s|$)|packages\/\S{1,300}\.(?:whl|tar\.gz)|repodata\.json))/,
    /\bpip\._vendor\.|Could not fetch URL \S{1,300}: There was a problem|Could not transfer artifact \S{1,300} (?:from|to|from\/to) /,
    /(?:^|[|\]\s])Err:\d{1,4} https?:\/\/|spurious network error|\[60\] SSL peer certificate|curl error \d{1,3} while downloading/,
    /[Cc]ould not query provider registry|Failed to (?:query available provider packages|install provider)/,
    /Could not (?:GET|HEAD) '[^']{1,300}\.(?:pom|jar|module|xml|aar|zip)'|Could not resolve all (?:files|artifacts|dependencies) for /,
  ],
  [
    'a certificate of Let’s Encrypt',
    /\bcertbot\b|\/etc\/letsencrypt\/|\bacme-(?:v\d{2}|staging\S{0,10})\.api\.letsencrypt\.org\b|\/\.well-known\/acme-challenge\/|\burn:ietf:params:acme:|Certificate Authority reported these problems/,
  ],
  ['a key server of GnuPG', /(?:^|[|\]\s])(?:gpg2?|dirmngr)(?:\[\d+\])?: /],
  [
    'a login with SSH',
    /(?:^|[|\]\s])(?:ssh|scp|sftp|kex_exchange_identification): |\b(?:host|by|with) \S{1,250} port 22\b/,
  ],
  [
    KUBERNETES,
    /^Unable to connect to the server: dial tcp|Unable to connect to the server: (?:dial tcp \S{1,250}:(?:6443|8443|16443)\b|x509|tls: |net\/http|EOF|Get |getting)/,
    /did you specify the right host or port\?|Kubernetes cluster unreachable|couldn't get (?:current server API group|resource) list|must be logged in to the server/,
    /failed calling webhook "|Error from server(?: \(\w{1,40}\))?: |\/(?:apis?|version)\b[^\s"]{0,200}\?timeout=\d{1,5}s\b|https:\/\/[^\s/"]{1,250}:(?:6443|16443)\//,
  ],
  [
    SQL_SERVER,
    /ODBC Driver \d{1,2} for SQL Server|SQL Server Native Client|\bSqlcmd: |\(provider: (?:SSL|TCP|Named Pipes)[ -](?:Provider|Anbieter),|\bSQLServerException\b|\bDB-Lib error|\[FreeTDS\]|[Cc]onnect to \S{1,250}:1433\b/,
  ],
  [ORACLE, /\bORA-\d{5}\b|\bTNS-\d{5}\b/],
  [MONGODB, /\bMongo\w*(?:Error|Exception)\b|\bpymongo\.|mongodb(?:\+srv)?:\/\//],
  [
    MAIL,
    /\b(?:smtplib|imaplib|poplib)\.(?!py\b)|\bpostfix\/(?:smtpd?|submission|lmtp|tlsproxy)\b|\bdovecot(?:\[\d+\])?: |\bjavax\.mail\.\w|(?:smtp|imap|pop3)s?:\/\//,
  ],
  [LDAP, /\bldap_\w{1,40}: |\bjavax\.naming\.|\bldaps?:\/\/|\bLDAPSocketOpenError\b/],
  ['a web server’s own certificate', /\bnginx: \[emerg\] cannot load certificate\b|\bAH0\d{4}:/],
  [
    OTHER_API,
    /An error occurred \(\w{1,60}\) when calling the \w{1,60} operation|\bbotocore\.exceptions\.|\bSSL validation failed for https?:/,
    /https?:\/\/(?:[\w-]+\.){0,4}(?:amazonaws\.com|googleapis\.com|(?:core|database)\.windows\.net|microsoftonline\.com|azure\.com|openai\.com|anthropic\.com|slack\.com|stripe\.com)(?![\w.-]*\.\w)/,
  ],
  ['HashiCorp Vault', /\bError checking seal status\b|https?:\/\/[^\s/"]{1,250}\/v1\/sys\//],
  ['a proxy’s own upstream', /upstream connect error or disconnect\/reset before headers/],
]

/** Other servers' drivers, wherever a stack trace names them. */
const DRIVERS: readonly (readonly [about: string, sign: RegExp])[] = [
  [
    SQL_SERVER,
    /node_modules\/(?:tedious|mssql)\/|\bcom\.microsoft\.sqlserver\.|\b(?:System|Microsoft)\.Data\.SqlClient\b|\bpymssql\b/,
  ],
  [ORACLE, /node_modules\/oracledb\/|\boracle\.(?:jdbc|net)\./],
  [MONGODB, /node_modules\/mongodb\/|\bcom\.mongodb\./],
  [MAIL, /\b(?:smtplib|imaplib|poplib)\.py\b|node_modules\/nodemailer\/|\bcom\.sun\.mail\./],
  [LDAP, /\/ldap3\/|\bcom\.sun\.jndi\.ldap\./],
  [OTHER_API, /\/boto(?:core|3)\/|\bsoftware\.amazon\.awssdk\./],
]

/** Whose addresses stand in nothing but requests for packages and images. */
const REGISTRIES = [
  String.raw`npmjs\.(?:org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|golang\.org|rubygems\.org|packagist\.org`,
  String.raw`docker\.io|ghcr\.io|quay\.io|gcr\.io|k8s\.io|terraform\.io|maven\.(?:org|apache\.org)|nuget\.org`,
  String.raw`debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org`,
].join('|')
/** These stand in the paths of modules and in links to help too. */
const HOSTS_OF_CODE = String.raw`github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|docker\.com|gradle\.org|hex\.pm`
const WHERE = String.raw`(?:[\w-]+\.){0,3}`
const END = String.raw`(?![\w.-]*\.\w)`
/** Where a program names whom it asked. */
const ASKED = new RegExp(
  String.raw`https?://(?!(?:www|wiki|docs|help|bugs)\.|pypi\.org/project/)${WHERE}(?:${REGISTRIES})${END}|(?:\b(?:get|head|post|fetch|request to|access|connect to|lookup|host(?:name)?:?|host=|ENOTFOUND|EAI_AGAIN|resolve|translate host name|cannot verify)[ '"(]{0,3}(?:https?://)?)${WHERE}(?:${REGISTRIES}|${HOSTS_OF_CODE})${END}`,
  'i',
)

const AIVEN = /\.aivencloud\.com\b/i

const programOf = (line: string): string | undefined =>
  PROGRAMS.find(([, ...signs]) => signs.some((sign) => sign.test(line)))?.[0]
const driverOf = (line: string): string | undefined => DRIVERS.find(([, sign]) => sign.test(line))?.[0]

/** Whether a line begins a message of a program that speaks to others. */
export const isOfProgram = (line: string): boolean => programOf(line) !== undefined

/** What a line is about that isn't an Aiven service; undefined for one that may be, and where it names a host of Aiven. */
const aboutOf = (line: string): string | undefined =>
  AIVEN.test(line) ? undefined : (programOf(line) ?? (ASKED.test(line) ? REGISTRY : undefined))

/** Whether a line is about something else; one that names a host of Aiven never is. */
export const isElsewhere = (line: string): boolean => aboutOf(line) !== undefined

/** What goes on below a message's first line: a stack trace, and its causes. */
const BELOW = /^(?:\s+\S|Caused by: |\s*--->)/
/** Python writes the message behind its stack trace. */
const TRACEBACK = /Traceback \(most recent call last\):/
const endsTraceback = ([first = '', ...rest]: readonly string[]): boolean =>
  TRACEBACK.test(first) && rest.length > 0 && !rest.some((line) => /^\S/.test(line))

interface Block {
  readonly lines: readonly string[]
  readonly about: string | undefined
}

/** Messages with their stack traces; a driver is named by any line of them. */
const blocksOf = (printed: string): Block[] => {
  const blocks: string[][] = []
  for (const line of printed.split('\n')) {
    const open = blocks.at(-1)
    if (open && (BELOW.test(line) || endsTraceback(open))) open.push(line)
    else blocks.push([line])
  }
  return blocks.map((lines) => {
    const [first = ''] = lines
    const driver = lines.some((line) => AIVEN.test(line)) ? undefined : lines.map(driverOf).find((about) => about)
    return { lines, about: aboutOf(first) ?? driver }
  })
}

/**
 * A text without what is about something else; a line that names one of Aiven's hosts stays.
 * @param printed as programs printed it, with its sentences unbroken
 */
export const withoutOthers = (printed: string): string =>
  blocksOf(printed)
    .flatMap(({ lines, about }) =>
      lines.filter((line) => (about === undefined ? !isElsewhere(line) : AIVEN.test(line))),
    )
    .join('\n')

/**
 * What the first message of a text is about, in a few words, where it's no Aiven service: "SQL Server".
 * @param printed as programs printed it
 */
export const otherSubject = (printed: string): string | undefined =>
  blocksOf(printed).find(({ about }) => about !== undefined)?.about
