/**
 * Whether a user may do something on a topic, by Aiven's entries and Kafka's own, as Aiven's documentation says ("Access
 * Control Lists in Aiven for Apache Kafka", read in November 2026): a matching entry allows, a native DENY overrides
 * all, and anything without a matching entry is denied. If the documentation doesn't say, the answer is unknown.
 */
import { fitsPattern } from '../lib/glob.ts'

/** An entry of Aiven's own: it can only allow. */
export interface AivenRule {
  readonly kind: 'aiven'
  readonly username: string
  readonly topic: string
  readonly permission: string
}

/** An entry of Kafka's own, in the words of the wire. */
export interface NativeRule {
  readonly kind: 'native'
  readonly principal: string
  readonly host: string
  readonly operation: string
  readonly permission_type: string
  readonly pattern_type: string
  readonly resource_type: string
  readonly resource_name: string
}

export type Rule = AivenRule | NativeRule

/** What a user may want to do. `group`: read as a member of a consumer group. */
export type Act = 'read' | 'write' | 'describe' | 'delete' | 'group'

export interface Question {
  readonly user: string
  readonly act: Act
  /** The topic, or the consumer group. */
  readonly name: string
}

/**
 * - `entry`: one entry decides.
 * - `nothing`: no entry matches, so it is denied.
 * - `unsure`: that entry may match or not, depending on the client's host or on patterns that the documentation explains two ways.
 * - `unread`: there are entries that couldn't be read.
 */
export type Ground = 'entry' | 'nothing' | 'unsure' | 'unread'

export interface Answer<R extends Rule = Rule> {
  readonly verdict: 'allowed' | 'denied' | 'unknown'
  readonly ground: Ground
  readonly entry: R | undefined
}

type Match = 'yes' | 'no' | 'unsure'

const both = (...matches: readonly Match[]): Match =>
  matches.includes('no') ? 'no' : matches.includes('unsure') ? 'unsure' : 'yes'

/** Which of Aiven's permissions include an act. Consumer groups come with reading, whatever the entry's topic. */
const PERMISSIONS: Readonly<Record<Act, readonly string[]>> = {
  read: ['admin', 'readwrite', 'read'],
  write: ['admin', 'readwrite', 'write'],
  describe: ['admin', 'readwrite', 'read', 'write'],
  delete: ['admin'],
  group: ['admin', 'readwrite', 'read'],
}

const KNOWN_PERMISSIONS: ReadonlySet<string> = new Set(PERMISSIONS.describe)

const matchAiven = ({ username, topic, permission }: AivenRule, { user, act, name }: Question): Match => {
  if (!fitsPattern(username, user)) return 'no'
  if (act !== 'group' && !fitsPattern(topic, name)) return 'no'
  if (!KNOWN_PERMISSIONS.has(permission)) return 'unsure'
  return PERMISSIONS[act].includes(permission) ? 'yes' : 'no'
}

/** Kafka's words for an act; those that allow it without being it come after. */
const OPERATIONS: Readonly<Record<Act, readonly [string, ...string[]]>> = {
  read: ['Read'],
  write: ['Write'],
  // Whoever may do these may describe.
  describe: ['Describe', 'Read', 'Write', 'Delete', 'Alter'],
  delete: ['Delete'],
  group: ['Read'],
}

const hasWildcard = (text: string): boolean => /[*?]/.test(text)

/** Kafka takes `*` alone for anyone; of other patterns Aiven's documentation says both yes and no. */
const matchName = (pattern: string, name: string): Match => {
  if (pattern === '*' || pattern === name) return 'yes'
  return hasWildcard(pattern) && fitsPattern(pattern, name) ? 'unsure' : 'no'
}

const matchPrincipal = (principal: string, user: string): Match => {
  const [, type, name = ''] = /^([^:]*):(.*)$/s.exec(principal) ?? []
  return type === 'User' ? matchName(name, user) : 'unsure'
}

const matchResource = ({ pattern_type: type, resource_name: pattern }: NativeRule, name: string): Match => {
  if (type === 'LITERAL') return matchName(pattern, name)
  if (type !== 'PREFIXED') return 'unsure'
  if (name.startsWith(pattern)) return 'yes'
  return hasWildcard(pattern) && fitsPattern(`${pattern}*`, name) ? 'unsure' : 'no'
}

const isDeny = ({ permission_type }: NativeRule): boolean => permission_type !== 'ALLOW'

const matchNative = (rule: NativeRule, { user, act, name }: Question): Match => {
  if (rule.resource_type !== (act === 'group' ? 'Group' : 'Topic')) return 'no'
  const [operation, ...implying] = OPERATIONS[act]
  const operations = isDeny(rule) ? [operation, 'All'] : [operation, 'All', ...implying]
  if (!operations.includes(rule.operation)) return 'no'
  const host: Match = rule.host === '*' ? 'yes' : 'unsure'
  const type: Match = /^(?:ALLOW|DENY)$/.test(rule.permission_type) ? 'yes' : 'unsure'
  return both(matchPrincipal(rule.principal, user), matchResource(rule, name), host, type)
}

/** Whether the entry concerns that question at all. */
const matchRule = (rule: Rule, question: Question): Match =>
  rule.kind === 'aiven' ? matchAiven(rule, question) : matchNative(rule, question)

/**
 * @param rules in any order: none is stronger for where it stands
 * @param isWhole false: some entries couldn't be read
 */
export const checkAccess = <R extends Rule>(rules: readonly R[], question: Question, isWhole = true): Answer<R> => {
  const matched = rules.map((rule) => ({ rule, match: matchRule(rule, question) }))
  const find = (match: Match, deny: boolean) =>
    matched.find(({ rule, match: found }) => found === match && (rule.kind === 'native' && isDeny(rule)) === deny)?.rule
  const denied = find('yes', true)
  if (denied) return { verdict: 'denied', ground: 'entry', entry: denied }
  const allowed = find('yes', false)
  const unsure = allowed ? find('unsure', true) : find('unsure', false)
  if (unsure) return { verdict: 'unknown', ground: 'unsure', entry: unsure }
  if (!isWhole) return { verdict: 'unknown', ground: 'unread', entry: undefined }
  return allowed
    ? { verdict: 'allowed', ground: 'entry', entry: allowed }
    : { verdict: 'denied', ground: 'nothing', entry: undefined }
}

/** Something to know about an entry. */
export type Remark = 'no-user' | 'no-topic' | 'everyone' | 'everything'

const isAll = (pattern: string): boolean => /^\*+$/.test(pattern)

const fitsUser = (rule: Rule, user: string): boolean =>
  rule.kind === 'aiven' ? fitsPattern(rule.username, user) : matchPrincipal(rule.principal, user) !== 'no'

const fitsTopic = (rule: Rule, topic: string): boolean =>
  rule.kind === 'aiven'
    ? fitsPattern(rule.topic, topic)
    : rule.resource_type !== 'Topic' || matchResource(rule, topic) !== 'no'

interface Known {
  readonly users: readonly string[]
  /** undefined: not known. */
  readonly topics: readonly string[] | undefined
}

/** Remarks on an entry: it matches no one, nothing, everyone or everything. */
export const remarksOn = (rule: Rule, { users, topics }: Known): readonly Remark[] => {
  const principal = rule.kind === 'aiven' ? rule.username : rule.principal.replace(/^User:/, '')
  const allows = rule.kind === 'aiven' || !isDeny(rule)
  const isAdmin = rule.kind === 'aiven' && rule.permission === 'admin' && isAll(rule.topic)
  return [
    ...(users.some((user) => fitsUser(rule, user)) ? [] : (['no-user'] as const)),
    ...(!topics || topics.some((topic) => fitsTopic(rule, topic)) ? [] : (['no-topic'] as const)),
    ...(allows && isAll(principal) ? (['everyone'] as const) : []),
    ...(isAdmin ? (['everything'] as const) : []),
  ]
}
