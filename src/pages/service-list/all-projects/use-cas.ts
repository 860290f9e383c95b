import { useCallback, useMemo, useState } from 'react'

import { projectCa } from '../../../api/project-ca.ts'
import { useApi } from '../../../api/use-api.ts'
import { useEveryProject } from '../../../features/projects/use-every-project.ts'
import type { CaAnswer } from '../service-rows.ts'

const MINUTE = 60_000

/** CAs change seldom. */
const HOLDS = 60 * MINUTE

/** At most 4 each time: 48 an hour, or 96 tries where the API fails, beside the 200 for the services. */
const afterFiveMinutes = () => 5 * MINUTE

/**
 * Each project's CA, or why it couldn't be read: asked for once the services are there. A few that failed are asked again
 * every five minutes.
 * @param busy services are being read: at first that has precedence, later rounds don't matter
 */
export const useCas = (projects: readonly string[], busy: boolean) => {
  const api = useApi()
  const [enabled, setEnabled] = useState(!busy)
  if (!busy && !enabled) setEnabled(true)
  const query = useCallback((project: string) => ({ ...projectCa(api, project), staleTime: HOLDS }), [api])
  const { answers, failures, refresh } = useEveryProject({
    projects,
    query,
    refreshAfter: afterFiveMinutes,
    validFor: HOLDS,
    enabled,
  })
  const failed = useMemo(() => new Map(failures.map(({ project, error }) => [project, error])), [failures])
  const cas = useMemo(
    (): ReadonlyMap<string, CaAnswer> =>
      new Map(projects.map((project, index) => [project, answers[index] ?? failed.get(project)])),
    [projects, answers, failed],
  )
  return {
    cas,
    /** Asks again for those that failed. */
    retry: () => {
      refresh([...failed.keys()])
    },
  }
}
