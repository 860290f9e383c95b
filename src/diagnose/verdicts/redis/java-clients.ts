/** Java's clients of Redis and Valkey, and what they do with TLS unless the code says more. */
import { OPEN } from '../common-words.ts'
import { readClient, runClient, truth, type Judged, type Params } from '../verdict.ts'

export const LETTUCE = runClient('Lettuce (Java)', 'Lettuce 7.7.0')
export const JEDIS = runClient('Jedis (Java)', 'Jedis 8.0.2')
export const REDISSON = readClient('Redisson (Java)', 'Redisson 3.50, RedisChannelInitializer.java')

export const BY_STORE = 'Java’s own trust store contains only public CAs, unless someone added the project CA'

/** What Jedis does over TLS, unless the code passes more. */
export const JEDIS_TLS: Judged = [
  'depends',
  `${BY_STORE}. Jedis 8 checks the host name too, older versions don’t unless told to.`,
]

/** @param own settings of Redisson by lower-case name, without what stands before them */
export const redisson = (own: Params): Judged => {
  const mode =
    truth(own.get('sslenableendpointidentification')) === false
      ? 'NONE'
      : (own.get('sslverificationmode') ?? 'STRICT').split('.').at(-1)
  const hasStore = own.has('ssltruststore')
  if (own.has('ssltrustmanagerfactory') || own.has('sslhostname'))
    return ['depends', 'A setting of its own decides which certificates, or which name, it accepts.']
  if (mode === 'NONE' && !hasStore) return ['none', 'Without a trust store, this accepts any server.']
  if (mode === 'NONE' || mode === 'CA_ONLY')
    return hasStore
      ? ['chain', 'The host name isn’t checked: any server signed by the same CA is accepted.']
      : ['depends', `The host name isn’t checked. ${BY_STORE}.`]
  if (mode !== 'STRICT') return ['depends', 'The text doesn’t show the value of sslVerificationMode.']
  return hasStore
    ? ['full', 'It verifies the host name, and the CA by its trust store.']
    : [
        'public',
        'Without sslTruststore it trusts only Java’s public CAs: servers signed by the project CA are rejected.',
      ]
}

/** What calls of Redisson’s setters come to: `. setSslVerificationMode ( SslVerificationMode . NONE )`. */
export const redissonCalls = (words: string): Judged => {
  const calls = [...words.matchAll(/\. set(Ssl\w+) \( ((?:\w+ \. )*\w*)/g)]
    .map(([, name = '', value = '']): [string, string] => [name.toLowerCase(), value.replaceAll(' ', '')])
    .filter(([, value]) => value !== 'null')
  const judged = redisson(new Map(calls))
  const isChosen = calls.length > 0 && /\bif \(|(?<![<,] )\?(?! >)/.test(words)
  return isChosen && judged[0] !== 'none' ? OPEN : judged
}
