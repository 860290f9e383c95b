import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import { caSentence } from '../../../features/certificates/ca-words.ts'
import { paths } from '../../../lib/paths.ts'
import { Note, Warning } from '../../../ui/notice.tsx'
import { useCaItem } from './use-ca-item.ts'

/** For a service whose clients need the project's CA: it has expired, expires soon, or is being replaced, and what to do. */
export const CaNotice = ({ project, service }: { project: string; service: Service }) => {
  const now = new Date()
  const item = useCaItem(project, service, now)
  const sentence = item && caSentence(item, project, now)
  if (!item || sentence === undefined) return null
  const Notice = item.state === 'expired' ? Warning : Note
  return (
    <Notice testId={`ca-${item.state}`}>
      <p className="wrap-anywhere">
        {sentence}{' '}
        <Link to={paths.caRotation(project)} className="underline">
          CA of <bdi>{project}</bdi>
        </Link>
      </p>
    </Notice>
  )
}
