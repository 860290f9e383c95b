/** What a 403 means: it has four meanings, and neither status nor message reliably tells which. */
import type { ApiError } from '../../api/errors.ts'

export type ForbiddenBy = 'membership' | 'role' | 'scope' | 'plan' | 'protection' | 'unknown'

export interface Forbidden {
  readonly by: ForbiddenBy
  /** What is missing and who can grant it, in sentences. */
  readonly advice: string
}

/** The permission that each operation needs, from Aiven's documentation. Every member has the others. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  ServiceCreate: 'project:services:write',
  ServiceUpdate: 'project:services:write, or service:configuration:write for settings',
  ServiceDelete: 'project:services:write',
  ServiceMaintenanceStart: 'project:services:write',
  ProjectServiceTagsUpdate: 'service:configuration:write',
  ServiceMetricsFetch: 'service:metrics:read',
  ProjectGetServiceLogs: 'service:logs:read',
  ProjectGetEventLogs: 'project:event_logs:read',
  ServiceUserGet: 'service:secrets:read for what is secret',
}

/** Operations of one resource, by the prefix of their ids. */
const OF_RESOURCES: readonly (readonly [begins: RegExp, permission: string])[] = [
  [/^ServiceUser/, 'service:users:write'],
  [/^Service(Kafka|OpenSearch|Database|PGBouncer|Query|CancelQuery)|^(PG|MySQL)Service/, 'service:data:write'],
]

/** The scopes that a scoped token needs, from Aiven's OpenAPI document. */
const scopeOf = (operation: string, isWrite: boolean): string => {
  if (operation === 'ProjectGetEventLogs') return 'project:event_logs:read'
  return operation.startsWith('Project') && !isWrite ? 'projects:read' : `services:${isWrite ? 'write' : 'read'}`
}

/** Features that depend on the plan: the API refuses them with 403 too, whatever the token permits. */
const BY_PLAN = /^(ServiceCreate|ServiceDatabaseCreate|ServicePGBouncer\w+|(PG|MySQL)ServiceQueryStatistics)$/

/** The permission that an operation needs, by its name at Aiven; undefined where it isn’t known. */
export const permissionOf = (operation: string): string | undefined =>
  Object.hasOwn(PERMISSIONS, operation)
    ? PERMISSIONS[operation]
    : OF_RESOURCES.find(([begins]) => begins.test(operation))?.[1]

/** The meanings, recognised by the API's message; the first match counts. */
const WORDS: readonly (readonly [words: RegExp, by: ForbiddenBy])[] = [
  [/protected against|termination protection/i, 'protection'],
  [/\bscopes?\b/i, 'scope'],
  [/not a (project |organization )?member|no access to (the )?project/i, 'membership'],
  [/\bplan\b|subscription|upgrade/i, 'plan'],
  [/permission|\brole\b|not authori[sz]ed|not allowed/i, 'role'],
]

/** @param isWrite whether it changes something */
export const whyForbidden = (
  { operation, message }: Pick<ApiError, 'operation' | 'message'>,
  isWrite: boolean,
): Forbidden => {
  const by = WORDS.find(([words]) => words.test(message))?.[1] ?? 'unknown'
  const permission = permissionOf(operation)
  const scope = scopeOf(operation, isWrite)
  const role =
    permission === undefined
      ? 'Your role in this project doesn\u2019t permit it.'
      : `Your role in this project lacks the permission ${permission}.`
  const advice: Readonly<Record<ForbiddenBy, string>> = {
    membership:
      'You aren\u2019t a member of this project. An administrator of the project or organisation can add you.',
    role: `${role} An administrator of the project can give it to you. If your token has scopes, it also needs ${scope}.`,
    scope: `Your token lacks the scope ${scope}. Use a token that has it.`,
    plan: 'Your plan doesn’t include this. Change to a larger plan.',
    protection: 'Turn the termination protection off first.',
    unknown: `You don’t have permission: your role needs ${permission ?? 'access to this project'}, and a token with scopes needs ${scope}. An administrator of the project can give it to you.${BY_PLAN.test(operation) ? ' Or the plan doesn\u2019t include it.' : ''}`,
  }
  return { by, advice: advice[by] }
}
