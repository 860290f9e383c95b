/** Recognises commands that fetch from another site than the service that a text is about. Nothing is said about those. */

const TOOL = String.raw`(?:curl(?:\.exe)?|wget2?|https?|xh|openssl[ \t]+s_client|Invoke-(?:WebRequest|RestMethod)|iwr|irm)`
/** Such a command at a line's start, behind a prompt, or as a step of a pipeline, with the lines that it goes on over. */
const COMMAND = new RegExp(
  String.raw`^([ \t]*(?:(?:[$#%>]|PS[^\n>]{0,80}>|RUN|sudo|!|(?:- )?(?:run|script):|-)[ \t]+){0,3})(${TOOL}[ \t](?:[^\n]*\\\r?\n)*[^\n]*)`,
  'gim',
)
/** What curl and wget print themselves. */
const PRINTED =
  /^[^\S\n]*(?:curl: \(\d+\)|More details here: https:\/\/curl|curl failed to verify|establish a secure connection to it|how to fix it, please visit|wget: |ERROR: cannot verify |[ \t]*Unable to locally verify|To connect to \S+ insecurely)[^\n]*/gm

const LABELS = String.raw`[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}`
const TARGET = new RegExp(
  String.raw`(?:https?:\/\/|-connect[ \t=]+["']?|[ \t]["']?)(?![^\s"']*@)(${LABELS})(?=[\s:\/"'?]|$)`,
  'gi',
)
/** A login, or a service's own address: it may be what the text is about. */
const OWN = /\.aivencloud\.com\b|:\/\/[^\s/@]*@|[ \t](?:-u|--user)[ \t=]|\b(?!https?)[a-z][a-z0-9+]{2,20}:\/\//i
/** Sites that are no service of anybody's, and what people fetch to install. */
const ELSEWHERE =
  /\b(?:(?:www\.)?google\.com|(?:\w+\.)?github(?:usercontent)?\.com|(?:api|console)\.aiven\.io|registry\.npmjs\.org|pypi\.org)\b|\|[ \t]*(?:sudo[ \t]+)?(?:ba|z)?sh\b|\.(?:sh|tgz|tar|gz|zip|deb|rpm|gpg|asc|jar)\b/i

/** Hosts that a text connects to. */
const HOSTS = new RegExp(
  String.raw`(?:@|:\/\/|\b(?:host(?:name|addr)?|servers?|brokers?)["']?[ \t]{0,4}[=:][ \t]{0,4}["'[]{0,2}|\s-[hb][ \t]?|\b(?:server at|connect to|host|name) "?)(${LABELS})|\b(${LABELS}\.aivencloud\.com)\b`,
  'gi',
)
/** What shows that a text is about a service: an address, settings, a message about TLS or the network. */
const SUBJECT =
  /\b(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|amqps?|clickhouse|mongodb)(?:[+:]\w+)?:\/\/|\.aivencloud\.com\b|\bssl[-_.]?(?:mode|ca|rootcert|truststore|cert)|security\.protocol|certificate verify failed|self[- ]signed|unable to (?:get|verify)|PKIX|x509: |SSL routines|SSLError|\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT)\b/i

const siteOf = (host: string) => host.toLowerCase().split('.').slice(-2).join('.')
const blank = (text: string) => text.replaceAll(/[^\n\r]/g, ' ')
const targetsIn = (command: string) => [...command.matchAll(TARGET)].map(([, host = '']) => host)

/**
 * The text with such commands, and what they print, as spaces: all other places stay.
 * Where nothing else is in it, or the commands' site may be the service, it stays as it is.
 */
export const withoutOtherSites = (text: string): string => {
  if (!/\b(?:curl|wget|xh|https?[ \t]|s_client|Invoke-|iwr|irm)/i.test(text)) return text
  const rest = text
    .replaceAll(COMMAND, (whole, before: string) => before + blank(whole.slice(before.length)))
    .replaceAll(PRINTED, blank)
  if (rest === text || !SUBJECT.test(rest)) return text
  const sites = new Set([...rest.matchAll(HOSTS)].map(([, one, other]) => siteOf(one ?? other ?? '')))
  let left = 0
  const isElsewhere = (command: string): boolean => {
    const targets = targetsIn(command)
    if (targets.length === 0 || OWN.test(command) || targets.some((host) => sites.has(siteOf(host)))) return false
    return sites.size > 0 || ELSEWHERE.test(command)
  }
  const told = text.replaceAll(COMMAND, (whole, before: string, command: string) => {
    // Without its prompt: lines without one would be taken for what it prints.
    if (isElsewhere(command)) return before.replaceAll(/[$#%>]/g, ' ') + blank(command)
    left++
    return whole
  })
  return left === 0 ? told.replaceAll(PRINTED, blank) : told
}
