import { CancelledError, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { projectKmsGetCa, serviceList } from '../../api/queries.ts'
import { eachAtOnce } from '../../lib/at-once.ts'
import { projectCertificates, type ProjectCertificates } from '../../features/certificates/certificate-inventory.ts'

/** Answers that come close together are shown together: drawing thousands of rows anew for each would be slow. */
const SHOW_EVERY_MS = 150

type Looks = ReadonlyMap<string, ProjectCertificates>

/**
 * The certificates of all projects, as far as they have been looked at. Looks go on while the page is there, a few
 * at a time; what is known from before is shown at once.
 */
export const useInventory = (projects: readonly string[]) => {
  const queryClient = useQueryClient()
  const known = (): Looks => {
    const found = projects.flatMap((project) => {
      const look = queryClient.getQueryData(projectCertificates(queryClient, project).queryKey)
      return look ? [[project, look] as const] : []
    })
    return new Map(found)
  }
  const [looks, setLooks] = useState(known)
  /** Projects that are waited for. */
  const [awaited, setAwaited] = useState<ReadonlySet<string>>(new Set())
  const lifetime = useRef(new AbortController())

  const look = useCallback(
    async (wanted: readonly string[], fresh: boolean) => {
      const { signal } = lifetime.current
      const arrived = new Map<string, ProjectCertificates>()
      const show = () => {
        if (arrived.size === 0 || signal.aborted) return
        const news = new Map(arrived)
        arrived.clear()
        setLooks((before) => new Map([...before, ...news]))
        setAwaited((before) => new Set([...before].filter((project) => !news.has(project))))
      }
      setAwaited((before) => new Set([...before, ...wanted]))
      const timer = setInterval(show, SHOW_EVERY_MS)
      const one = async (project: string) => {
        if (fresh) {
          // What the look is made of may be minutes old as well.
          for (const { queryKey } of [serviceList(project), projectKmsGetCa(project)])
            await queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
        }
        const query = projectCertificates(queryClient, project)
        arrived.set(project, await queryClient.fetchQuery({ ...query, ...(fresh && { staleTime: 0 }) }))
      }
      try {
        await eachAtOnce(wanted, signal, one)
      } catch (error) {
        // Signing out empties the cache, under what is being asked as well.
        if (!(error instanceof CancelledError)) throw error
      } finally {
        clearInterval(timer)
        show()
      }
    },
    [queryClient],
  )

  const key = JSON.stringify(projects)
  useEffect(() => {
    // React may run effects twice while developing: a page that came back lives again.
    lifetime.current = new AbortController()
    void look(JSON.parse(key) as string[], false)
    return () => {
      lifetime.current.abort()
    }
  }, [key, look])

  const shown = useMemo(
    () => projects.flatMap((project) => looks.get(project) ?? []),
    // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for the projects
    [key, looks],
  )
  return {
    looks: shown,
    awaited,
    /** Asks the API again for some projects. */
    refresh: (wanted: readonly string[]) => void look(wanted, true),
  }
}
