import { Link } from 'react-router'

import type { Component, Service } from '../../api/service.ts'
import { FILE_NAMES } from '../../crypto/files.ts'
import { componentLabel } from '../../domain/connection.ts'
import { endpointVerdict } from '../../domain/verdict.ts'
import { paths } from '../../lib/paths.ts'
import { RequirementMark } from '../evidence/requirement-mark.tsx'

interface CertificateTrailProps {
  project: string
  service: Service
  /** The endpoint for clients of the listed things; undefined if there is none yet. */
  endpoint: Component | undefined
  /** Search parameters that select it on the overview. */
  search: Readonly<Record<string, string>>
}

const LINK = 'text-accent underline'

/** Leads from a page inside a service back to its certificate: which endpoint, which files, whose. */
export const CertificateTrail = ({ project, service, endpoint, search }: CertificateTrailProps) => {
  if (!endpoint) return null
  const { mark, clientCertificate } = endpointVerdict(service, endpoint)
  const to = (page: 'overview' | 'users') => paths.service(project, service.service_name, page)
  const files = clientCertificate ? [FILE_NAMES.ca, FILE_NAMES.certificate, FILE_NAMES.key].join(', ') : FILE_NAMES.ca
  return (
    <p data-testid="certificate-trail" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
      <span>
        Clients connect to{' '}
        <Link to={`${to('overview')}?${new URLSearchParams(search).toString()}`} className={LINK}>
          {componentLabel(endpoint.component)}, {endpoint.host}:{endpoint.port}
        </Link>{' '}
        as a{' '}
        <Link to={to('users')} className={LINK}>
          service user
        </Link>
        . {files}:
      </span>
      <RequirementMark mark={mark} />
    </p>
  )
}
