/** StackExchange.Redis of .NET: strings of its own, without a scheme. */
import type { Finding, StringPlace } from '../finding.ts'
import { isNeither, truth, verdictOf, type Client, type Judged } from '../verdict.ts'

export const STACK_EXCHANGE: Client = {
  name: 'StackExchange.Redis (.NET)',
  basis: 'documented',
  source: 'https://stackexchange.github.io/StackExchange.Redis/Configuration',
}
/** `host:port,password=…,ssl=True`; others write such strings too. */
const CONFIGURATION =
  /^(?:[\w.-]{1,255}(?::\d{1,5})?,\s*)+(?:\w{1,40}\s*=[^,\n]*,\s*)*(?:ssl|abortConnect|syncTimeout|connectTimeout|defaultDatabase|sslHost)\s*=[^\n]*$/i
/** The words that StackExchange.Redis alone has, in such a string or in the code around it. */
const OWN_OPTION = /,\s*(?:abortConnect|syncTimeout|sslHost)\s*=/i
const OWN_TYPE = /\b(?:ConnectionMultiplexer|ConfigurationOptions|StackExchange)\b/

/** A callback that takes whatever comes. */
const TAKES_ANY =
  /\bCertificateValidation \+ ?= (?:(?:\( [\w ,]*\)|\w+) => (?:true\b|\{ return true ; \})|delegate (?:\( [\w ,]*\) )?\{ return true ; \})/

/** What it does over TLS, by the words of the code around it. */
export const stackExchangeTls = (words: string): Judged =>
  TAKES_ANY.test(words)
    ? ['none', 'The callback accepts any certificate: any server is accepted.']
    : /\b(?:CertificateValidation|TrustIssuer|SslClientAuthenticationOptions)\b/.test(words)
      ? ['depends', 'The code decides which certificates it accepts.']
      : [
          'public',
          'It trusts only the system’s CAs: servers signed by the project CA are rejected, unless the code names that CA with TrustIssuer.',
        ]

/** What StackExchange.Redis makes of its own kind of string; undefined for any other. */
export const judgeStackExchange = ({ document, literal }: StringPlace): Finding | undefined => {
  const text = literal.value.trim()
  if (text.length > 2000 || !CONFIGURATION.test(text)) return undefined
  if (!OWN_OPTION.test(text) && !OWN_TYPE.test(document.words)) return undefined
  const options = new Map(
    text.split(',').map((option): [string, string] => {
      const [name = '', ...value] = option.split('=')
      return [name.trim().toLowerCase(), value.join('=').trim()]
    }),
  )
  const judged: Judged = /\. Ssl =/.test(document.words)
    ? ['depends', 'The code sets Ssl too, and that counts.']
    : isNeither(options.get('ssl'))
      ? ['depends', 'The text doesn’t show the value of ssl.']
      : truth(options.get('ssl')) !== true
        ? ['plain', 'Without ssl=True, StackExchange.Redis doesn’t use TLS.']
        : stackExchangeTls(document.words)
  return {
    what: 'Redis or Valkey configuration',
    range: literal.range,
    drivers: [verdictOf(STACK_EXCHANGE, judged)],
    notes: [],
  }
}
