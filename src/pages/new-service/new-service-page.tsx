import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { NavigationType, useLocation, useNavigationType, useParams, useSearchParams } from 'react-router'

import * as catalogue from '../../api/project-offer.ts'
import { statusOf } from '../../api/errors.ts'
import { projectList } from '../../api/project.ts'
import { serviceGet, serviceList } from '../../api/service.ts'
import { useApi } from '../../api/use-api.ts'
import { typeName } from '../../features/services/service-type.tsx'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { NotFound } from '../../features/problems/not-found.tsx'
import { Unread } from '../../features/problems/unread.tsx'
import { compareNames } from '../../lib/compare-names.ts'
import { Note, Problem } from '../../ui/notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { CreateForm } from './create-form.tsx'
import { fieldsFromUrl, type Fields } from './fields.ts'
import { copyName, readFork, type Fork } from './fork.ts'
import type { Offer } from './offer.ts'

const FormSkeleton = () => (
  <div className="space-y-4">
    <Loading what="what can be created" />
    {['a', 'b', 'c'].map((key) => (
      <div key={key} className="space-y-3 rounded-lg border border-border bg-surface p-4">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-11 w-full" />
        <Skeleton className="h-11 w-full" />
      </div>
    ))}
  </div>
)

interface ForkFormProps {
  project: string
  offer: Offer
  source: string
}

/** The form for a copy starts with its source's settings. */
const ForkForm = ({ project, offer, source }: ForkFormProps) => {
  const [params] = useSearchParams()
  const { data, error, isFetching, refetch } = useQuery(serviceGet(useApi(), project, source))
  if (error) {
    return (
      <ApiProblem
        error={error}
        what={`The service to fork, ${source}, couldn’t be loaded.`}
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!data) return <FormSkeleton />
  const type = offer.types.find(({ service_type }) => service_type === data.service_type)
  const fork = type
    ? readFork(params, data, type)
    : { reason: `Services of type ${data.service_type} can’t be created in this project.` }
  if ('reason' in fork) {
    return (
      <Problem testId="no-fork">
        <p className="font-medium">{source} can&rsquo;t be forked this way.</p>
        <p>{fork.reason}</p>
      </Problem>
    )
  }
  const fromUrl = fieldsFromUrl(params)
  const version = data.user_config[`${data.service_type}_version`]
  const initial: Fields = {
    ...fromUrl,
    serviceType: data.service_type,
    cloud: fromUrl.cloud || (data.cloud_name ?? ''),
    plan: fromUrl.plan || (data.plan ?? ''),
    name: fromUrl.name || copyName(source),
    version: fromUrl.version || (typeof version === 'string' ? version : ''),
  }
  return (
    <div className="space-y-4">
      <Note testId="fork">
        A copy of {source}, {fork.what}. Integrations aren&rsquo;t copied. Both services run, and both cost.
      </Note>
      <CreateForm project={project} offer={offer} fork={fork satisfies Fork} initial={initial} />
    </div>
  )
}

/** Everything the form needs before it is shown; the form itself shows when the rest is loading or missing. */
const useOffer = (project: string) => {
  const api = useApi()
  const [params] = useSearchParams()
  const types = useQuery(catalogue.serviceTypes(api, project))
  const clouds = useQuery(catalogue.projectClouds(api, project))
  const source = useQuery({
    ...serviceGet(api, project, params.get('fork') ?? ''),
    enabled: params.has('fork'),
  }).data?.service_type
  const type = source ?? params.get('serviceType') ?? ''
  const isType = types.data?.items.some(({ service_type }) => service_type === type) ?? false
  const plans = useQuery({ ...catalogue.servicePlans(api, project, type), enabled: isType })
  const versions = useQuery(catalogue.serviceVersions(api))
  const vpcs = useQuery(catalogue.projectVpcs(api, project))
  const taken = useQuery(serviceList(api, project))
  const projects = useQuery(projectList(api))
  const defaultCloud = projects.data?.items.find(({ project_name }) => project_name === project)?.default_cloud
  const offer = useMemo(
    (): Offer | undefined =>
      types.data &&
      clouds.data && {
        types: types.data.items.toSorted((a, b) => compareNames(typeName(a.service_type), typeName(b.service_type))),
        clouds: clouds.data.items.toSorted((a, b) =>
          compareNames(a.cloud_description ?? a.cloud_name, b.cloud_description ?? b.cloud_name),
        ),
        plans: plans.data?.items,
        versions: versions.data?.items ?? [],
        vpcs: vpcs.data?.items,
        taken: new Set(taken.data?.items.map(({ service_name }) => service_name)),
        defaultCloud,
      },
    [types.data, clouds.data, plans.data, versions.data, vpcs.data, taken.data, defaultCloud],
  )
  const queries = [
    [types, 'The service types couldn’t be loaded.'],
    [clouds, 'The clouds couldn’t be loaded.'],
    [plans, 'The plans couldn’t be loaded.'],
    [versions, 'The versions couldn’t be loaded: the newest one is used.'],
    [vpcs, 'The VPCs couldn’t be loaded.'],
  ] as const
  // The project's default cloud and VPCs affect the request: the form waits until they are loaded, or failed to load.
  const isReady = !projects.isLoading && !vpcs.isLoading && !versions.isLoading
  return { offer: isReady ? offer : undefined, queries }
}

/** What couldn't be loaded: only the first of several that failed for the same reason. Retry is for all that failed. */
const Problems = ({ queries }: { queries: readonly (readonly [UseQueryResult, string])[] }) => {
  const failed = queries.filter(([{ error }]) => error !== null)
  const firsts = new Map(failed.toReversed().map((entry) => [entry[0].error?.message, entry]))
  return failed
    .filter((entry) => firsts.get(entry[0].error?.message) === entry)
    .map(([{ error }, what]) => (
      <ApiProblem
        key={what}
        error={error ?? new Error(what)}
        what={what}
        busy={failed.some(([{ isFetching }]) => isFetching)}
        onRetry={() => {
          for (const [{ refetch }] of failed) void refetch()
        }}
      />
    ))
}

/** Create a service. The URL is the form's state. */
export const NewServicePage = () => {
  const { project = '' } = useParams()
  const [params] = useSearchParams()
  useTitle(`Create service \u2013 ${project}`)
  const { offer, queries } = useOffer(project)
  // Another visit gets a new form; the form's own changes of the URL don't.
  const { key } = useLocation()
  const type = useNavigationType()
  const [visit, setVisit] = useState(key)
  if (type !== NavigationType.Replace && key !== visit) setVisit(key)
  const fork = params.get('fork')
  if (queries.some(([{ error }]) => statusOf(error) === 404)) return <NotFound what={`Project ${project}`} />
  const unread = queries.flatMap(([{ data }]) => (data as { problems?: readonly string[] } | undefined)?.problems ?? [])
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">Create service</h1>
      <div className="space-y-4">
        <Problems queries={queries} />
        <Unread
          problems={unread}
          busy={queries.some(([{ isFetching }]) => isFetching)}
          onRetry={() => {
            for (const [{ refetch }] of queries) void refetch()
          }}
        />
        {!offer && queries.every(([{ error }]) => !error) && <FormSkeleton />}
        {offer &&
          (fork === null ? (
            <CreateForm key={visit} project={project} offer={offer} fork={undefined} initial={fieldsFromUrl(params)} />
          ) : (
            <ForkForm key={visit} project={project} offer={offer} source={fork} />
          ))}
      </div>
    </>
  )
}
