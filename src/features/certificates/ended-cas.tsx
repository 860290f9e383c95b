import { Link } from 'react-router'

import type { HealthItem } from '../../domain/health.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Warning } from '../../ui/notice.tsx'
import { caSentence } from './ca-words.ts'

/** Number of projects that are named one by one. */
const MAX_SHOWN = 3

interface EndedCasProps {
  ended: ReadonlyMap<string, HealthItem>
  /** Link to the details of a project's CA. */
  pathOf?: (project: string) => string
}

/** Projects whose CA has expired while services need it: the most prominent message. */
export const EndedCas = ({ ended, pathOf = paths.caRotation }: EndedCasProps) => {
  if (ended.size === 0) return null
  const now = new Date()
  return (
    <Warning testId="ca-ended">
      {[...ended].slice(0, MAX_SHOWN).map(([project, item]) => (
        <p key={project} className="wrap-anywhere">
          {caSentence(item, project, now)}{' '}
          <Link to={pathOf(project)} className="underline">
            CA of <bdi>{project}</bdi>
          </Link>
        </p>
      ))}
      {ended.size > MAX_SHOWN && (
        <p>
          <Link to={paths.certificates({ kind: 'ca', state: 'expired' })} className="underline">
            {formatCount(ended.size - MAX_SHOWN, 'more project')}
          </Link>
        </p>
      )}
    </Warning>
  )
}
