/** Redis and Valkey: the scheme decides whether there is TLS at all. */
import { driverVerdict, NOT_RUN, readUri, withParams, type ConnectionCheck, type DriverVerdict } from './connection.ts'

const redisPy = (requirement: string | undefined): DriverVerdict =>
  requirement === 'none'
    ? driverVerdict('redis-py', NOT_RUN, ['none', 'ssl_cert_reqs=none switches the check off.'])
    : driverVerdict('redis-py', NOT_RUN, [
        'depends',
        'It verifies the CA; the name only from version 6 on, or with ssl_check_hostname=True.',
      ])

export const checkRedisUri = (text: string): ConnectionCheck | undefined => {
  const uri = readUri(text)
  if (!uri || !/^(redis|valkey)s?$/.test(uri.scheme)) return undefined
  const { scheme, params, query } = uri
  const encrypted = scheme.endsWith('s') && scheme !== 'redis'
  const plain = ['plain', `${scheme}:// has no TLS: the password travels in the clear.`] as const
  const drivers = encrypted
    ? [
        driverVerdict('redis-cli', NOT_RUN, [
          'depends',
          "It verifies against the system's CAs, or those of --cacert; the name is not checked.",
          'redis-cli-host-name',
        ]),
        driverVerdict('ioredis (Node.js)', 'ioredis 6.0.0, run with ca', [
          'public',
          "It verifies CA and name, against Node's public CAs unless tls: { ca } says otherwise.",
        ]),
        redisPy(params.get('ssl_cert_reqs')),
      ]
    : [driverVerdict('Every client', 'the scheme', plain)]
  const secure = { ...uri, scheme: 'rediss' }
  const fixed =
    query === ''
      ? withParams(secure, {}).replace(/\?$/, '')
      : withParams(secure, {}, ['ssl_cert_reqs', 'ssl_check_hostname'])
  const corrected = fixed.replace(/\?$/, '')
  return {
    what: 'Redis or Valkey connection string',
    text,
    drivers,
    corrected: corrected === text ? undefined : corrected,
    notes: scheme === 'valkeys' ? ['Most clients know no valkeys://: they want the same with rediss://.'] : [],
  }
}
