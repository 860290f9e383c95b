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
        <div className="flex flex-col gap-3">
          <Loading what="the guides" />
          <Skeleton className="w-72" />
          <Skeleton className="w-96" />
        </div>
      }
    >
      <Connect key={`${project}/${name}`} project={project} service={service} />
    </Suspense>
  )
}
