import { useMemo } from 'react'

import { EndedCas as Ended } from '../../features/certificates/ended-cas.tsx'
import type { ServiceRow } from './service-rows.ts'

/** Projects in the list whose CA has ended, while services of theirs need it. */
export const EndedCas = ({ rows }: { rows: readonly ServiceRow[] }) => {
  const ended = useMemo(
    () =>
      new Map(
        rows.flatMap(({ project, health }) => {
          const item = health?.items.find(({ kind, state }) => kind === 'ca' && state === 'expired')
          return item ? [[project, item] as const] : []
        }),
      ),
    [rows],
  )
  return <Ended ended={ended} />
}
