import type { Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { formatCount } from '../../../lib/format-number.ts'

/** How long backups are kept: by the service's own settings, else how many of them its plan keeps; undefined if unknown. */
export const retentionWords = (
  { user_config }: Pick<Service, 'user_config'>,
  plan: Pick<Plan, 'backup_config'> | undefined,
): string | undefined => {
  const days = user_config['backup_retention_days']
  if (typeof days === 'number') return formatCount(days, 'day')
  const count = plan?.backup_config?.max_count
  return count === undefined ? undefined : `The plan keeps ${formatCount(count, 'backup')}`
}
