import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import type { ExpiryState } from '../../../domain/expiry.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge, type BadgeTone } from '../../../ui/badge.tsx'
import { useCaItem } from './use-ca-item.ts'

const WORDS: Partial<Record<ExpiryState, { readonly text: string; readonly tone: BadgeTone }>> = {
  expired: { text: 'CA expired', tone: 'bad' },
  expiring: { text: 'CA ends soon', tone: 'required' },
  rotation: { text: 'CA rotating', tone: 'busy' },
}

/** Badge in a service's first line, where it moves nothing: the state of the CA, with a link. */
export const CaBadge = ({ project, service }: { project: string; service: Service }) => {
  const item = useCaItem(project, service, new Date())
  const words = item && WORDS[item.state]
  return (
    words && (
      <Link to={paths.caRotation(project)} className="ml-auto underline">
        <Badge tone={words.tone} icon="alert" strong>
          {words.text}
        </Badge>
      </Link>
    )
  )
}
