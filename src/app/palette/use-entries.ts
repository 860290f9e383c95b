import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useParams } from 'react-router'

import { projectList } from '../../api/project.ts'
import { serviceList, type Service } from '../../api/service.ts'
import { useApi } from '../../api/use-api.ts'
import { actionLinksFor } from '../../features/service-actions/action-links.ts'
import { useEveryProject } from '../../features/projects/use-every-project.ts'
import { ACTION_PARAM, actionsFor } from '../../features/service-actions/action.ts'
import { serviceTypeName } from '../../features/services/service-type.tsx'
import { paths } from '../../lib/paths.ts'
import { homeRoute } from '../../pages/home/route.ts'
import { PLACES, PROJECT_PLACES, PROJECT_TASKS, type ServicePlace } from '../nav.ts'
import { useServicePlaces } from '../use-service-places.ts'

/** One destination or action of the palette. */
export interface Entry {
  readonly label: string
  /** The name within the label, if the label contains more: only it matches letters with gaps. */
  readonly name?: string
  /** What kind of thing it is, beside the label. */
  readonly kind: 'Page' | 'Service' | 'Project' | 'Download' | 'Action'
  /** Distinguishes it from others with the same label. */
  readonly note?: string
  /** The path to open. */
  readonly to?: string
  /** Hands the typed or pasted text to Troubleshoot. */
  readonly troubleshoots?: true
  /** The project whose CA certificate it saves. */
  readonly caOf?: string
  /** What to copy or print from the open service's page. */
  readonly share?: ShareRequest
}

const PAGES: readonly Entry[] = [
  { label: homeRoute.title, kind: 'Page', to: paths.home() },
  ...PLACES.map(({ route }): Entry => ({ label: route.title, kind: 'Page', to: `/${route.path}` })),
]

export interface ShareRequest {
  readonly what: 'markdown' | 'link' | 'print'
  readonly project: string
  readonly service: string
}

const SHARE_ENTRIES: readonly { readonly label: string; readonly share: ShareRequest['what'] }[] = [
  { label: 'Copy as Markdown', share: 'markdown' },
  { label: 'Share link', share: 'link' },
  { label: 'Print', share: 'print' },
]

const ofService = (project: string, { service_name: name }: Service, open: boolean): Entry => ({
  label: name,
  kind: 'Service',
  to: paths.service(project, name),
  ...(!open && { note: project }),
})

/** A failed request, whose entries are missing or outdated. */
export interface MissingEntries {
  readonly error: Error
  readonly what: string
  readonly busy: boolean
  readonly retry: () => void
}

/** Sentences about unreadable items of an answer. */
interface UnreadEntries {
  readonly what: 'projects' | 'services'
  readonly problems: readonly string[]
  readonly busy: boolean
  readonly retry: () => void
}

interface Entries {
  readonly entries: readonly Entry[]
  readonly loading: boolean
  /** The services of the open project aren't loaded yet. */
  readonly awaitsOpen: boolean
  readonly missing: readonly MissingEntries[]
  readonly unread: readonly UnreadEntries[]
}

const missingOf = (
  { error, isFetching, refetch }: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>,
  what: string,
): MissingEntries[] => (error ? [{ error, what, busy: isFetching, retry: () => void refetch() }] : [])

/** Actions on the open service that need no dialog. */
const actionsOn = (project: string, service: string, type: string): Entry[] => [
  ...actionLinksFor(type).map(({ label, to }): Entry => ({
    label: `${label}: ${service}`,
    name: label,
    kind: 'Action',
    to: to(project, service),
  })),
  ...SHARE_ENTRIES.map(({ label, share }): Entry => ({
    label: `${label}: ${service}`,
    name: label,
    kind: 'Action',
    share: { what: share, project, service },
  })),
]

/** Pages of the open service, or else of the project. */
const pagesHere = (
  project: string,
  service: string | undefined,
  type: string,
  places: readonly ServicePlace[],
): Entry[] => [
  ...(service === undefined
    ? []
    : places.map(({ label, page }): Entry => ({
        label: `${label} of ${service}`,
        name: label,
        kind: 'Page',
        to: paths.service(project, service, page),
      }))),
  ...(service === undefined ? [] : actionsOn(project, service, type)),
  ...PROJECT_PLACES.map(({ label, to }): Entry => ({
    label: `${label} of ${project}`,
    name: label,
    kind: 'Page',
    to: to(project),
  })),
  ...PROJECT_TASKS.map(({ label, to }): Entry => ({
    label: `${label} in ${project}`,
    name: label,
    kind: 'Action',
    to: to(project),
  })),
]

/** Actions on the open service: each opens the dialog that asks first. */
const actionsHere = (project: string, { service_name: service, state }: Service): Entry[] =>
  actionsFor(state).map(({ action, label }) => ({
    label: `${label}: ${service}`,
    name: label,
    kind: 'Action',
    to: `${paths.service(project, service)}?${ACTION_PARAM}=${action}`,
  }))

const typesIn = (services: readonly Service[]): Entry[] =>
  [...new Map(services.map((service) => [service.service_type, service])).values()].map((service): Entry => {
    const name = serviceTypeName(service)
    const search = new URLSearchParams({ search: `service:${service.service_type}` }).toString()
    return { label: `All services: ${name}`, name, kind: 'Page', to: `${paths.allServices()}?${search}` }
  })

/** Entries of a project, as far as they are loaded. */
interface Listed {
  readonly name: string
  readonly items: readonly Service[]
  readonly problems: readonly string[]
}

/** Entries that are the same on every page; there may be ten thousand. */
const entriesOf = (listed: readonly Listed[], project: string | undefined, refused: ReadonlySet<string>): Entry[] => {
  const [first, others] = [true, false].map((here) => listed.filter(({ name }) => (name === project) === here))
  const caOf = (name: string): Entry[] =>
    refused.has(name) ? [] : [{ label: `Download CA for ${name}`, name, kind: 'Download', caOf: name }]
  const all = (of: readonly Listed[] = []) =>
    of.flatMap(({ name, items }) => items.map((item) => ofService(name, item, name === project)))
  return [
    ...(project === undefined ? [] : caOf(project)),
    ...all(first),
    ...PAGES,
    ...(others ?? []).map(({ name }): Entry => ({ label: name, kind: 'Project', to: paths.services(name) })),
    ...all(others),
    ...(others ?? []).flatMap(({ name }) => caOf(name)),
    ...typesIn(listed.flatMap(({ items }) => items)),
  ]
}

/** All entries: first those of the open service and project, then every page, project and service that the user can see. */
export const useEntries = (project: string | undefined): Entries => {
  const api = useApi()
  const { project: open, service } = useParams()
  const projects = useQuery(projectList(api))
  const { type, places } = useServicePlaces(open ?? '', service ?? '')
  const names = useMemo(() => projects.data?.items.map(({ project_name }) => project_name) ?? [], [projects.data])
  const query = useCallback((name: string) => serviceList(api, name), [api])
  const services = useEveryProject({ projects: names, query })
  const { answers, failures } = services
  const listed = useMemo(
    () =>
      names.map((name, index): Listed => {
        const { items = [], problems = [] } = answers[index] ?? {}
        return { name, items, problems }
      }),
    [names, answers],
  )
  const first = listed.filter(({ name }) => name === project)
  const opened = listed.find(({ name }) => name === open)?.items.find((item) => item.service_name === service)
  const refused = failures.map((failure) => failure.project).join('\n')
  // Computed once, not on every key press.
  const everywhere = useMemo(() => entriesOf(listed, project, new Set(refused.split('\n'))), [listed, project, refused])
  const here = useMemo(
    () => [
      ...(open === undefined ? [] : pagesHere(open, service, type, places)),
      ...(open === undefined || !opened ? [] : actionsHere(open, opened)),
    ],
    [open, service, type, places, opened],
  )
  const entries = useMemo(() => [...here, ...everywhere], [here, everywhere])
  return {
    entries,
    loading: projects.isLoading || services.busy,
    awaitsOpen:
      projects.isLoading ||
      (services.busy && project !== undefined && names.includes(project) && !answers[names.indexOf(project)]),
    unread: [
      {
        what: 'projects',
        problems: projects.data?.problems ?? [],
        busy: projects.isFetching,
        retry: () => void projects.refetch(),
      },
      {
        what: 'services',
        problems: first.flatMap(({ problems }) => problems),
        busy: project !== undefined && services.awaited.has(project),
        retry: () => {
          services.refresh(first.map(({ name }) => name))
        },
      },
    ],
    missing: [
      ...missingOf(projects, 'The projects couldn’t be loaded.'),
      ...failures
        .filter((failure) => failure.project === project)
        .map(({ error, busy, retry }) => ({
          error,
          what: `The services of ${String(project)} couldn’t be loaded.`,
          busy,
          retry,
        })),
    ],
  }
}
