import { lookup } from '../../lib/lookup.ts'

/** A machine's word as text: "user_alert_low" becomes "User alert low". */
export const plainWords = (id: string): string => {
  const words = id.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What happened, keyed by the last word of an event's type. */
const HAPPENED: Readonly<Record<string, string>> = {
  accept: 'accepted',
  add: 'added',
  approve: 'approved',
  attach: 'attached',
  cancel: 'cancelled',
  change: 'changed',
  create: 'created',
  delete: 'deleted',
  detach: 'detached',
  disable: 'disabled',
  enable: 'enabled',
  invite: 'invited',
  modify: 'changed',
  move: 'moved',
  perform: 'done',
  poweroff: 'powered off',
  poweron: 'powered on',
  promote: 'promoted',
  reject: 'rejected',
  remove: 'removed',
  renew: 'renewed',
  reset: 'reset',
  restart: 'restarted',
  restore: 'restored',
  revoke: 'revoked',
  rotate: 'rotated',
  start: 'started',
  stop: 'stopped',
  update: 'updated',
}

/** What it happened to, where the type's own words aren't plain. */
const THINGS: Readonly<Record<string, string>> = {
  service_acl: 'ACL entry',
  service_config: 'settings',
  service_connection_pool: 'connection pool',
  service_database: 'database',
  service_index: 'index',
  service_integration: 'integration',
  service_maintenance: 'maintenance',
  service_plan: 'plan',
  service_query: 'query',
  service_query_stats: 'query statistics',
  service_topic: 'topic',
}

/** Types that aren't a thing and what happened to it. */
const WHOLE: Readonly<Record<string, string>> = {
  service_master_promotion: 'Standby promoted to primary',
}

const NAMES: Readonly<Record<string, string>> = { acl: 'ACL', ca: 'CA', db: 'database', ip: 'IP', vpc: 'VPC' }

const thingWords = (thing: string): string =>
  lookup(THINGS, thing) ??
  thing
    .split('_')
    .map((word) => lookup(NAMES, word) ?? word)
    .join(' ')

/**
 * An event's type in plain words: "service_plan_change" becomes "Plan changed". The documentation has no list of types:
 * one that the tables don't know keeps its own words.
 */
export const eventWords = (type: string): string => {
  const [, thing = '', last = ''] = /^(.+)_([a-z]+)$/.exec(type) ?? []
  const happened = lookup(HAPPENED, last)
  return lookup(WHOLE, type) ?? plainWords(happened === undefined ? type : `${thingWords(thing)} ${happened}`)
}
