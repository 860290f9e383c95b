import type { Service } from '../../../api/service.ts'
import type { Component } from '../../../api/service.ts'
import { CaCertificateRow } from './ca-certificate-row.tsx'
import { WhyButton } from '../../../features/evidence/evidence.tsx'
import { ClientCredentialRows } from './client-credential-rows.tsx'
import { connectionFacts } from '../../../snippets/facts.ts'
import { databaseName, sslMode, uriScheme, usesServiceUser, type Address } from '../../../domain/connection.ts'
import { mainComponent } from '../../../domain/endpoint.ts'
import { endpointVerdict, serviceVerdict } from '../../../domain/verdict.ts'
import { paths } from '../../../lib/paths.ts'
import { FactRow, FactTable } from '../../../ui/fact-table.tsx'
import { Warning } from '../../../ui/notice.tsx'
import { SkipLinkHere } from '../../../ui/skip-link.tsx'
import { PasswordRow } from './login-rows.tsx'
import { ServiceUriRow } from './service-uri-row.tsx'
import { LiveCertificate, useObservedVerdict } from './observed.tsx'
import type { ChosenUser } from './chosen-user.ts'
import { ConnectionSettings } from './connection-settings.tsx'
import { UserRow } from './user-row.tsx'
import { usePassword } from '../../../features/credentials/use-password.ts'
import { ValueRow } from './value-row.tsx'

interface ConnectionTableProps {
  project: string
  service: Service
  endpoint: Component | undefined
  user: ChosenUser
  /** Where there is a choice of users. */
  onUser?: (username: string) => void
  /** Of the endpoint for pools: which one; else the first. */
  pool?: string
}

const connectionLimit = ({ metadata }: Service): string | undefined => {
  const limit = metadata['max_connections']
  return typeof limit === 'number' || typeof limit === 'string' ? String(limit) : undefined
}

const addressOf = (
  service: Service,
  endpoint: Component,
  username: string | undefined,
  pool: string | undefined,
): Address => {
  const params = service.service_uri_params
  const [first] = service.connection_pools
  const database = endpoint.component === 'pgbouncer' ? (pool ?? first?.pool_name) : params['dbname']
  return { endpoint, username, database, params }
}

/** It has no endpoint yet, and will have. */
const isBeingBuilt = ({ state, problems }: Service): boolean => state === 'REBUILDING' && problems.length === 0

/** A preview of the address: host and port are unknown until the API names them. */
const PreviewRow = ({ component }: { component: string }) => {
  const scheme = uriScheme(component)
  return (
    <FactRow header="Service URI">
      <p data-testid="preview">
        <code>{scheme === undefined ? 'HOST:PORT' : `${scheme}://USER:PASSWORD@HOST:PORT`}</code>{' '}
        <span className="text-xs text-muted">A preview: host and port aren’t known yet.</span>
      </p>
    </FactRow>
  )
}

/** Everything that a client needs for one endpoint: its certificates first, below the user whose they are. */
export const ConnectionTable = ({ project, service, endpoint, user, onUser, pool }: ConnectionTableProps) => {
  const expected = endpoint ? endpointVerdict(service, endpoint) : serviceVerdict(service)
  const verdict = useObservedVerdict(project, endpoint, expected)
  // While the service is being built, show what is known as a preview.
  const component = endpoint?.component ?? (isBeingBuilt(service) ? mainComponent(service.service_type) : undefined)
  const withUser = component === undefined ? verdict.clientCertificate : usesServiceUser(component)
  const login = withUser ? user.user : undefined
  const password = usePassword(project, service.service_name, login?.username ?? '')
  const address = endpoint && addressOf(service, endpoint, login?.username, pool)
  const database = address && databaseName(address)
  const mode = address && sslMode(address)
  // A pool has a limit of its own, which isn't the server's.
  const limit = endpoint?.component === 'pgbouncer' || database === undefined ? undefined : connectionLimit(service)
  const caRow = <CaCertificateRow project={project} service={service.service_name} verdict={verdict} />
  const userRow = withUser && (endpoint || login) && <UserRow users={service.users} chosen={user} onUser={onUser} />
  const certificates =
    verdict.clientCertificate && login ? (
      <ClientCredentialRows
        project={project}
        service={service.service_name}
        user={login}
        facts={
          endpoint &&
          connectionFacts({
            project,
            service: service.service_name,
            endpoint,
            settings: service.user_config,
            trust: 'project-ca',
            user: login.username,
            database: undefined,
            directory: '',
            password: undefined,
          })
        }
        why={<WhyButton project={project} service={service.service_name} verdict={verdict} />}
      >
        {caRow}
      </ClientCredentialRows>
    ) : (
      caRow
    )
  return (
    <>
      {verdict.plaintext && (
        <div className="mb-2">
          <Warning testId="plaintext">TLS is off for this endpoint.</Warning>
        </div>
      )}
      <SkipLinkHere to="certificates">Skip to certificates</SkipLinkHere>
      <div id="certificates" tabIndex={-1} className="outline-none">
        <FactTable label="Connection details">
          {verdict.clientCertificate && userRow}
          {certificates}
          {address && (
            <>
              <ServiceUriRow
                address={verdict.clientCertificate ? { ...address, username: undefined } : address}
                verdict={verdict}
                password={password}
                connectPath={paths.service(project, service.service_name, 'connect')}
              />
              <ValueRow header="Host" value={address.endpoint.host} />
              <ValueRow header="Port" value={String(address.endpoint.port)} />
            </>
          )}
          {!endpoint && component !== undefined && <PreviewRow component={component} />}
          {!verdict.clientCertificate && userRow}
          {login && component !== undefined && !verdict.clientCertificate && <PasswordRow password={password} />}
          {endpoint && !withUser && (
            <FactRow header="User">
              <p className="text-muted">
                Log in with the user and password of the service&rsquo;s monitoring integration.
              </p>
            </FactRow>
          )}
          {database !== undefined && <ValueRow header="Database Name" value={database} />}
          {mode !== undefined && <ValueRow header="SSLmode" value={mode} />}
          {limit !== undefined && <ValueRow header="Connection Limit" value={limit} />}
        </FactTable>
      </div>
      {endpoint && <ConnectionSettings service={service} endpoint={endpoint} user={login} pool={database} />}
      {endpoint && !expected.plaintext && <LiveCertificate project={project} endpoint={endpoint} />}
    </>
  )
}
