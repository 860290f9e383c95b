/** Errors about package registries, code hosts and programs that never speak to a service: nothing is said of them. */

/** What fetches packages, code and images, logs in to machines, sends mail, or is another database. */
const PROGRAMS: readonly RegExp[] = [
  /\bnpm (?:ERR!|error)\s/,
  /(?:^|[|\]\s])(?:ssh|scp|sftp|kex_exchange_identification): |\bport 22\b/,
  /\bRPC failed; |\[\d+: [\d.:a-f]+\]: errno=|(?:^|[|\]\s])(?:fatal: (?:unable to access|Authentication failed for) '|[EW]: (?:Failed to fetch|GPG error)|go: \S+@v)/,
  /Error response from daemon|Failed to pull image|failed to resolve reference|error pulling image/,
  /Unable to connect to the server: |did you specify the right host or port\?/,
  /Retrying \(Retry\(total=|Could not fetch URL|Could not transfer artifact|Could not (?:GET|HEAD|resolve all files)/,
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
  String.raw`https?://${WHERE}(?:${REGISTRIES})${END}|(?:\b(?:get|head|post|fetch|request to|access|connect to|lookup|host(?:name)?:?|host=|ENOTFOUND|EAI_AGAIN|resolve|translate host name|cannot verify)[ '"(]{0,3}(?:https?://)?)${WHERE}(?:${REGISTRIES}|${HOSTS_OF_CODE})${END}`,
  'i',
)

const AIVEN = /\.aivencloud\.com\b/i

/**
 * A text without its lines that are about something else; a line that names one of Aiven's hosts stays.
 * @param printed as programs printed it, with its sentences unbroken
 */
export const withoutOthers = (printed: string): string =>
  printed
    .split('\n')
    .filter((line) => AIVEN.test(line) || !(ASKED.test(line) || PROGRAMS.some((sign) => sign.test(line))))
    .join('\n')
