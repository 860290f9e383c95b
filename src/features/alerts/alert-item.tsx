import type { ReactNode } from 'react'

import type { Alert } from '../../api/alerts.ts'
import { lookup } from '../../lib/lookup.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { plainWords } from '../events/event-words.ts'

/** What the alert measures, keyed by the last word of its id. */
const RESOURCES: Readonly<Record<string, string>> = { cpu: 'CPU', disk: 'Disk', mem: 'Memory' }

/** "Disk usage is high"; for an alert type that this console doesn't know, the words of its id. */
const alertWords = (event: string): string => {
  const resource = lookup(RESOURCES, /^user_alert_resource_usage_(\w+)$/.exec(event)?.[1] ?? '')
  return resource === undefined ? plainWords(event) : `${resource} usage is high`
}

const TONES: Readonly<Record<string, BadgeTone>> = { critical: 'bad', warning: 'required' }

interface AlertItemProps {
  alert: Alert
  /** The service that the alert is about; left out where the page already names it. */
  children?: ReactNode
}

/** One alert: severity, what it is, which node, since when. */
export const AlertItem = ({ alert, children }: AlertItemProps) => {
  const { event, severity = 'unknown', create_time: since, node_name: node } = alert
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={lookup(TONES, severity) ?? 'unknown'} icon="alert">
        {plainWords(severity)}
      </Badge>
      {children}
      <span className="font-medium wrap-anywhere">{alertWords(event)}</span>
      <span className="wrap-anywhere text-muted">
        {node}
        {node !== undefined && since !== undefined && ', '}
        {since !== undefined && <RelativeTime iso={since} />}
      </span>
    </li>
  )
}
