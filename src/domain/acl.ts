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

/** An entry of Kafka's own, with the API's field names. */
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
export type AclAction = 'read' | 'write' | 'describe' | 'delete' | 'group'

export interface AccessQuestion {
  readonly user: string
  readonly action: AclAction
  /** The topic, or the consumer group. */
  readonly name: string
}

/**
 * - `entry`: one entry decides.
 * - `nothing`: no entry matches, so it is denied.
 * - `unsure`: that entry may match or not, depending on the client's host or on patterns that the documentation explains two ways.
 * - `unread`: there are entries that couldn't be read.
 */
export type AnswerReason = 'entry' | 'nothing' | 'unsure' | 'unread'

export interface AccessAnswer<R extends Rule = Rule> {
  readonly verdict: 'allowed' | 'denied' | 'unknown'
  readonly reason: AnswerReason
  readonly entry: R | undefined
}

type Match = 'yes' | 'no' | 'unsure'

const combineMatches = (...matches: readonly Match[]): Match =>
  matches.includes('no') ? 'no' : matches.includes('unsure') ? 'unsure' : 'yes'

/** Which of Aiven's permissions include an action. Reading includes consumer groups, whatever the entry's topic. */
const PERMISSIONS: Readonly<Record<AclAction, readonly string[]>> = {
  read: ['admin', 'readwrite', 'read'],
  write: ['admin', 'readwrite', 'write'],
  describe: ['admin', 'readwrite', 'read', 'write'],
  delete: ['admin'],
  group: ['admin', 'readwrite', 'read'],
}

const KNOWN_PERMISSIONS: ReadonlySet<string> = new Set(PERMISSIONS.describe)

const matchAiven = ({ username, topic, permission }: AivenRule, { user, action, name }: AccessQuestion): Match => {
  if (!fitsPattern(username, user)) return 'no'
  if (action !== 'group' && !fitsPattern(topic, name)) return 'no'
  if (!KNOWN_PERMISSIONS.has(permission)) return 'unsure'
  return PERMISSIONS[action].includes(permission) ? 'yes' : 'no'
}

/** Kafka's operation for an action, then other operations that also allow it. */
const OPERATIONS: Readonly<Record<AclAction, readonly [string, ...string[]]>> = {
  read: ['Read'],
  write: ['Write'],
  // Each of these also allows Describe.
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

const matchNative = (rule: NativeRule, { user, action, name }: AccessQuestion): Match => {
  if (rule.resource_type !== (action === 'group' ? 'Group' : 'Topic')) return 'no'
  const [operation, ...implying] = OPERATIONS[action]
  const operations = isDeny(rule) ? [operation, 'All'] : [operation, 'All', ...implying]
  if (!operations.includes(rule.operation)) return 'no'
  const host: Match = rule.host === '*' ? 'yes' : 'unsure'
  const type: Match = /^(?:ALLOW|DENY)$/.test(rule.permission_type) ? 'yes' : 'unsure'
  return combineMatches(matchPrincipal(rule.principal, user), matchResource(rule, name), host, type)
}

/** Whether an entry applies to the question. */
const matchRule = (rule: Rule, question: AccessQuestion): Match =>
  rule.kind === 'aiven' ? matchAiven(rule, question) : matchNative(rule, question)

/**
 * @param rules in any order: the order doesn't matter
 * @param isWhole false: some entries couldn't be read
 */
export const checkAccess = <R extends Rule>(
  rules: readonly R[],
  question: AccessQuestion,
  isWhole = true,
): AccessAnswer<R> => {
  const matched = rules.map((rule) => ({ rule, match: matchRule(rule, question) }))
  const find = (match: Match, deny: boolean) =>
    matched.find(({ rule, match: found }) => found === match && (rule.kind === 'native' && isDeny(rule)) === deny)?.rule
  const denied = find('yes', true)
  if (denied) return { verdict: 'denied', reason: 'entry', entry: denied }
  const allowed = find('yes', false)
  const unsure = allowed ? find('unsure', true) : find('unsure', false)
  if (unsure) return { verdict: 'unknown', reason: 'unsure', entry: unsure }
  if (!isWhole) return { verdict: 'unknown', reason: 'unread', entry: undefined }
  return allowed
    ? { verdict: 'allowed', reason: 'entry', entry: allowed }
    : { verdict: 'denied', reason: 'nothing', entry: undefined }
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

interface KnownNames {
  readonly users: readonly string[]
  /** undefined: not known. */
  readonly topics: readonly string[] | undefined
}

/** Remarks on an entry: it matches no one, nothing, everyone or everything. */
export const remarksOn = (rule: Rule, { users, topics }: KnownNames): readonly Remark[] => {
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
