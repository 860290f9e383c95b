import { Suspense } from 'react'

import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Connect } from './connect/connect.tsx'
import { useService } from './use-service.ts'

/** How a client of one's choice connects so that it refuses an impostor. */
export const ConnectPage = () => {
  const { project, service } = useService()
  const name = service.service_name
  useTitle(`Connect – ${name} – ${project}`)
  return (
    <Suspense
      fallback={
        <div className="space-y-3">
          <Loading what="the guides" />
          <Skeleton className="block w-72" />
          <Skeleton className="block w-96" />
        </div>
      }
    >
      <Connect key={`${project}/${name}`} project={project} service={service} />
    </Suspense>
  )
}
