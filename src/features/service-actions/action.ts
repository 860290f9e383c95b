/** The actions of a service, as named in the URL: `?do=power-off` opens the dialog without confirming it. */
import type { Service } from '../../api/service.ts'

const ACTIONS = ['power-off', 'power-on', 'termination-protection', 'delete'] as const
export type Action = (typeof ACTIONS)[number]

/** The search parameter that names the open dialog. */
export const ACTION_PARAM = 'do'

export const readAction = (value: string | null): Action | undefined => ACTIONS.find((action) => action === value)

/** The actions for a service in that state, as its menu names them. */
export const actionsFor = (
  state: string | undefined,
): readonly { readonly action: Action; readonly label: string }[] => [
  state === 'POWEROFF' ? { action: 'power-on', label: 'Power on' } : { action: 'power-off', label: 'Power off' },
  { action: 'termination-protection', label: 'Termination protection' },
  { action: 'delete', label: 'Delete service' },
]

/** Props of every action dialog. */
export interface ActionProps {
  readonly project: string
  readonly service: Service
  /** Opens another action's dialog. */
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
