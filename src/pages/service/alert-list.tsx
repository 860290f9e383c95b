import type { Alert } from '../../api/alerts.ts'
import { AlertItem } from '../../features/alerts/alert-item.tsx'

interface AlertListProps {
  /** The section's, for links to it. */
  id: string
  alerts: readonly Alert[]
  /** How many more couldn't be read. */
  unread: number
}

/** A service's alerts, as a section of its page. */
export const AlertList = ({ id, alerts, unread }: AlertListProps) => (
  <section
    id={id}
    tabIndex={-1}
    aria-labelledby="alerts-heading"
    className="scroll-mt-4 rounded-lg border border-border bg-surface p-4 outline-none"
  >
    <h2 id="alerts-heading" className="mb-2 text-base font-semibold">
      Alerts
    </h2>
    <ul className="space-y-2">
      {alerts.map((alert, index) => (
        <AlertItem key={`${alert.event}-${String(index)}`} alert={alert} />
      ))}
      {unread > 0 && <li className="text-muted">{String(unread)} more couldn&rsquo;t be read.</li>}
    </ul>
  </section>
)
