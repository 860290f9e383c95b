import { useApi } from '../../api/use-api.ts'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'

import { projectList } from '../../api/project.ts'
import { serviceList } from '../../api/service.ts'
import type { ReadList } from '../../api/parse.ts'
import { paths } from '../../lib/paths.ts'

/** One thing that the palette leads to, or does. */
export interface Entry {
  readonly label: string
  /** The name in the label, where there is more to it: letters with gaps are looked for in it alone. */
  readonly name?: string
  /** What kind of thing it is, beside the label. */
  readonly kind: 'Page' | 'Service' | 'Project' | 'Download'
  /** Where it leads. */
  readonly to?: string
  /** The project whose CA certificate it saves. */
  readonly caOf?: string
}

const PAGES: readonly Entry[] = [
  { label: 'Projects', kind: 'Page', to: paths.projects() },
  { label: 'Certificate requirements', kind: 'Page', to: paths.tlsRequirements() },
]

/** A request whose answer is missing among the entries, or is an older one. */
export interface MissingEntries {
  readonly error: Error
  readonly what: string
  readonly busy: boolean
  readonly retry: () => void
}

/** What an answer holds that could not be read. */
interface UnreadEntries {
  readonly what: 'projects' | 'services'
  readonly problems: readonly string[]
  readonly busy: boolean
  readonly retry: () => void
}

interface Entries {
  readonly entries: readonly Entry[]
  readonly loading: boolean
  readonly missing: readonly MissingEntries[]
  readonly unread: readonly UnreadEntries[]
}

const missingOf = (
  { error, isFetching, refetch }: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>,
  what: string,
): MissingEntries[] => (error ? [{ error, what, busy: isFetching, retry: () => void refetch() }] : [])

const unreadOf = (
  { data, isFetching, refetch }: UseQueryResult<ReadList<unknown>>,
  what: UnreadEntries['what'],
): UnreadEntries => ({ what, problems: data?.problems ?? [], busy: isFetching, retry: () => void refetch() })

/** Everything there is to go to: what concerns the open project first. */
export const useEntries = (project: string | undefined): Entries => {
  const api = useApi()
  const projects = useQuery(projectList(api))
  const services = useQuery({ ...serviceList(api, project ?? ''), enabled: project !== undefined })
  const names = projects.data?.items.map(({ project_name }) => project_name) ?? []
  const others = names.filter((name) => name !== project)
  const ofProject = (name: string): Entry => ({ label: name, kind: 'Project', to: paths.services(name) })
  const caOf = (name: string): Entry => ({ label: `Download CA for ${name}`, name, kind: 'Download', caOf: name })
  const ofOpen: Entry[] =
    project === undefined
      ? []
      : [
          { label: `Services of ${project}`, name: project, kind: 'Page', to: paths.services(project) },
          caOf(project),
          ...(services.data?.items ?? []).map(({ service_name }): Entry => ({
            label: service_name,
            kind: 'Service',
            to: paths.service(project, service_name),
          })),
        ]
  return {
    entries: [...ofOpen, ...PAGES, ...others.map((name) => ofProject(name)), ...others.map((name) => caOf(name))],
    loading: projects.isLoading || services.isLoading,
    unread: [unreadOf(projects, 'projects'), unreadOf(services, 'services')],
    missing: [
      ...missingOf(projects, 'The projects could not be loaded.'),
      ...missingOf(services, `The services of ${String(project)} could not be loaded.`),
    ],
  }
}
