/** When backups are made, in words. */
import type { Backups } from '../../../api/backups.ts'
import { formatCount } from '../../../ui/relative-time.tsx'

const two = (value: number): string => String(value).padStart(2, '0')

/** "Every day at 03:30 UTC"; undefined where the API doesn't say. */
export const scheduleWords = (schedule: Backups['schedule']): string | undefined => {
  const { backup_hour: hour, backup_minute: minute = 0, backup_interval_hours: interval } = schedule ?? {}
  const at = hour === undefined ? undefined : `${two(hour)}:${two(minute)} UTC`
  if (interval === undefined) return at === undefined ? undefined : `At ${at}`
  if (interval === 24) return at === undefined ? 'Every day' : `Every day at ${at}`
  const every = `Every ${formatCount(interval, 'hour')}`
  return at === undefined ? every : `${every}, counted from ${at}`
}
