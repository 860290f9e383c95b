import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { serviceList } from '../../api/queries.ts'
import type { ReadList, Service } from '../../api/read.ts'
import { ApiProblem } from '../../components/api-problem.tsx'
import { Pending } from '../../components/pending.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { formatCount } from '../../ui/relative-time.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { NotFound } from '../../components/not-found.tsx'
import { filterRows, sortRows, toRows } from './service-rows.ts'
import { ServicesTable } from './services-table.tsx'
import { useListState } from './use-list-state.ts'

const ListSkeleton = () => (
  <div className="space-y-px rounded-lg border border-border bg-surface p-3">
    {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
      <div key={key} className="flex h-14 items-center gap-6">
        <Skeleton className="w-64" />
        <Skeleton className="w-24 max-lg:hidden" />
        <Skeleton className="w-24" />
        <Skeleton className="w-40 max-lg:hidden" />
      </div>
    ))}
  </div>
)

const EmptyProject = ({ project }: { project: string }) => (
  <div className="rounded-lg border border-border bg-surface p-8 text-center">
    <p className="font-medium">No services yet</p>
    <p className="text-muted">
      Project {project} has no service that your token can see. Create one in Aiven&rsquo;s console, with avn or with
      Terraform; it will appear here.
    </p>
  </div>
)

const ServiceBrowser = ({ project, list }: { project: string; list: ReadList<Service> }) => {
  const { text, filter, sort, search, settle, sortBy } = useListState()
  const field = useRef<HTMLInputElement>(null)
  const rows = useMemo(() => toRows(list.items), [list])
  const shown = useMemo(() => sortRows(filterRows(rows, filter), sort), [rows, filter, sort])
  const total = formatCount(rows.length, 'service')
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TextField
          ref={field}
          label="Search services"
          placeholder="Name, type, plan, cloud or tag"
          value={text}
          onChange={search}
          onBlur={settle}
        />
        <p role="status" className="text-muted">
          {filter.trim() === '' ? total : `${String(shown.length)} of ${total}`}
        </p>
      </div>
      {list.problems.length > 0 && (
        <Note>
          {list.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Note>
      )}
      {shown.length > 0 && <ServicesTable project={project} rows={shown} sort={sort} onSort={sortBy} />}
      {shown.length === 0 && rows.length > 0 && (
        <div className="rounded-lg border border-border bg-surface p-8 text-center">
          <p className="font-medium wrap-anywhere">No service matches &ldquo;{filter}&rdquo;</p>
          <p className="mb-3 text-muted">The search looks at names, types, plans, clouds and tags.</p>
          <Button
            onClick={() => {
              search('')
              field.current?.focus()
            }}
          >
            Clear search
          </Button>
        </div>
      )}
    </div>
  )
}

export const ServiceListPage = () => {
  const { project = '' } = useParams()
  useTitle(`Services of ${project}`)
  const query = useQuery(serviceList(project))
  const { data, error, isFetching, refetch } = query
  if (statusOf(error) === 404) return <NotFound what={`Project ${project}`} />
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-xl font-semibold">Services</h1>
        <Button icon="refresh" busy={isFetching} onClick={() => void refetch()}>
          Refresh
        </Button>
      </div>
      <div className="space-y-4">
        {error && (
          <ApiProblem
            error={error}
            what="The services could not be loaded."
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && (
          <Pending what="services" query={query} queryKey={serviceList(project).queryKey}>
            <ListSkeleton />
          </Pending>
        )}
        {data && data.items.length + data.problems.length === 0 && <EmptyProject project={project} />}
        {data && data.items.length + data.problems.length > 0 && (
          <ServiceBrowser key={project} project={project} list={data} />
        )}
      </div>
    </>
  )
}
