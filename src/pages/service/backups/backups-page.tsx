import { useQuery } from '@tanstack/react-query'

import { serviceBackups, type Backups } from '../../../api/backups.ts'
import type { Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'
import { hasConfigurationBackups } from '../../../domain/catalog.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { Pending } from '../../../features/problems/pending.tsx'
import { Unread } from '../../../features/problems/unread.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FactRow, FactTable } from '../../../ui/fact-table.tsx'
import { TimeZoneChoice } from '../../../ui/moment.tsx'
import { Note } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { BACKUP_COLUMNS } from './backup-columns.tsx'
import { Fork } from './fork.tsx'
import { recoveryRange } from './recovery.ts'
import { RecoveryPicture } from './recovery-picture.tsx'
import { retentionWords } from './retention.ts'
import { scheduleWords } from './schedule.ts'
import { usePlan } from './use-plan.ts'

interface SectionProps {
  service: Service
  backups: Backups
}

const Recovery = ({ service, backups }: SectionProps) => {
  const now = new Date()
  const range = recoveryRange(backups, now)
  if (!backups.recovery) return 'The time of any backup'
  if (!range)
    return backups.items.length + backups.problems.length > 0 ? 'Unknown' : 'Nothing yet: there are no backups'
  return <RecoveryPicture range={range} backups={backups.items} now={now} isOff={service.state === 'POWEROFF'} />
}

const Facts = ({ service, backups, plan }: SectionProps & { plan: Plan | undefined }) => (
  <FactTable label="Backup settings">
    {!hasConfigurationBackups(service.service_type) && (
      <FactRow header="Restore to">
        <Recovery service={service} backups={backups} />
      </FactRow>
    )}
    <FactRow header="Schedule">{scheduleWords(backups.schedule) ?? 'Unknown'}</FactRow>
    <FactRow header="Retention">{retentionWords(service, plan) ?? 'Unknown'}</FactRow>
  </FactTable>
)

/** The service's backups, and how to restore one into a new service. */
export const BackupsPage = () => {
  const { project, service } = useService()
  const { service_name: name, state } = service
  useTitle(`Backups of ${name} – ${project}`)
  const options = serviceBackups(useApi(), project, name)
  const query = useQuery(options)
  const { data, error, isFetching, refetch } = query
  const plan = usePlan(project, service)
  const configurationOnly = hasConfigurationBackups(service.service_type)
  return (
    <section aria-labelledby="backups" className="space-y-4">
      <div className="flex flex-wrap items-end gap-3">
        <h2 id="backups" className="grow text-base font-semibold">
          Backups
        </h2>
        {data && !configurationOnly && (
          <Fork key={`${project}/${name}`} project={project} service={service} backups={data} plan={plan} />
        )}
        <TimeZoneChoice />
      </div>
      {configurationOnly && (
        <Note testId="configuration-only">
          These backups hold configuration only: no messages. Aiven makes them every 3 hours and uses them itself; a
          Kafka service can&rsquo;t be forked.
        </Note>
      )}
      {state === 'POWEROFF' && (
        <Note testId="off">Powered off: no new backups are made. Those that exist are kept.</Note>
      )}
      {error && (
        <ApiProblem
          error={error}
          what="The backups couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && (
        <Pending what="backups" query={query} queryKey={options.queryKey}>
          <RowsSkeleton />
        </Pending>
      )}
      <Unread problems={data?.problems ?? []} busy={isFetching} onRetry={() => void refetch()} />
      {data && (
        <>
          <div className="rounded-lg border border-border bg-surface px-4 py-2">
            <Facts service={service} backups={data} plan={plan} />
          </div>
          <p role="status" className="text-muted">
            {formatCount(data.items.length, 'backup')}
          </p>
          <DataTable
            label="Backups"
            columns={BACKUP_COLUMNS}
            rows={data.items}
            keyOf={({ backup_name }) => backup_name}
            empty={
              <EmptyState title="No backups yet">
                Aiven makes the first one on schedule. Small plans may have none.
              </EmptyState>
            }
          />
        </>
      )}
    </section>
  )
}
