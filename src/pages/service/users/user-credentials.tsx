import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { hasPage } from '../../../domain/catalog.ts'
import { paths } from '../../../lib/paths.ts'
import { ClientCredentialRows } from '../connection/client-credential-rows.tsx'
import { WhyButton } from '../../../features/evidence/evidence.tsx'
import { useReset } from '../../../features/credentials/use-reset.ts'
import { takesClientCertificates } from '../../../domain/client-certificates.ts'
import { endpointVerdict, serviceVerdict } from '../../../domain/verdict.ts'
import { RequirementMark } from '../../../features/evidence/requirement-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { FactRow, FactTable } from '../../../ui/fact-table.tsx'
import { PasswordRow } from '../connection/login-rows.tsx'
import { usePassword } from '../../../features/credentials/use-password.ts'
import { hasCertificate } from './user-certificate.ts'

interface UserCredentialsProps {
  project: string
  service: Service
  user: ServiceUser
}

/** What any of the service's endpoints requires of clients that log in with a certificate. */
const certificateVerdict = (service: Service) => {
  const verdicts = service.components.map((endpoint) => endpointVerdict(service, endpoint))
  const verdict = serviceVerdict(service)
  return (
    verdicts.find(({ clientCertificate }) => clientCertificate) ?? (verdict.clientCertificate ? verdict : undefined)
  )
}

/** One user's secrets: each fetched on request, and dropped with this component. */
export const UserCredentials = ({ project, service, user }: UserCredentialsProps) => {
  const { service_name } = service
  const password = usePassword(project, service_name, user.username)
  const verdict = certificateVerdict(service)
  const takesCertificates = hasCertificate(user) && takesClientCertificates(service) !== false
  const { open } = useReset()
  const required = serviceVerdict(service)
  return (
    <FactTable label={`Credentials of ${user.username}`}>
      <PasswordRow password={password} />
      {hasCertificate(user) && (
        <ClientCredentialRows
          project={project}
          service={service_name}
          user={user}
          mark={verdict ? 'required' : 'optional'}
          why={verdict && <WhyButton project={project} service={service_name} verdict={verdict} />}
        />
      )}
      <FactRow header="CA certificate" mark={<RequirementMark mark={required.mark} />}>
        <WhyButton project={project} service={service_name} verdict={required} />
      </FactRow>
      {hasPage(service.service_type, 'acl') && (
        <FactRow header="ACL">
          <Link
            to={`${paths.service(project, service_name, 'acl')}?${new URLSearchParams({ user: user.username }).toString()}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            What may <bdi>{user.username}</bdi> do?
          </Link>
        </FactRow>
      )}
      <FactRow
        header="Reset"
        actions={
          <Button
            aria-label={`Reset credentials of ${user.username}`}
            onClick={() => {
              open(user.username)
            }}
          >
            Reset credentials
          </Button>
        }
      >
        <p className="max-w-prose wrap-anywhere text-muted">
          Reset if the credentials of <bdi>{user.username}</bdi> leaked
          {takesCertificates && ' or expired, or if their CA is being retired'}.
        </p>
      </FactRow>
    </FactTable>
  )
}
