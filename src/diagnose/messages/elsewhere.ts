/** Errors about package registries, code hosts and programs that never speak to a service: nothing is said of them. */

/** What fetches packages, code and images, logs in to machines, sends mail, or is another database. */
const PROGRAMS: readonly RegExp[] = [
  /\bnpm (?:ERR!|error)\s/,
  /(?:^|[|\]\s])(?:ssh|scp|sftp|kex_exchange_identification): |\b(?:host|by|with) \S{1,250} port 22\b/,
  /\bRPC failed; (?:curl|HTTP|result=)|\[\d+: [\d.:a-f]+\]: errno=|(?:^|[|\]\s])(?:fatal: (?:unable to access|Authentication failed for) '|[EW]: (?:Failed to fetch|GPG error)|go: \S+@v)/,
  /Error response from daemon|Failed to pull image|failed to resolve reference "|error pulling image/,
  /^Unable to connect to the server: (?:dial tcp|x509|tls|net\/http|EOF|Get |getting)|did you specify the right host or port\?/,
  /Retrying \(Retry\(total=[^\n]{0,1000}(?:\bpip\._vendor\b|': \/(?:\S{0,200}\/)?(?:simple\/[\w.-]+\/(?:\s|$)|packages\/\S{1,300}\.(?:whl|tar\.gz)|repodata\.json))/,
  /\bpip\._vendor\.|Could not fetch URL \S{1,300}: There was a problem|Could not transfer artifact \S{1,300} (?:from|to|from\/to) /,
  /Could not (?:GET|HEAD) '[^']{1,300}\.(?:pom|jar|module|xml|aar|zip)'|Could not resolve all (?:files|artifacts|dependencies) for /,
  /\bMongo\w*(?:Error|Exception)\b|\bpymongo\.|mongodb(?:\+srv)?:\/\/|\bsmtplib\./,
  /upstream connect error or disconnect\/reset before headers/,
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

/** Whether a line begins a message of a program that speaks to others. */
export const isOfProgram = (line: string): boolean => PROGRAMS.some((sign) => sign.test(line))

/** Whether a line is about something else; one that names a host of Aiven never is. */
export const isElsewhere = (line: string): boolean => !AIVEN.test(line) && (ASKED.test(line) || isOfProgram(line))

/**
 * A text without its lines that are about something else; a line that names one of Aiven's hosts stays.
 * @param printed as programs printed it, with its sentences unbroken
 */
export const withoutOthers = (printed: string): string =>
  printed
    .split('\n')
    .filter((line) => !isElsewhere(line))
    .join('\n')
