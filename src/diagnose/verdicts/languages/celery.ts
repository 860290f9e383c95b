/** Celery: its broker and its result backend have an address each, and a map of TLS settings that stands apart from it. */
import { once } from '../once.ts'
import type { Group, ParsedDocument } from '../../documents/document.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL } from '../common-words.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { truth, type Client, type Judged, type Params } from '../verdict.ts'

export type Role = 'broker' | 'backend'

const CLIENTS: Readonly<Record<Role, Client>> = {
  broker: {
    name: 'Celery’s broker (redis-py)',
    basis: 'read',
    source: 'kombu 5.7.0, connection.py and transport/redis.py',
  },
  backend: { name: 'Celery’s result backend (redis-py)', basis: 'read', source: 'celery 5.7.0, backends/redis.py' },
}

const OPEN: Judged = ['depends', 'The text doesn’t show all of its TLS settings.']

const ADDRESS: readonly (readonly [name: RegExp, role: Role])[] = [
  [/^(?:\w+\.)*(?:broker(?:_url)?|CELERY_BROKER(?:_URL)?|BROKER_URL)$/, 'broker'],
  [/^(?:\w+\.)*(?:backend|(?:CELERY_)?(?:result_backend|RESULT_BACKEND))$/, 'backend'],
]
const MAPS: Readonly<Record<Role, RegExp>> = {
  broker: /(?:^|[._])(?:broker_use_ssl|BROKER_USE_SSL)$/,
  backend: /(?:^|[._])(?:redis_backend_use_ssl|REDIS_BACKEND_USE_SSL)$/,
}

/** What an address is for in Celery; undefined where nothing says that it's Celery's. */
const celeryRole = ({ document, name, group }: StringPlace): Role | undefined => {
  const own = ADDRESS.find(([sign]) => sign.test(name))
  const isCelery = /celery/i.test(name) || /\bCelery\b/.test(`${document.words} ${group?.holder ?? ''}`)
  return own && (isCelery || mapsIn(document).has(own[1])) ? own[1] : undefined
}

interface Found {
  readonly groups: readonly Group[]
  /** By lower-case name; undefined where the map isn't in the text. */
  readonly params: Params | undefined
}

const mapOf = ({ groups }: ParsedDocument, role: Role): Found | undefined => {
  const named = groups.filter(({ holder }) => MAPS[role].test(holder))
  const set = groups.flatMap((group) =>
    group.settings.filter(({ name }) => MAPS[role].test(name)).map((setting) => ({ group, setting })),
  )
  if (named.length + set.length === 0) return undefined
  const inner = set.flatMap(({ group, setting }) =>
    group.settings.flatMap(({ name, literal }) =>
      name.startsWith(`${setting.name}.`) ? [[name.slice(setting.name.length + 1), literal.value] as const] : [],
    ),
  )
  const values = [
    ...named.flatMap(({ settings }) => settings.map(({ name, literal }) => [name, literal.value] as const)),
    ...inner,
  ].map(([name, value]) => [name.toLowerCase(), value] as const)
  const isOpen = values.length === 0 || new Set(values.map(([name]) => name)).size < values.length
  return { groups: [...named, ...set.map(({ group }) => group)], params: isOpen ? undefined : new Map(values) }
}

const mapsIn = once(
  (document: ParsedDocument): ReadonlyMap<Role, Found> =>
    new Map(
      (['broker', 'backend'] as const).flatMap((role) => {
        const found = document.container === 'code' ? mapOf(document, role) : undefined
        return found ? [[role, found] as const] : []
      }),
    ),
)

const byParams = (params: Params, role: Role): Judged => {
  const required = params.get('ssl_cert_reqs')
  if (required === undefined && role === 'backend')
    return ['fails', 'Celery’s result backend refuses to start without ssl_cert_reqs.']
  if (/(?:^|[._])(?:cert_)?none$/i.test(required ?? ''))
    return ['none', 'ssl_cert_reqs turns verification off.', 'redis-py-cert-reqs-none']
  if (required !== undefined && !/(?:^|[._])(?:cert_)?(?:required|optional)$/i.test(required)) return OPEN
  return truth(params.get('ssl_check_hostname')) === true && params.has('ssl_ca_certs')
    ? FULL
    : ['depends', 'It verifies the CA; the host name only from redis-py 6 on, or with ssl_check_hostname.']
}

/** @returns undefined where the address alone decides, and says that it has no TLS */
const judge = (params: Params, isTls: boolean, place: StringPlace, role: Role): Judged | undefined => {
  const map = mapsIn(place.document).get(role)
  if (map) return map.params ? byParams(new Map([...params, ...map.params]), role) : OPEN
  if (!isTls) return undefined
  if (params.has('ssl_cert_reqs')) return byParams(params, role)
  if (place.document.container !== 'code' || /\bconfig_from_\w+/.test(place.document.words))
    return [
      'depends',
      role === 'broker'
        ? 'Without broker_use_ssl in the code, Celery’s broker accepts any server: add ?ssl_cert_reqs=required to the address.'
        : 'Without redis_backend_use_ssl in the code, Celery’s result backend refuses to start: add ?ssl_cert_reqs=required to the address.',
    ]
  return role === 'broker'
    ? ['none', 'With rediss:// alone, Celery’s broker accepts any server. Add ?ssl_cert_reqs=required to the address.']
    : byParams(params, role)
}

/** What Celery makes of an address of Redis; undefined for addresses of others. */
export const judgeCeleryUri = ({ scheme, params }: ConnectionString, place: StringPlace): Finding | undefined => {
  const role = celeryRole(place)
  const judged = role && judge(params, /^(?:rediss|valkeys)$/.test(scheme), place, role)
  if (!judged) return undefined
  const map = mapsIn(place.document).get(role)
  return {
    what: 'Redis or Valkey connection string',
    range: place.literal.range,
    drivers: [verdictByCaFile(CLIENTS[role], judged, map?.params ?? params)],
    notes: [],
    covers: map?.groups,
  }
}

/** What such a map comes to where the address isn't in the text. */
export const judgeCelery = (document: ParsedDocument, group: Group): Finding | undefined => {
  if (document.language !== 'python') return undefined
  for (const [role, { groups, params }] of mapsIn(document))
    if (groups[0] === group && params?.has('ssl_cert_reqs') === true)
      return {
        what: 'Settings in code',
        range: group.range,
        drivers: [verdictByCaFile(CLIENTS[role], byParams(params, role), params)],
        notes: [],
      }
  return undefined
}
