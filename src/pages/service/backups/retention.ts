import type { Service } from '../../../api/service.ts'
import { formatCount } from '../../../ui/relative-time.tsx'

/** For how long backups are kept, where the service's own settings say. */
export const retentionWords = ({ user_config }: Pick<Service, 'user_config'>): string | undefined => {
  const days = user_config['backup_retention_days']
  return typeof days === 'number' ? formatCount(days, 'day') : undefined
}
