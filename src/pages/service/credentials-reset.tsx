import { useSearchParams } from 'react-router'

import type { Service } from '../../api/service.ts'
import { ResetCredentials } from '../../features/credentials/reset-credentials.tsx'
import { takesClientCertificates } from '../../domain/client-certificates.ts'
import { chooseUser } from './chosen-user.ts'

/** New credentials for the user whose credentials the page hands over. */
export const CredentialsReset = ({ project, service }: { project: string; service: Service }) => {
  const [params] = useSearchParams()
  const { user } = chooseUser(service.users, params.get('user'))
  if (!user) return null
  const { username } = user
  const certificates = takesClientCertificates(service) !== false
  return (
    <section aria-labelledby="credentials" className="rounded-lg border border-border bg-surface p-4">
      <h2 id="credentials" className="mb-1 text-base font-semibold">
        Reset credentials
      </h2>
      <p className="mb-3 max-w-3xl wrap-anywhere text-muted">
        Reset if {username}&rsquo;s credentials leaked{certificates && ' or expired, or if their CA is being retired'}.
        Aiven makes new ones, and the old ones stop working at once.
      </p>
      <ResetCredentials
        key={username}
        user={{ project, service: service.service_name, username }}
        withCertificate={user.access_cert_not_valid_after_time !== undefined}
      />
    </section>
  )
}
