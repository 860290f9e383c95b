import type { ReactNode } from 'react'

import { useUrlParams } from '../routing/use-url-params.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ACTION_PARAM, type Action } from './action.ts'

/** The link to power on, for a page that shows something while the service is off. */
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

/** Shown instead of data that isn't available while the service is off: says why, and offers Power on. */
export const PoweredOff = ({ children }: { children: ReactNode }) => (
  <div data-testid="powered-off">
    <EmptyState title="The service is powered off" actions={<PowerOn />}>
      {children}
    </EmptyState>
  </div>
)
