/** Errors about package registries, code hosts and programs that never speak to a service: nothing is said of them. */

/** What fetches packages, code and images, logs in to machines, sends mail, or is another database. */
const PROGRAMS: readonly RegExp[] = [
  /\bnpm (?:ERR!|error)\s/,
  /(?:^|[|\]\s])(?:ssh|scp|sftp|kex_exchange_identification): |\bport 22\b/,
  /(?:^|[|\]\s])(?:fatal: (?:unable to access|Authentication failed for) '|[EW]: (?:Failed to fetch|GPG error)|go: \S+@v)/,
  /Error response from daemon|Failed to pull image|failed to resolve reference|error pulling image/,
  /Unable to connect to the server: |did you specify the right host or port\?/,
  /Retrying \(Retry\(total=|Could not fetch URL|Could not transfer artifact|Could not (?:GET|HEAD|resolve all files)/,
  /\bMongo\w*(?:Error|Exception)\b|\bpymongo\.|mongodb(?:\+srv)?:\/\/|\bsmtplib\./,
  /upstream connect error or disconnect\/reset before headers/,
]

const SITES = [
  String.raw`npmjs\.(?:org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|crates\.io|golang\.org|hex\.pm|nuget\.org`,
  String.raw`github\.com|githubusercontent\.com|ghcr\.io|gitlab\.com|bitbucket\.org|rubygems\.org|packagist\.org`,
  String.raw`docker\.(?:io|com)|quay\.io|gcr\.io|k8s\.io|terraform\.io|maven\.(?:org|apache\.org)|gradle\.org`,
  String.raw`debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org`,
].join('|')
/** Such a site where a program names whom it asked, not in the path of a module or a link to a page of help. */
const ASKED = new RegExp(
  String.raw`(?:\b(?:get|head|post|fetch|request to|access|connect to|lookup|host(?:name)?:?|host=|ENOTFOUND|EAI_AGAIN|resolve|translate host name|cannot verify)[ '"(]{0,3}(?:https?://)?)(?:[\w-]+\.){0,3}(?:${SITES})(?![\w.-]*\.\w)`,
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
