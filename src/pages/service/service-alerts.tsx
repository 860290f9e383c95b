import { useQuery } from '@tanstack/react-query'

import { serviceAlerts } from '../../api/alerts.ts'
import { useApi } from '../../api/use-api.ts'
import { AlertItem } from '../../features/alerts/alert-item.tsx'

interface ServiceAlertsProps {
  project: string
  service: string
}

/** The service's alerts; nothing where there are none. That they couldn't be read is said, and raises no alarm. */
export const ServiceAlerts = ({ project, service }: ServiceAlertsProps) => {
  const { data, error } = useQuery(serviceAlerts(useApi(), project, service))
  if (!data) return error && <p className="text-xs text-muted">Alerts of this service couldn&rsquo;t be read.</p>
  const unread = data.problems.length
  if (data.items.length + unread === 0) return null
  return (
    <section aria-label="Alerts" className="rounded-md border border-border bg-surface px-3 py-2">
      <ul className="space-y-2">
        {data.items.map((alert, index) => (
          <AlertItem key={`${alert.event}-${String(index)}`} alert={alert} />
        ))}
        {unread > 0 && <li className="text-muted">{String(unread)} more couldn&rsquo;t be read.</li>}
      </ul>
    </section>
  )
}
