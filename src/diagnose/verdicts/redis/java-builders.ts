/** Java's clients of Redis and Valkey that code builds: Jedis, Lettuce, and Lettuce by Spring. */
import type { ParsedDocument } from '../../documents/document.ts'
import { OPEN } from '../common-words.ts'
import { agreed, ANY, CODE_DECIDES, hasAddress, off, passed, UNNAMED } from '../languages/called.ts'
import type { Judged } from '../verdict.ts'
import { BY_STORE, JEDIS_TLS } from './java-clients.ts'

/** What a builder of Jedis’ settings comes to; undefined where an address says it. */
export const jedis = (document: ParsedDocument): Judged | undefined => {
  const { words } = document
  if (hasAddress(document, /^rediss?:/)) return undefined
  const ssl = passed(document, 'ssl')
  if (/\. sslOptions \(/.test(words)) {
    const [mode, ...others] = passed(document, 'sslVerifyMode')
    if (others.length > 0) return OPEN
    return mode === 'INSECURE' ? ANY : mode === 'CA' ? UNNAMED : CODE_DECIDES
  }
  if (ssl.length === 0 || agreed(ssl) === false) return off('ssl(true)')
  if (agreed(ssl) === undefined) return OPEN
  return /\. (?:sslSocketFactory|sslParameters|hostnameVerifier) \(/.test(words) ? CODE_DECIDES : JEDIS_TLS
}

const BY_JAVA_STORE: Judged = ['depends', `It verifies the CA and the host name. ${BY_STORE}.`]

/** What a RedisURI comes to that is built; undefined where an address says it. */
export const lettuce = (document: ParsedDocument): Judged | undefined => {
  const { words } = document
  if (hasAddress(document, /^rediss?:/)) return undefined
  if (/\. (?:withStartTls|setStartTls|setSsl|setVerifyPeer) \(/.test(words)) return OPEN
  const ssl = passed(document, 'withSsl')
  if (ssl.length === 0 || agreed(ssl) === false) return off('withSsl(true)')
  if (agreed(ssl) === undefined) return OPEN
  const [mode, ...others] = passed(document, 'withVerifyPeer')
  if (others.length > 0) return OPEN
  if (mode === undefined || mode === 'true' || mode === 'FULL') return BY_JAVA_STORE
  return mode === 'false' || mode === 'NONE' ? ANY : mode === 'CA' ? UNNAMED : OPEN
}

/** What Spring’s settings of Lettuce come to. */
export const springLettuce = (document: ParsedDocument): Judged => {
  const { words } = document
  if (/\. disablePeerVerification \(/.test(words)) return ANY
  const isOn = /\. useSsl \(/.test(words) || agreed(passed(document, 'setUseSsl')) === true
  if (isOn) return /\. setVerifyPeer \(|\bverifyPeer\b/.test(words) ? OPEN : BY_JAVA_STORE
  // A factory takes no more than the server, or settings that the text makes.
  const isShown =
    /ClientConfiguration \. (?:builder|defaultConfiguration) \(/.test(words) ||
    /\bLettuceConnectionFactory \( (?:\w+ )?\)/.test(words)
  return !isShown || /setUseSsl/.test(words) ? OPEN : off('useSsl()')
}
