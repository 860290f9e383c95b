import type { ReactNode } from 'react'

import { useUrlParams } from '../../lib/use-url-params.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ACTION_PARAM, type Action } from '../service-actions/action.ts'

/** In the place of what only a service that runs can tell: why nothing is there, and the way to change it. */
export const PoweredOff = ({ children }: { children: ReactNode }) => {
  const { write } = useUrlParams()
  return (
    <EmptyState
      title="This service is powered off"
      actions={
        <Button
          onClick={() => {
            write((search) => {
              search.set(ACTION_PARAM, 'power-on' satisfies Action)
            })
          }}
        >
          Power on
        </Button>
      }
    >
      {children}
    </EmptyState>
  )
}
