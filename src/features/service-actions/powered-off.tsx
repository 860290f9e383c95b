import type { ReactNode } from 'react'

import { useUrlParams } from '../routing/use-url-params.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ACTION_PARAM, type Action } from './action.ts'

/** The way out, for a page that shows something while the service is off. */
export const PowerOn = () => {
  const { write } = useUrlParams()
  return (
    <Button
      variant="primary"
      onClick={() => {
        write((search) => {
          search.set(ACTION_PARAM, 'power-on' satisfies Action)
        })
      }}
    >
      Power on
    </Button>
  )
}

/** In place of what can't be asked while the service is off: why, and the way out. */
export const PoweredOff = ({ children }: { children: ReactNode }) => (
  <div data-testid="powered-off">
    <EmptyState title="The service is powered off" actions={<PowerOn />}>
      {children}
    </EmptyState>
  </div>
)
