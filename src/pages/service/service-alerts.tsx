import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'

import { serviceAlerts } from '../../api/alerts.ts'
import { useApi } from '../../api/use-api.ts'
import { formatCount } from '../../lib/format-number.ts'
import { Badge } from '../../ui/badge.tsx'
import { optional } from '../../ui/optional.ts'

const ID = 'alerts'

const AlertList = optional(async () => (await import('./alert-list.tsx')).AlertList)

interface ServiceAlertsProps {
  project: string
  service: string
}

const useAlerts = ({ project, service }: ServiceAlertsProps) => {
  const { data, error } = useQuery(serviceAlerts(useApi(), project, service))
  return { items: data?.items ?? [], unread: data?.problems.length ?? 0, failed: !data && error !== null }
}

/** How many alerts there are, beside the service's name, and the way to them; nothing where there are none. */
export const AlertCount = (props: ServiceAlertsProps) => {
  const { items, unread } = useAlerts(props)
  const count = items.length + unread
  if (count === 0) return null
  const isCritical = items.some(({ severity }) => severity === 'critical')
  return (
    <a href={`#${ID}`} className="underline print:hidden">
      <Badge tone={isCritical ? 'bad' : 'required'} icon="alert">
        {formatCount(count, 'alert')}
      </Badge>
    </a>
  )
}

/** The service's alerts, below the page so that nothing moves; renders nothing if there are none. A read failure is a quiet note. */
export const ServiceAlerts = (props: ServiceAlertsProps) => {
  const { items, unread, failed } = useAlerts(props)
  if (failed) return <p className="text-xs text-muted">Alerts of this service couldn&rsquo;t be read.</p>
  if (items.length + unread === 0) return null
  return (
    <Suspense>
      <AlertList id={ID} alerts={items} unread={unread} />
    </Suspense>
  )
}
