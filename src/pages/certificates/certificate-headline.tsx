import type { CertificateRow } from '../../domain/certificate-row.ts'
import {
  countAttention,
  isIncomplete,
  isUnread,
  type ProjectCertificates,
} from '../../features/certificates/certificate-inventory.ts'
import { formatCount, formatNumber } from '../../lib/format-number.ts'

interface CertificateHeadlineProps {
  shown: readonly CertificateRow[]
  /** Number of certificates before filtering. */
  total: number
  /** What is known of the projects that the view is about. */
  looks: readonly ProjectCertificates[]
  /** Number of all projects. */
  projects: number
}

/** How many certificates need attention: never surer than what could be read. */
export const CertificateHeadline = ({ shown, total, looks, projects }: CertificateHeadlineProps) => {
  const unread = looks.filter(isUnread).length
  if (unread === looks.length) {
    return (
      <>
        <strong data-testid="attention-unknown" className="font-semibold">
          Unknown
        </strong>{' '}
        <span className="text-muted">
          {looks.length === 1 ? 'The project couldn’t be read' : 'No project could be read'}
        </span>
      </>
    )
  }
  const attention = countAttention(shown)
  const incomplete = looks.some(isIncomplete)
  return (
    <>
      <strong data-testid={incomplete ? 'attention-partial' : 'attention-whole'} className="font-semibold">
        {attention > 0
          ? `${formatNumber(attention)} need attention`
          : `Nothing needs attention${incomplete ? ' in what could be read' : ''}`}
      </strong>{' '}
      <span className="text-muted">
        of {formatCount(shown.length, 'certificate')}
        {shown.length < total && ' shown'}
        {incomplete && ' that could be read,'} in {unread > 0 && `${formatNumber(projects - unread)} of `}
        {formatCount(projects, 'project')}
      </span>
    </>
  )
}
