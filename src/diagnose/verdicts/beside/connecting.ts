/** Tells whether code connects to anything. If it doesn't, `verify: false` is about mail addresses, forms or recipes. */
import type { Place } from '../place.ts'

/** Names without a word for TLS: mails, forms and recipes have them too. */
export const BARE = /^(?:verify|insecure)$/
/** What tells that something connects: a library's name, an address, a file of certificates. */
const CONNECTING =
  /\b(?:requests|httpx|aiohttp|urllib\d?|urlopen|http|https|ssl|tls|hvac|\w*session|grpc|kafka|redis|valkey|clickhouse\w*|elasticsearch|opensearch\w*|influxdb\w*|faraday|guzzle\w*|tortoise|asyncpg)\b/i
const ADDRESS =
  /(?:host(?:name|s)?|url|uri|address(?:es)?|endpoint|brokers|certfile|keyfile|cafile)$|^(?:addr|servers?|port|scheme|secure|cert|ca)$|^(?:ssl|tls|https?)/

/** Whether settings of this place are about a connection. */
export const connects = (
  settings: readonly { letters: string; value: string }[],
  { container, words, holder, beside }: Place,
) =>
  container === 'command' ||
  CONNECTING.test(container === 'code' ? `${holder} ${words}` : holder) ||
  beside.some((value) => value.includes('://')) ||
  settings.some(({ letters, value }) => ADDRESS.test(letters) || value.includes('://'))
