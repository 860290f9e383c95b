import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { Service } from '../../api/service.ts'
import type { Arrival } from '../routing/arrival.ts'
import { paths } from '../../lib/paths.ts'
import { useUrlParams } from '../routing/use-url-params.ts'
import { Menu, type MenuEntry } from '../../ui/menu/menu.tsx'
import { onDemand } from '../../ui/on-demand.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { ACTION_PARAM, actionsFor, readAction, type Action } from './action.ts'
import { actionLinksFor } from './action-links.ts'

const ActionDialog = onDemand(async () => (await import('./action-dialog.tsx')).ActionDialog)

interface ServiceActionsProps {
  project: string
  service: Service
  /** Copy, share and print. */
  share: readonly MenuEntry[]
}

/** The menu of actions on the whole service, and the dialog that confirms them. The dialog's URL can be shared. */
export const ServiceActions = ({ project, service, share }: ServiceActionsProps) => {
  const { state, termination_protection: isProtected } = service
  const navigate = useNavigate()
  const { params, write } = useUrlParams()
  const action = readAction(params.get(ACTION_PARAM))
  const [outcome, setOutcome] = useState<string>()
  const open = (next: Action | undefined) => {
    write((search) => {
      if (next) search.set(ACTION_PARAM, next)
      else search.delete(ACTION_PARAM)
    })
  }
  const close = () => {
    open(undefined)
  }
  const guarded = isProtected === true ? { hint: 'Termination protection is on.' } : {}
  const entries = actionsFor(state).map(({ action: next, label }) => ({
    label,
    ...((next === 'power-off' || next === 'delete') && guarded),
    ...(next === 'delete' && { dangerous: true }),
    onSelect: () => {
      setOutcome(undefined)
      open(next)
    },
  }))
  return (
    <div className="flex flex-col items-end gap-1 text-right">
      <Menu
        label="Actions"
        groups={[
          entries.slice(0, -1),
          actionLinksFor(service.service_type).map(({ label, to }) => ({
            label,
            onSelect: () => {
              void navigate(to(project, service.service_name))
            },
          })),
          share,
          entries.slice(-1),
        ]}
      />
      <Outcome testId="action-done">{outcome}</Outcome>
      {action && (
        <ActionDialog
          key={action}
          action={action}
          project={project}
          service={service}
          onAction={open}
          onClose={close}
          onDone={(said) => {
            if (action === 'delete') {
              // Replaces the page of the deleted service.
              void navigate(paths.services(project), { replace: true, state: { outcome: said } satisfies Arrival })
              return
            }
            setOutcome(said)
            close()
          }}
        />
      )}
    </div>
  )
}
