import { useApi } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { projectCa } from '../../api/project-ca.ts'
import { serviceList } from '../../api/service.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Pending } from '../../features/problems/pending.tsx'
import { NotFound } from '../../features/problems/not-found.tsx'
import { paths } from '../../lib/paths.ts'
import { useArrival } from '../../features/routing/arrival.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { PRIMARY } from '../../ui/primary.ts'
import { Updated } from '../../ui/updated.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ServiceBrowser } from './service-browser.tsx'
import { toRows } from './service-rows.ts'
import { COLUMNS } from './service-columns.tsx'

const EmptyProject = lazy(async () => ({ default: (await import('./empty-project.tsx')).EmptyProject }))

export const ServiceListPage = () => {
  const { project = '' } = useParams()
  const arrival = useArrival()
  useTitle(`Services of ${project}`)
  const api = useApi()
  const query = useQuery(serviceList(api, project))
  const { data, error, isFetching, refetch, dataUpdatedAt } = query
  const rows = useMemo(() => toRows(project, data?.items ?? []), [project, data])
  const ca = useQuery({ ...projectCa(api, project), enabled: data !== undefined })
  const cas = useMemo(() => new Map([[project, ca.data ?? ca.error ?? undefined]]), [project, ca.data, ca.error])
  const [besideHeading, setBesideHeading] = useState<HTMLElement | null>(null)
  const refresh = () => void refetch()
  if (statusOf(error) === 404) return <NotFound what={`Project ${project}`} />
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 grow items-center gap-3 max-sm:basis-full sm:basis-0">
          <h1 className="text-xl font-semibold whitespace-nowrap">Services</h1>
          <div ref={setBesideHeading} className="min-w-0" />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Updated at={dataUpdatedAt} busy={isFetching} onRefresh={refresh} />
          <Link
            to={paths.newService(project)}
            className={`inline-flex min-h-8 items-center rounded-md px-2.5 py-1 font-medium print:hidden ${PRIMARY}`}
          >
            Create service
          </Link>
        </div>
      </div>
      <div className="space-y-4">
        <Outcome testId="arrival">{arrival}</Outcome>
        {error && (
          <ApiProblem error={error} what="The services couldn’t be loaded." busy={isFetching} onRetry={refresh} />
        )}
        {!data && !error && (
          <Pending what="services" query={query} queryKey={serviceList(api, project).queryKey}>
            <ListSkeleton />
          </Pending>
        )}
        {data && (
          <Suspense fallback={<ListSkeleton />}>
            {data.items.length + data.problems.length === 0 ? (
              <EmptyProject project={project} />
            ) : (
              <ServiceBrowser
                key={project}
                scope={`project ${project}`}
                besideHeading={besideHeading}
                rows={rows}
                cas={cas}
                columns={COLUMNS}
                problems={data.problems}
              />
            )}
          </Suspense>
        )}
      </div>
    </>
  )
}
