import { useNavigate } from 'react-router'

import type { Backups } from '../../../api/backups.ts'
import type { Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { FormDialog } from '../../../features/writes/form-dialog.tsx'
import { TAKEN_ALONG } from '../../../features/writes/unsaved.tsx'
import { formatHourly } from '../../../domain/price.ts'
import { paths } from '../../../lib/paths.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { Button } from '../../../ui/button.tsx'
import { ForkFromBackup } from './fork-from-backup.tsx'
import { ForkFromMoment } from './fork-from-moment.tsx'
import { recoveryRange } from './recovery.ts'
import { isolated } from '../../../lib/isolated.ts'

/** What the new service takes over from the old one, and what it costs. */
const Meaning = ({ name, price }: { name: string; price: number | undefined }) => (
  <ul className="list-disc space-y-1 pl-5 text-muted">
    <li>
      You get a new, independent service. <bdi>{name}</bdi> goes on unchanged.
    </li>
    <li>Settings, databases, service users and connection pools are copied. Service integrations aren&rsquo;t.</li>
    <li>
      You pay for both services{price !== undefined && `: ${name} costs ${formatHourly(price)}`}. The price of the new
      one is shown before it is created.
    </li>
  </ul>
)

interface ForkProps {
  project: string
  service: Service
  backups: Backups
  plan: Plan | undefined
}

/** "Fork and restore": chooses the state, then opens the form for the new service. Its URL can be shared. */
export const Fork = ({ project, service, backups, plan }: ForkProps) => {
  const { service_name: name } = service
  const navigate = useNavigate()
  const { params, write } = useUrlParams()
  const range = recoveryRange(backups, new Date())
  const toggle = (open: boolean) => {
    write((search) => {
      search.delete('at')
      search.delete('do')
      if (open) search.set('do', 'fork')
    })
  }
  const go = (from: Readonly<Record<string, string>>) => {
    void navigate(paths.newService(project, { fork: name, ...from }), { state: TAKEN_ALONG })
  }
  return (
    <>
      <Button
        variant="primary"
        onClick={() => {
          toggle(true)
        }}
      >
        Fork and restore
      </Button>
      {params.get('do') === 'fork' && (
        <FormDialog
          title={`Fork and restore ${isolated(name)}`}
          onClose={() => {
            toggle(false)
          }}
        >
          {(guard) => (
            <div className="space-y-4">
              <Meaning name={name} price={plan?.regions.get(service.cloud_name ?? '')?.price_usd} />
              {range ? (
                <ForkFromMoment
                  project={project}
                  service={name}
                  range={range}
                  at={params.get('at')}
                  onChoose={(moment) => {
                    go(moment ? { at: moment.toISOString() } : {})
                  }}
                >
                  {guard}
                </ForkFromMoment>
              ) : backups.items.length > 0 && !backups.recovery ? (
                <ForkFromBackup
                  backups={backups.items}
                  onChoose={(backup) => {
                    go({ backup })
                  }}
                >
                  {guard}
                </ForkFromBackup>
              ) : (
                <p data-testid="no-backup" className="font-medium">
                  Not possible yet: there is no backup to restore from.
                </p>
              )}
            </div>
          )}
        </FormDialog>
      )}
    </>
  )
}
