import { useQuery } from '@tanstack/react-query'

import { serviceAlerts, type Alert } from '../../api/alerts.ts'
import { useApi } from '../../api/use-api.ts'
import { known } from '../../lib/known.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { eventWords } from '../events/event-words.ts'

/** What is measured, by the last word of the alert's id. */
const RESOURCES: Readonly<Record<string, string>> = { cpu: 'CPU', disk: 'Disk', mem: 'Memory' }

/** "Disk usage is high"; an alert that is new to this console in the words of its id. */
const alertWords = (event: string): string => {
  const resource = known(RESOURCES, /^user_alert_resource_usage_(\w+)$/.exec(event)?.[1] ?? '')
  return resource === undefined ? eventWords(event) : `${resource} usage is high`
}

const TONES: Readonly<Record<string, BadgeTone>> = { critical: 'bad', warning: 'required' }

const AlertItem = ({
  alert: { event, severity = 'unknown', create_time: since, node_name: node },
}: {
  alert: Alert
}) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <Badge tone={known(TONES, severity) ?? 'unknown'} icon="alert">
      {eventWords(severity)}
    </Badge>
    <span className="font-medium wrap-anywhere">{alertWords(event)}</span>
    <span className="wrap-anywhere text-muted">
      {node}
      {node !== undefined && since !== undefined && ', '}
      {since !== undefined && (
        <>
          since <RelativeTime iso={since} />
        </>
      )}
    </span>
  </li>
)

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
