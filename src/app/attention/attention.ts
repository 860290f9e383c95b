/**
 * The number of certificates that need attention, for the sidebar. It comes from projects that pages have already read. A
 * tab that has read none reads them itself when idle, one after the other, at most once an hour. Only the number is
 * stored, and whether a part couldn't be read. See docs/decisions/0040-attention-in-the-sidebar.md.
 */
import type { Backend } from '../../api/use-api.ts'
import { projectList } from '../../api/project.ts'
import { PROJECT_CERTIFICATES } from '../../api/service-write.ts'
import {
  countAttention,
  isIncomplete,
  projectCertificates,
  type ProjectCertificates,
} from '../../features/certificates/certificate-inventory.ts'
import { onUserChange } from '../../lib/user-change.ts'

const KEY = 'attention'
const HOUR_MS = 3_600_000
/** How long the page must be open before projects are read, and the pause between two projects. */
const BEGIN_MS = 10_000
const PAUSE_MS = 1000
/** Larger accounts are read only when the user opens the page. */
const MAX_PROJECTS = 25

interface Remembered {
  readonly count: number
  /** Not everything could be read: there may be more. */
  readonly partial?: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

const remembered = (): Remembered | undefined => {
  try {
    // Another scenario of the demo starts: the number belongs to services that no longer exist.
    if (__DEMO__ && new URLSearchParams(location.search).has('scenario')) sessionStorage.removeItem(KEY)
    const { count, partial, at } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Remembered>
    return typeof count === 'number' && typeof at === 'number' ? { count, partial: partial === true, at } : undefined
  } catch {
    return undefined
  }
}

const remember = (count: number, partial: boolean): void => {
  try {
    const value: Remembered = { count, ...(partial && { partial }), at: Date.now() }
    sessionStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Storage may be blocked: then the number lasts as long as the page.
  }
}

/** The names of all projects, once they are known. */
const projectNames = ({ api, queryClient }: Backend): readonly string[] =>
  queryClient.getQueryData(projectList(api).queryKey)?.items.map(({ project_name }) => project_name) ?? []

/** The number over all projects; undefined until all have answered. */
const counted = (backend: Backend): Omit<Remembered, 'at'> | undefined => {
  const looks = projectNames(backend).map((project) =>
    backend.queryClient.getQueryData<ProjectCertificates>([PROJECT_CERTIFICATES, { project }]),
  )
  const known = looks.filter((look) => look !== undefined)
  return known.length === 0 || known.length < looks.length
    ? undefined
    : { count: countAttention(known.flatMap(({ rows }) => rows)), partial: known.some(isIncomplete) }
}

const nothingElse = () => document.visibilityState === 'visible' && navigator.onLine

/**
 * Calls the listener now and whenever the number changes; with 0 when the user changes. The number is partial if not
 * everything could be read. Returns a function that stops it.
 */
export const watchAttention = (backend: Backend, listener: (count: number, partial: boolean) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const known = remembered()
  if (known) listener(known.count, known.partial === true)

  const update = () => {
    const found = counted(backend)
    if (found === undefined || ended) return
    const { count, partial = false } = found
    remember(count, partial)
    listener(count, partial)
  }
  const endForgetting = onUserChange(() => {
    listener(0, false)
  })
  // All projects may be read before the first listener.
  update()
  const unsubscribe = backend.queryClient.getQueryCache().subscribe(({ type, query }) => {
    const [id] = query.queryKey as readonly unknown[]
    if (type === 'updated' && id === PROJECT_CERTIFICATES && query.state.status === 'success') update()
  })

  const lookOn = async (projects: readonly string[]) => {
    const [project, ...rest] = projects
    if (project === undefined || ended || !nothingElse()) return
    await backend.queryClient.prefetchQuery(projectCertificates(backend, project))
    timer = setTimeout(() => void lookOn(rest), PAUSE_MS)
  }
  timer = setTimeout(
    () => {
      const projects = projectNames(backend)
      if (projects.length <= MAX_PROJECTS) void lookOn(projects)
    },
    known && Date.now() - known.at < HOUR_MS ? HOUR_MS : BEGIN_MS,
  )

  return () => {
    ended = true
    clearTimeout(timer)
    endForgetting()
    unsubscribe()
  }
}
