/** Redis and Valkey: the scheme decides whether there is TLS at all. */
import { OTHER_PROGRAMS, type Place } from '../clients/postgresql.ts'
import type { ConnectionString } from '../settings/connection-string.ts'
import { hasShorthandCa, type Finding, type StringPlace } from './finding.ts'
import { truth, verdictOf, type Client, type Judged, type Params } from './verdict.ts'

const NODE: Client = { name: 'ioredis (Node.js)', basis: 'run', source: 'ioredis 6.0.0' }
const CLI: Client = { name: 'redis-cli', basis: 'run', source: 'redis-cli 7' }
const PYTHON: Client = {
  name: 'redis-py',
  basis: 'documented',
  source: 'https://redis.readthedocs.io/en/stable/examples/ssl_connection_examples.html',
}
const OTHER: Client = { name: 'this client', basis: 'unknown', source: '' }
const EVERY: Client = { name: 'Every client', basis: 'documented', source: 'the scheme' }

const isOff = (value: string | undefined) => value !== undefined && /(?:^|[._])(?:none|cert_none)$/i.test(value)

const redisPy = (params: Params): Judged => {
  if (isOff(params.get('ssl_cert_reqs')))
    return ['none', 'ssl_cert_reqs=none turns verification off.', 'redis-py-cert-reqs-none']
  return truth(params.get('ssl_check_hostname')) === true && params.has('ssl_ca_certs')
    ? ['full', 'It verifies the CA and the host name.']
    : ['depends', 'It verifies the CA; the host name only from version 6 on, or with ssl_check_hostname=True.']
}

const ioredis: Judged = [
  'depends',
  'It verifies CA and host name, against Node.js’s public CAs unless the code sets tls: { ca }.',
]
const redisCli: Judged = [
  'depends',
  'It verifies against the system’s CAs, or those of --cacert. The host name isn’t checked.',
  'redis-cli-host-name',
]

const clientsOf = (params: Params, { language, holder, container }: Place): readonly (readonly [Client, Judged])[] => {
  if (/^(?:redis|valkey)-cli$/.test(holder)) return [[CLI, redisCli]]
  if (language === 'python' || params.has('ssl_cert_reqs') || params.has('ssl_ca_certs'))
    return [[PYTHON, redisPy(params)]]
  if (language === 'javascript') return [[NODE, ioredis]]
  if (container === 'code' || OTHER_PROGRAMS.test(holder))
    return [[OTHER, ['unknown', 'It’s not known how this client verifies.']]]
  return [
    [CLI, redisCli],
    [NODE, ioredis],
    [PYTHON, redisPy(params)],
  ]
}

export const judgeRedisUri = (
  { scheme, params }: ConnectionString,
  { literal }: StringPlace,
  place: Place,
): Finding => {
  const encrypted = scheme === 'rediss' || scheme === 'valkeys'
  const clients = encrypted
    ? clientsOf(params, place)
    : ([[EVERY, ['plain', 'This scheme has no TLS: the password is sent in plain text.']]] as const)
  return {
    what: 'Redis or Valkey connection string',
    range: literal.range,
    drivers: clients.map(([client, judged]) => verdictOf(client, judged)),
    notes: [
      ...(scheme === 'valkeys' ? ['Most clients don’t know valkeys://. Use the same address with rediss://.'] : []),
      ...(encrypted ? [] : ['Use rediss:// instead of redis:// for TLS.']),
    ],
  }
}

/** `tls` of ioredis, as Node.js reads it. */
const nodeTls = (params: Params): Judged => {
  const tls = params.get('tls')
  const of = (name: string) => params.get(`tls.${name}`)
  if (tls === undefined || truth(tls) === false) return ['plain', 'Without tls, nothing is encrypted.']
  if (!tls.startsWith('{')) return ['depends', 'The text doesn’t show the value of tls.']
  if (truth(of('rejectunauthorized')) === false) return ['none', 'rejectUnauthorized: false accepts any server.']
  if (of('checkserveridentity') !== undefined)
    return ['depends', 'A custom checkServerIdentity replaces the host name check.']
  return of('ca') !== undefined || hasShorthandCa(tls)
    ? ['full', 'With tls: { ca } it verifies the CA and the host name.']
    : ['public', 'Without ca it trusts only Node.js’s public CAs: servers signed by the project CA are rejected.']
}

/** redis-py's arguments, redis-cli's options. */
export const judgeRedisSettings = (params: Params, place: Place): readonly [Client, Judged] | undefined => {
  if (/^(?:redis|valkey)-cli$/.test(place.holder)) {
    if (params.has('--insecure')) return [CLI, ['none', '--insecure accepts any server.', 'redis-cli-alone-insecure']]
    if (params.has('--tls')) return [CLI, redisCli]
    return params.has('-u') || params.has('--uri')
      ? undefined
      : [CLI, ['plain', 'Without --tls, nothing is encrypted.', 'redis-cli-alone-plain']]
  }
  if (
    place.language === 'javascript' &&
    /^new (?:\w+\.)?(?:Redis|IORedis|Valkey)$/.test(place.holder) &&
    params.has('host')
  )
    return [NODE, nodeTls(params)]
  if (place.language === 'python' && /(?:^|\.)(?:Strict)?Redis(?:Cluster)?$|(?:^|\.)Valkey$/.test(place.holder)) {
    return truth(params.get('ssl')) === true
      ? [PYTHON, redisPy(params)]
      : [PYTHON, ['plain', 'Without ssl=True, nothing is encrypted.']]
  }
  return undefined
}
