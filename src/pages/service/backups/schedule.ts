/** When backups are made, in words. */
import type { Backups } from '../../../api/backups.ts'
import { twoDigits } from '../../../lib/date-format.ts'
import { formatCount } from '../../../lib/format-number.ts'

/** "Every day at 03:30 UTC"; undefined where the API doesn't say. */
export const scheduleWords = (schedule: Backups['schedule']): string | undefined => {
  const { backup_hour: hour, backup_minute: minute = 0, backup_interval_hours: interval } = schedule ?? {}
  const at = hour === undefined ? undefined : `${twoDigits(hour)}:${twoDigits(minute)} UTC`
  if (interval === undefined) return at === undefined ? undefined : `At ${at}`
  if (interval === 24) return at === undefined ? 'Every day' : `Every day at ${at}`
  const every = `Every ${formatCount(interval, 'hour')}`
  return at === undefined ? every : `${every}, counted from ${at}`
}
