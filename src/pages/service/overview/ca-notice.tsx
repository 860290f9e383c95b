import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import { rotationAhead, serviceHealth } from '../../../domain/health.ts'
import { useCa } from '../../../features/ca-certificate/ca-certificate.ts'
import { caSentence } from '../../../features/certificates/ca-words.ts'
import { paths } from '../../../lib/paths.ts'
import { Note, Warning } from '../../../ui/notice.tsx'

/** At the top of a service whose clients need the project's CA: it has ended, ends, or is being replaced. */
export const CaNotice = ({ project, service }: { project: string; service: Service }) => {
  const { certificates } = useCa(project)
  if (!certificates) return null
  const now = new Date()
  const { items } = serviceHealth(service, certificates, rotationAhead(service), now)
  const item = items.find(({ kind, state }) => kind === 'ca' && state !== 'valid')
  const sentence = item && caSentence(item, project, now)
  if (!item || sentence === undefined) return null
  const Notice = item.state === 'expired' ? Warning : Note
  return (
    <Notice testId={`ca-${item.state}`}>
      <p className="wrap-anywhere">
        {sentence}{' '}
        <Link to={paths.caRotation(project)} className="underline">
          CA of {project}
        </Link>
      </p>
    </Notice>
  )
}
