import type { HttpHandler } from 'msw'

import { iso } from '../answers.ts'
import type { MockService } from '../data/model.ts'
import { findPlan } from '../data/plans.ts'
import { findServiceType } from '../data/service-types.ts'
import { hash } from '../hash.ts'
import type { Routes } from '../routes.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Of Kafka only the configuration is backed up, more often. */
const intervalOf = ({ type }: MockService): number => (type === 'kafka' ? 3 : 24)

/** A backup appears some time after its start. */
const TAKES = HOUR / 6

const hourOf = ({ name, userConfig }: MockService) => {
  const { backup_hour: hour, backup_minute: minute } = userConfig ?? {}
  const seed = hash(name)
  return {
    backup_hour: typeof hour === 'number' ? hour : seed % 24,
    backup_minute: typeof minute === 'number' ? minute : seed % 60,
  }
}

/** The times of the backups that are kept, the newest first. A service that is off gets no more. */
const timesOf = (service: MockService, count: number, now: number): readonly number[] => {
  const { backup_hour, backup_minute } = hourOf(service)
  const made = service.createdAt ?? now - service.createdDaysAgo * DAY
  const until = service.state === 'POWEROFF' ? (service.off?.at(-1)?.from ?? now - 20 * DAY) : now
  const today = Math.floor(until / DAY) * DAY + backup_hour * HOUR + backup_minute * 60_000
  const interval = intervalOf(service) * HOUR
  // Backwards from tomorrow; times in the future are dropped below.
  return Array.from({ length: count + (2 * DAY) / interval }, (_, index) => today + DAY - index * interval)
    .filter((time) => time + TAKES <= until && time >= made)
    .slice(0, count)
}

/** Backups, and the range of point-in-time recovery. */
export const backupHandlers = ({ db, inService }: Routes): HttpHandler[] => [
  inService('ServiceBackupsGet', 'get', '/backups', (service, project) => {
    const now = db.now().getTime()
    const times = timesOf(service, findPlan(service.type, service.plan)?.backups ?? 2, now)
    const seed = hash(`${project.name}/${service.name}`)
    const size = service.type === 'kafka' ? 40_000 : 200_000_000 + (seed % 4_000_000_000)
    const oldest = times.at(-1)
    const backups = times.map((time) => ({
      backup_name: `${service.name}-${iso(time).replaceAll(/\D/g, '').slice(0, 12)}-${(seed % 46_656).toString(36)}`,
      backup_time: iso(time),
      // Data grows, so older backups are smaller.
      data_size: Math.round(size * (1 - Math.min(0.5, ((now - time) / DAY) * 0.004))),
      storage_location: service.cloud,
    }))
    return {
      backups,
      scheduled_backup_time: { ...hourOf(service), backup_interval_hours: intervalOf(service) },
      ...(findServiceType(service.type)?.recovery === 'pitr' && {
        pitr: {
          additional_regions: [],
          primary_region: {
            pitr_range_start: oldest === undefined ? null : iso(oldest),
            pitr_range_end: null,
          },
        },
      }),
    }
  }),
]
