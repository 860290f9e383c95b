/** A service's backups, and how far back it can be restored between them. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { optional, shownFlag, shownNumber, shownText } from './fields.ts'
import { uniqueBy, readItems } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'

const BackupRegion = v.object({ cloud: shownText, region: shownText, paused: shownFlag, pause_reason: shownText })

const BackupSchema = v.object({
  backup_name: v.pipe(v.string(), v.minLength(1, 'it is empty')),
  /** ISO 8601. */
  backup_time: v.string(),
  /** Bytes, before compression. */
  data_size: shownNumber,
  /** MySQL's may hold only what has changed. */
  incremental: shownFlag,
  storage_location: shownText,
  additional_regions: v.fallback(v.nullish(v.array(BackupRegion), []), []),
})
export type Backup = v.InferOutput<typeof BackupSchema>

const ScheduleSchema = v.object({
  backup_hour: shownNumber,
  backup_minute: shownNumber,
  backup_interval_hours: shownNumber,
})

const BackupsSchema = v.object({
  backups: v.array(v.unknown()),
  /** Absent where services of this type can't be restored to a moment. */
  pitr: v.fallback(
    optional(
      v.object({
        primary_region: v.fallback(
          optional(v.object({ pitr_range_start: shownText, pitr_range_end: shownText })),
          undefined,
        ),
      }),
    ),
    undefined,
  ),
  scheduled_backup_time: v.fallback(optional(ScheduleSchema), undefined),
})

export interface Backups {
  /** The newest first. */
  readonly items: readonly Backup[]
  /** Sentences about backups that couldn't be read. */
  readonly problems: readonly string[]
  readonly schedule: v.InferOutput<typeof ScheduleSchema> | undefined
  /**
   * Between which moments any can be restored, ISO 8601: without a start there is no backup for it yet, without an end it
   * reaches to now. undefined if the service type doesn't have it.
   */
  readonly recovery: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined
}

const readBackups = (body: unknown): Backups => {
  const { backups, pitr, scheduled_backup_time: schedule } = v.parse(BackupsSchema, body)
  const { items, problems } = readItems(backups, 'Backup', (item) => v.parse(BackupSchema, item))
  const { pitr_range_start: start, pitr_range_end: end } = pitr?.primary_region ?? {}
  return {
    items: uniqueBy(items, ({ backup_name }) => backup_name).toSorted(
      (a, b) => Date.parse(b.backup_time) - Date.parse(a.backup_time) || 0,
    ),
    problems,
    schedule,
    recovery: pitr && { start, end },
  }
}

/** `GET …/backups`: also of a service that is powered off, whose backups are kept. */
export const serviceBackups = (api: Api, project: string, service: string) =>
  readQuery(api, {
    operation: 'ServiceBackupsGet',
    params: { project, service_name: service },
    read: readBackups,
    staleTime: 60 * SECOND,
    refreshAfter: () => 5 * SLOW_REFRESH_MS,
  })
