/** Redis and Valkey: the scheme decides whether there is TLS at all. */
import { OTHER_PROGRAMS, type Place } from '../place.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import { lastOf } from '../../settings/names.ts'
import { byCaFile } from '../ca-file.ts'
import { FULL, OPEN } from '../common-words.ts'
import type { ParsedDocument } from '../../documents/document.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { judgeCeleryUri } from '../languages/celery.ts'
import { nodeTls } from '../languages/node-tls.ts'
import { springUrl } from './spring.ts'
import { switchIn } from '../beside/switches.ts'
import { BY_STORE, JEDIS, JEDIS_TLS, LETTUCE, REDISSON, redisson, redissonCalls } from './java-clients.ts'
import { isNeither, truth, verdictOf, type Client, type Judged, type Params } from '../verdict.ts'

const NODE: Client = { name: 'ioredis (Node.js)', basis: 'run', source: 'ioredis 6.0.0' }
const NODE_REDIS: Client = { name: 'node-redis (Node.js)', basis: 'run', source: 'node-redis 6.3.1' }
const CLI: Client = { name: 'redis-cli', basis: 'run', source: 'redis-cli 7' }
const PYTHON: Client = {
  name: 'redis-py',
  basis: 'run',
  source: 'redis-py 8.1.0',
}
const RUST: Client = { name: 'redis-rs (Rust)', basis: 'run', source: 'redis-rs 1.8.1' }
/** What redis-rs verifies by where its code names no other CA; `#insecure` is judged before. */
const redisRs = (words: string): Judged =>
  /\bbuild_with_tls\b/.test(words)
    ? /\broot_cert : Some \(/.test(words)
      ? FULL
      : /\broot_cert : None\b/.test(words)
        ? RUST_PUBLIC
        : OPEN
    : RUST_PUBLIC
const RUST_PUBLIC: Judged = [
  'public',
  'Without root_cert it trusts only the system’s CAs: servers signed by the project CA are rejected.',
]
const OTHER: Client = { name: 'this client', basis: 'unknown', source: '' }
const EVERY: Client = { name: 'Every client', basis: 'name', source: 'redis:// is the scheme without TLS' }

const isOff = (value: string | undefined) => value !== undefined && /(?:^|[._])(?:none|cert_none)$/i.test(value)

const REQUIRED = /(?:^|[._])(?:required|optional)$/i

const redisPy = (params: Params): Judged => {
  if (isOff(params.get('ssl_cert_reqs')))
    return ['none', 'ssl_cert_reqs=none turns verification off.', 'redis-py-cert-reqs-none']
  if (!REQUIRED.test(params.get('ssl_cert_reqs') ?? 'required'))
    return ['depends', 'The text doesn’t show the value of ssl_cert_reqs.']
  return truth(params.get('ssl_check_hostname')) === true && truth(params.get('ssl_ca_certs') ?? 'no') !== false
    ? byCaFile(FULL, params)
    : ['depends', 'It verifies the CA; the host name only from version 6 on, or with ssl_check_hostname=True.']
}

const ioredis: Judged = [
  'depends',
  'It verifies CA and host name, against Node.js’s public CAs unless the code passes ca.',
]
/** @param options of the command, by lower-case name; none for an address alone */
const redisCli = (options: Params): Judged => {
  if (options.has('--insecure')) return ['none', '--insecure accepts any server.', 'redis-cli-alone-insecure']
  return options.has('--cacert') || options.has('--cacertdir')
    ? ['chain', 'redis-cli verifies the CA but doesn’t check the host name.', 'redis-cli-host-name']
    : [
        'depends',
        'Without --cacert it trusts only the system’s public CAs. The host name isn’t checked.',
        'redis-cli-host-name',
      ]
}
const isCli = ({ holder }: Place) => /^(?:redis|valkey)-cli$/.test(holder)

/** Lettuce's own parameter of an address. */
const LETTUCE_MODES: Readonly<Record<string, Judged | undefined>> = {
  none: ['none', 'verifyPeer=NONE accepts any server.'],
  ca: ['chain', 'verifyPeer=CA doesn’t check the host name: any server signed by the same CA is accepted.'],
  full: [
    'depends',
    'It verifies the CA and the host name, against Java’s own trust store unless the code names another one. That one holds only public CAs.',
  ],
}

const GO_REDIS: Client = {
  name: 'go-redis',
  basis: 'run',
  source: 'go-redis 9.23.0',
}
/** Clients that the words of code tell. */
const BY_WORDS: readonly (readonly [sign: RegExp, language: RegExp, client: Client, judged: Judged])[] = [
  [
    /\bTLSConfig\b/,
    /^go$/,
    GO_REDIS,
    ['depends', 'It depends on the tls.Config that the code sets: with RootCAs it verifies CA and host name.'],
  ],
  [
    /\bredis \. ParseURL\b/,
    /^go$/,
    GO_REDIS,
    [
      'public',
      'It trusts only the system’s CAs: servers signed by the project CA are rejected. Set TLSConfig with RootCAs.',
    ],
  ],
  [
    // It has a RedisClient of its own.
    /\bJedis\w*|\bredis \. clients \. jedis\b/,
    /^(?:java|kotlin)$/,
    JEDIS,
    JEDIS_TLS,
  ],
  [
    /\b(?:RedisURI|RedisClient|RedisClusterClient)\b(?![\s\S]*[vV]erifyPeer)/,
    /^(?:java|kotlin)$/,
    LETTUCE,
    ['depends', `It verifies the CA and the host name. ${BY_STORE}.`],
  ],
]

/** A place of Redisson's file. */
const REDISSON_PLACE = /^((?:.*\.)?\w+Servers?Config\.)\w*[aA]ddress(?:es)?(?:\.|$)/

/** The settings of Redisson's file beside an address, and the groups that hold them. */
const besideRedisson = (name: string, { groups }: ParsedDocument) => {
  const before = REDISSON_PLACE.exec(name)?.[1]
  const found =
    before === undefined ? [] : groups.filter((one) => one.settings.some((own) => own.name.startsWith(before)))
  const settings = found.flatMap((one) => one.settings)
  return {
    covers: found,
    own: new Map(settings.map((one): [string, string] => [lastOf(one.name).toLowerCase(), one.literal.value.trim()])),
  }
}

const clientsOf = (
  params: Params,
  { language, holder, container, words, name }: Place,
  isInsecure: boolean,
  own: Params,
): readonly (readonly [Client, Judged])[] => {
  if (REDISSON_PLACE.test(name)) return [[REDISSON, redisson(own)]]
  if (/\. use(?:Single|Cluster|Sentinel|MasterSlave|Replicated)Servers? \(/.test(words))
    return [[REDISSON, redissonCalls(words)]]
  // No other client gives the end of an address a meaning.
  if (isInsecure && (container !== 'code' || language === 'rust'))
    return [[RUST, ['none', '#insecure turns verification off: any server is accepted.']]]
  if (language === 'rust' && /\bredis ::/.test(words)) return [[RUST, redisRs(words)]]
  const mode = LETTUCE_MODES[params.get('verifypeer')?.toLowerCase() ?? '']
  if (mode && (container !== 'code' || language === 'java' || language === 'kotlin')) return [[LETTUCE, mode]]
  if (language === 'python' || params.has('ssl_cert_reqs') || params.has('ssl_ca_certs'))
    return [[PYTHON, redisPy(params)]]
  if (language === 'javascript') {
    const isNodeRedis = /\bcreate(?:Client|Cluster|ClientPool|Sentinel)\b/.test(words)
    const isIoredis = /\bRedis\b|\bIORedis\b|\bioredis\b/.test(words)
    return isNodeRedis === isIoredis
      ? [
          [NODE, ioredis],
          [NODE_REDIS, ioredis],
        ]
      : [[isNodeRedis ? NODE_REDIS : NODE, ioredis]]
  }
  // `?skip_verify=true` of go-redis is a switch.
  const known =
    container === 'code' && !params.has('skip_verify')
      ? BY_WORDS.find(([sign, of]) => of.test(language) && sign.test(words))
      : undefined
  if (known) return [[known[2], known[3]]]
  if (container === 'code' || OTHER_PROGRAMS.test(holder))
    return [[OTHER, ['unknown', 'It’s not known how this client verifies.']]]
  return [
    [CLI, redisCli(new Map())],
    [NODE, ioredis],
    [PYTHON, redisPy(params)],
  ]
}

/** What each client that may read an address makes of it. */
export const judgeRedisUri = (string: ConnectionString, where: StringPlace, place: Place): Finding => {
  const celery = judgeCeleryUri(string, where)
  if (celery) return celery
  const { literal, group, document } = where
  const ofRedisson = besideRedisson(where.name, document)
  const { scheme } = string
  // redis-py takes from its arguments what an address doesn't say.
  const isFromUrl = place.language === 'python' && /(?:^|\.)from_url$/.test(place.holder)
  const beside = isFromUrl || isCli(place) ? (group?.settings ?? []) : []
  const params = new Map([
    ...beside.map(({ name, literal: { value } }): [string, string] => [name.toLowerCase(), value]),
    ...string.params,
  ])
  // Airflow hands these to redis-py, whatever the scheme.
  const isAirflow = /(?:^|\.)AIRFLOW_CONN_/.test(place.name) && params.has('ssl')
  const encrypted = isAirflow
    ? truth(params.get('ssl')) !== false
    : scheme === 'rediss' || scheme === 'valkeys' || (isCli(place) && params.has('--tls'))
  const isSetLater = /^(?:java|kotlin)$/.test(place.language) && /\bRedisURI\b[\s\S]*\. setSsl \(/.test(place.words)
  const spring = springUrl(place.name, encrypted, where.document)
  const clients: readonly (readonly [Client, Judged])[] = spring
    ? [spring]
    : encrypted
      ? isAirflow
        ? ([[PYTHON, redisPy(params)]] as const)
        : isCli(place)
          ? ([[CLI, redisCli(params)]] as const)
          : clientsOf(params, place, literal.value.trim().endsWith('#insecure'), ofRedisson.own)
      : place.language === 'rust' && /\bbuild_with_tls\b/.test(place.words)
        ? ([[RUST, ['fails', 'build_with_tls takes only an address with rediss://.']]] as const)
        : isSetLater
          ? ([[LETTUCE, ['depends', 'The code calls setSsl, and that counts.']]] as const)
          : ([[EVERY, ['plain', 'This scheme has no TLS: the password is sent in plain text.']]] as const)
  // `?skip_verify=true` of Go, and its like.
  const isUnknown = clients.every(([, [verifies]]) => verifies === 'unknown')
  const settings = [...string.params].map(([name, value]) => ({ name, value }))
  const off = isUnknown ? switchIn(settings, place) : undefined
  return {
    what: 'Redis or Valkey connection string',
    range: literal.range,
    drivers: off ? [off] : clients.map(([client, judged]) => verdictOf(client, judged)),
    covers: [...ofRedisson.covers, ...(group && beside.length > 0 ? [group] : [])],
    notes: [
      ...(scheme === 'valkeys' ? ['Most clients don’t know valkeys://. Use the same address with rediss://.'] : []),
      ...(encrypted ? [] : ['Use rediss:// instead of redis:// for TLS.']),
    ],
  }
}

/** redis-py's arguments, redis-cli's options. */
export const judgeRedisSettings = (params: Params, place: Place): readonly [Client, Judged] | undefined => {
  if (isCli(place)) {
    if (params.has('--tls')) return [CLI, redisCli(params)]
    return params.has('-u') || params.has('--uri')
      ? undefined
      : [CLI, ['plain', 'Without --tls, nothing is encrypted.', 'redis-cli-alone-plain']]
  }
  if (
    place.language === 'javascript' &&
    /^new (?:\w+\.)?(?:Redis|IORedis|Valkey)$/.test(place.holder) &&
    params.has('host')
  )
    return [NODE, nodeTls(params, 'tls') ?? ['plain', 'Without tls, nothing is encrypted.']]
  if (place.language === 'python' && /(?:^|\.)(?:Strict)?Redis(?:Cluster)?$|(?:^|\.)Valkey$/.test(place.holder)) {
    if (isNeither(params.get('ssl'))) return [PYTHON, ['depends', 'The text doesn’t show the value of ssl.']]
    return truth(params.get('ssl')) === true
      ? [PYTHON, redisPy(params)]
      : [PYTHON, ['plain', 'Without ssl=True, nothing is encrypted.']]
  }
  return undefined
}
