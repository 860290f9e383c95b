/**
 * Changes of parts of a service. It isn't known whether the API merges nested objects or replaces them, so a nested one
 * is sent whole: its current value with the change applied. Changes that someone else made meanwhile aren't overwritten.
 */
import { isRecord } from '../lib/is-record.ts'
import type { Service } from './service.ts'

/** The fields of a service that can be changed. */
type EditedField =
  | 'plan'
  | 'cloud_name'
  | 'project_vpc_id'
  | 'disk_space_mb'
  | 'termination_protection'
  | 'maintenance'
  | 'tech_emails'
  | 'tags'
  | 'user_config'

/** The field, and below it the keys of nested objects. */
export type EditPath = readonly [EditedField, ...string[]]

export interface Difference {
  readonly path: readonly string[]
  /** undefined if it wasn't set. */
  readonly before: unknown
  /** undefined if it is removed. */
  readonly after: unknown
}

/** One change: the value before, and the value after. */
export interface Edit extends Difference {
  readonly path: EditPath
}

type Values = Readonly<Record<string, unknown>>

/** Whether two JSON values are equal; null equals absent. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
  if (isRecord(a) && isRecord(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameValue(a[key], b[key]))
  return (a ?? undefined) === (b ?? undefined)
}

/** The differences between two values: objects are compared key by key, everything else as a whole. */
const differencesOf = (before: unknown, after: unknown, path: readonly string[] = []): readonly Difference[] => {
  if (sameValue(before, after)) return []
  if (!isRecord(before) || !isRecord(after)) return [{ path, before: before ?? undefined, after: after ?? undefined }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differencesOf(before[key], after[key], [...path, key]),
  )
}

/** Everything of a service that a change could touch. */
const settingsOf = (service: Service): Record<EditedField, unknown> => {
  const { plan, cloud_name, project_vpc_id, disk_space_mb, termination_protection } = service
  const { tech_emails, tags, user_config } = service
  const { dow, time } = service.maintenance
  const maintenance = { dow, time }
  const scalars = { plan, cloud_name, project_vpc_id, disk_space_mb, termination_protection }
  return { ...scalars, maintenance, tech_emails, tags, user_config }
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((of, key) => (isRecord(of) ? of[key] : undefined), value)

/** The value in that service. */
export const settingAt = (service: Service, path: EditPath): unknown => valueAt(settingsOf(service), path)

/** The value with a nested value replaced. `removed` means removing it. */
const withValue = (value: unknown, path: readonly string[], after: unknown, removed: null | undefined): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return after ?? removed
  const object = isRecord(value) ? value : {}
  return { ...object, [key]: withValue(object[key], rest, after, removed) }
}

const withEdits = (settings: Values, edits: readonly Edit[], removed: null | undefined): Values =>
  edits.reduce<Values>((of, { path, after }) => withValue(of, path, after, removed) as Values, settings)

/** Passwords and the like within settings; the API sends them as `<redacted>`, which must never be sent back. */
const SECRET_NAME = /(^|_)(password|secret|token|credentials|(api|private|secret|access|signing)_key)$|^key$/

/** Whether it contains a secret, readable or not. */
export const holdsSecret = (value: unknown, name = ''): boolean => {
  if (typeof value === 'string') return value === '<redacted>' || (value !== '' && SECRET_NAME.test(name))
  if (Array.isArray(value)) return value.some((item) => holdsSecret(item))
  return isRecord(value) && Object.entries(value).some(([key, of]) => holdsSecret(of, key))
}

/** Settings from the service's creation: it isn't documented that the API accepts them in a change. */
const CREATE_ONLY = /(^|_)(service|project)_to_fork_from$|^recovery_(target_time|basebackup_name)$|^admin_username$/

/**
 * The settings to send, without those that contain secrets or are fixed at creation: the API keeps what a request doesn't
 * name.
 */
const sendable = (config: unknown): unknown =>
  isRecord(config)
    ? Object.fromEntries(
        Object.entries(config).filter(([key, value]) => !holdsSecret(value, key) && !CREATE_ONLY.test(key)),
      )
    : config

/** The body of `ServiceUpdate` that makes these changes to that service. */
export const updateBody = (service: Service, edits: readonly Edit[]): Values => {
  const changed = withEdits(settingsOf(service), edits, null)
  return Object.fromEntries(
    [...new Set(edits.map(({ path: [field] }) => field))].map((field) => {
      const value = changed[field]
      if (field === 'user_config') return [field, sendable(value)]
      return [field === 'cloud_name' ? 'cloud' : field, value]
    }),
  )
}

/** The body of `ProjectServiceTagsUpdate`: only changed tags, null for removed ones. */
export const tagsBody = (edits: readonly Edit[]): Values => ({
  tags: Object.fromEntries(edits.map(({ path, after }) => [path[1], after ?? null])),
})

/** Reverses each change. */
export const reverseEdits = (edits: readonly Edit[]): readonly Edit[] =>
  edits.map(({ path, before, after }) => ({ path, before: after, after: before }))

/** Someone else changed the same settings. Nothing was sent. */
export class ChangedMeanwhileError extends Error {
  override name = 'ChangedMeanwhileError'
  /** What someone else changed. */
  readonly differences: readonly Difference[]
  /** The service as it is now. */
  readonly service: Service

  constructor(differences: readonly Difference[], service: Service) {
    super('The settings were changed in the meantime.')
    this.differences = differences
    this.service = service
  }
}

/** Something went wrong before the change was sent. */
export class NotSentError extends Error {
  override name = 'NotSentError'
}

/** @throws {ChangedMeanwhileError | NotSentError} where the change must not be sent */
export const checkEdits = (service: Service, edits: readonly Edit[]): void => {
  const differences = edits.flatMap(({ path, before }) => differencesOf(before, settingAt(service, path), path))
  if (differences.length > 0) throw new ChangedMeanwhileError(differences, service)
  const secret = edits.find(
    ({ path: [field, key = ''] }) => field === 'user_config' && holdsSecret(service.user_config[key], key),
  )
  if (secret) {
    const name = secret.path.slice(1).join('.')
    throw new NotSentError(`${name} can\u2019t be changed here: it contains a secret that this page doesn\u2019t read.`)
  }
}

/** What isn't as expected after the edits: unrequested changes, or edits that weren't made. */
export const unrequestedChanges = (before: Service, edits: readonly Edit[], after: Service): readonly Difference[] =>
  differencesOf(withEdits(settingsOf(before), edits, undefined), settingsOf(after))
