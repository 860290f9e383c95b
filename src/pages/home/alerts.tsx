import { useCallback, useMemo, useState } from 'react'
import { Link } from 'react-router'

import { projectAlerts, type Alert } from '../../api/alerts.ts'
import { useApi } from '../../api/use-api.ts'
import { AlertItem } from '../../features/alerts/alert-item.tsx'
import { useEveryProject } from '../../features/projects/use-every-project.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'

/** Number of alerts shown at first, so that the projects stay within reach. */
const AT_FIRST = 5

interface ProjectAlert {
  readonly project: string
  readonly alert: Alert
}

const RANKS = ['critical', 'warning']

/** The worst first, the newest of them first. */
const inOrder = (found: readonly ProjectAlert[]): readonly ProjectAlert[] => {
  const rank = ({ alert: { severity = '' } }: ProjectAlert) =>
    (RANKS.indexOf(severity) + RANKS.length + 1) % (RANKS.length + 1)
  return found.toSorted(
    (a, b) => rank(a) - rank(b) || (b.alert.create_time ?? '').localeCompare(a.alert.create_time ?? ''),
  )
}

const Where = ({ project, alert: { service_name: service } }: ProjectAlert) => (
  <Link
    to={service === undefined ? paths.services(project) : paths.service(project, service)}
    className="font-medium wrap-anywhere text-accent underline"
  >
    {service === undefined ? project : `${project}/${service}`}
  </Link>
)

interface AlertsProps {
  projects: readonly string[]
  /** Of them, those of which nothing could be read: the page says so elsewhere. */
  unread: readonly string[]
  /** Before this, no request is sent: only a few run at a time. */
  enabled: boolean
}

/** The alerts of all projects; nothing where there are none. */
export const Alerts = ({ projects, unread: unreadProjects, enabled }: AlertsProps) => {
  const api = useApi()
  const [all, setAll] = useState(false)
  const query = useCallback((project: string) => projectAlerts(api, project), [api])
  const { answers, failures: failed, awaited, refresh } = useEveryProject({ projects, query, enabled })
  const failures = failed.filter(({ project }) => !unreadProjects.includes(project))
  const found = useMemo(
    () =>
      inOrder(
        answers.flatMap((answer, index) =>
          (answer?.items ?? []).map((alert) => ({ project: projects[index] ?? '', alert })),
        ),
      ),
    [answers, projects],
  )
  const unread = answers.reduce((sum, answer) => sum + (answer?.problems.length ?? 0), 0)
  if (found.length + unread + failures.length === 0) return null
  return (
    <section aria-labelledby="alerts" className="space-y-2">
      <h2 id="alerts" className="text-base font-semibold">
        Alerts
      </h2>
      {found.length > 0 && (
        <ul aria-labelledby="alerts" className="space-y-2 rounded-lg border border-border bg-surface px-4 py-3">
          {found.slice(0, all ? undefined : AT_FIRST).map((one, index) => (
            <AlertItem key={`${one.project}-${one.alert.event}-${String(index)}`} alert={one.alert}>
              <Where {...one} />
            </AlertItem>
          ))}
        </ul>
      )}
      {found.length > AT_FIRST && !all && (
        <Button
          variant="quiet"
          onClick={() => {
            setAll(true)
          }}
        >{`Show all ${formatCount(found.length, 'alert')}`}</Button>
      )}
      {unread > 0 && <p className="text-muted">{formatCount(unread, 'more alert')} couldn&rsquo;t be read.</p>}
      {failures.length > 0 && (
        <div data-testid="alerts-unread" className="flex flex-wrap items-center gap-x-2 text-muted">
          <p>The alerts of {formatCount(failures.length, 'project')} couldn&rsquo;t be read.</p>
          <Button
            variant="quiet"
            icon="refresh"
            busy={failures.some(({ project }) => awaited.has(project))}
            aria-label="Retry alerts"
            onClick={() => {
              refresh(failures.map(({ project }) => project))
            }}
          >
            Retry
          </Button>
        </div>
      )}
    </section>
  )
}
