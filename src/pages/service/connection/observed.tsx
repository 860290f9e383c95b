import { lazy, Suspense, useState } from 'react'

import { endpointKey, useObservation } from './observations.ts'
import type { Endpoint } from '../../../domain/endpoint.ts'
import { observedVerdict } from '../../../diagnose/servers/observation.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'

/** The certificate parser and its commands: loaded only when opened. */
const ObserveEndpoint = lazy(async () => {
  const { ObserveEndpoint: component } = await import('./observe-endpoint.tsx')
  return { default: component }
})

/** A verdict, or an observation of the endpoint in this tab. */
export const useObservedVerdict = (project: string, endpoint: Endpoint | undefined, verdict: Verdict): Verdict => {
  const observation = useObservation(endpoint && endpointKey(project, endpoint))
  return observation ? observedVerdict(verdict, observation) : verdict
}

/** "Inspect the live certificate", collapsed by default. */
export const LiveCertificate = ({ project, endpoint }: { project: string; endpoint: Endpoint }) => {
  const [open, setOpen] = useState(false)
  return (
    <details
      className="border-t border-border pt-2"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
      }}
    >
      <summary className="min-h-6 text-accent">Inspect the live certificate</summary>
      <div className="pt-2">
        {open && (
          <Suspense fallback={<Skeleton className="w-72" />}>
            <ObserveEndpoint project={project} endpoint={endpoint} />
          </Suspense>
        )}
      </div>
    </details>
  )
}
