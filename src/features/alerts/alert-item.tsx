import type { ReactNode } from 'react'

import type { Alert } from '../../api/alerts.ts'
import { lookup } from '../../lib/lookup.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { eventWords } from '../events/event-words.ts'

/** What is measured, by the last word of the alert's id. */
const RESOURCES: Readonly<Record<string, string>> = { cpu: 'CPU', disk: 'Disk', mem: 'Memory' }

/** "Disk usage is high"; an alert that is new to this console in the words of its id. */
const alertWords = (event: string): string => {
  const resource = lookup(RESOURCES, /^user_alert_resource_usage_(\w+)$/.exec(event)?.[1] ?? '')
  return resource === undefined ? eventWords(event) : `${resource} usage is high`
}

const TONES: Readonly<Record<string, BadgeTone>> = { critical: 'bad', warning: 'required' }

interface AlertItemProps {
  alert: Alert
  /** What it is about, where the page doesn't say so already. */
  children?: ReactNode
}

/** One alert: how bad, what, which node, since when. */
export const AlertItem = ({ alert, children }: AlertItemProps) => {
  const { event, severity = 'unknown', create_time: since, node_name: node } = alert
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={lookup(TONES, severity) ?? 'unknown'} icon="alert">
        {eventWords(severity)}
      </Badge>
      {children}
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
}
