/** The actions of a service, as the URL names them: `?do=power-off` opens the dialog, and confirms nothing. */
import type { Service } from '../../api/service.ts'

const ACTIONS = ['power-off', 'power-on', 'termination-protection', 'delete'] as const
export type Action = (typeof ACTIONS)[number]

/** The search parameter that names the open dialog. */
export const ACTION_PARAM = 'do'

export const readAction = (value: string | null): Action | undefined => ACTIONS.find((action) => action === value)

/** What can be done to a service in that state, in the words of its menu. */
export const actionsFor = (
  state: string | undefined,
): readonly { readonly action: Action; readonly label: string }[] => [
  state === 'POWEROFF' ? { action: 'power-on', label: 'Power on' } : { action: 'power-off', label: 'Power off' },
  { action: 'termination-protection', label: 'Termination protection' },
  { action: 'delete', label: 'Delete service' },
]

/** What every dialog of an action takes. */
export interface ActionProps {
  readonly project: string
  readonly service: Service
  /** Leads to another action's dialog. */
  readonly onAction: (action: Action) => void
  readonly onSend: () => void
  /** @param outcome the result, as a sentence */
  readonly onDone: (outcome: string) => void
  readonly onClose: () => void
}

export const addressOf = ({ project, service }: Pick<ActionProps, 'project' | 'service'>) => ({
  project,
  service: service.service_name,
})
