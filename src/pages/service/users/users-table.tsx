import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { Validity } from '../../../features/ca-certificate/certificate-facts.tsx'
import { ExpiryMark } from '../../../features/certificates/expiry-state.tsx'
import { serviceUserExpiry } from '../../../domain/client-certificates.ts'
import { needsAttention } from '../../../domain/expiry.ts'
import { formatDay } from '../../../lib/date-format.ts'
import { Button } from '../../../ui/button.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { UserTools } from './user-tools.tsx'
import { UserCredentials } from './user-credentials.tsx'
import { hasCertificate } from './user-certificate.ts'
import { lookup } from '../../../lib/lookup.ts'
import { ResetAndDownload } from '../../../features/credentials/reset-and-download.tsx'

/** User types in Aiven's API; a new type is shown as sent. */
const TYPES: Record<string, string> = { primary: 'Primary', normal: 'Normal' }

/** A Kafka user's certificate: its end, whether it is renewed, and whether it is needed. */
const CertificateState = ({ service, user }: { service: Service; user: ServiceUser }) => {
  const expiry = serviceUserExpiry(service, user, new Date())
  if (expiry?.state === 'unused') {
    return (
      <>
        <ExpiryMark state="unused" />
        <span className="block text-xs text-muted">No endpoint of this service takes client certificates.</span>
      </>
    )
  }
  if (!expiry?.ends) return hasCertificate(user) ? 'Unknown' : 'None'
  const { state, ends, deadline } = expiry
  return (
    <>
      {/* The same word as on the overview. */}
      {needsAttention(state) && <ExpiryMark state={state} />}
      <span className={needsAttention(state) ? 'block' : ''}>
        <Validity notAfter={ends} />
      </span>
      {state === 'renewed' && deadline && (
        <span className="block text-xs text-required">
          Clients with the old one can’t connect after {formatDay(deadline)}. Deploy the new certificate and key.
        </span>
      )}
      {(state === 'expired' || state === 'expiring') && (
        <div className="mt-1">
          <ResetAndDownload username={user.username} />
        </div>
      )}
    </>
  )
}

type UserColumn = Column<ServiceUser>

const NAME: UserColumn = {
  id: 'name',
  header: 'User',
  weight: 14,
  cell: ({ username }) => <span className="font-medium">{username}</span>,
}
const TYPE: UserColumn = {
  id: 'type',
  header: 'Type',
  weight: 8,
  stacked: 'labelled',
  cell: ({ type }) => lookup(TYPES, type ?? '') ?? type ?? 'Unknown',
}
const AUTHENTICATION: UserColumn = {
  id: 'authentication',
  header: 'Authentication',
  weight: 14,
  stacked: 'labelled',
  cell: ({ authentication }) => authentication ?? 'Unknown',
}
const PASSWORD: UserColumn = {
  id: 'password',
  header: 'Password set',
  weight: 14,
  stacked: 'labelled',
  cell: ({ password_updated_time: time }) => (time === undefined ? 'Unknown' : <RelativeTime iso={time} withDay />),
}
const certificateOf = (service: Service): UserColumn => ({
  id: 'certificate',
  header: 'Certificate',
  weight: 18,
  stacked: 'labelled',
  cell: (user) => <CertificateState service={service} user={user} />,
})

const openColumn = (opened: string | null, onOpen: UsersTableProps['onOpen']): UserColumn => ({
  id: 'credentials',
  header: 'Credentials',
  isActions: true,
  weight: 9,
  cell: ({ username }) => {
    const isOpen = username === opened
    return (
      <Button
        aria-label={`${isOpen ? 'Close' : 'Open'} credentials of ${username}`}
        aria-expanded={isOpen}
        onClick={() => {
          onOpen(isOpen ? undefined : username)
        }}
      >
        {isOpen ? 'Close' : 'Open'}
      </Button>
    )
  },
})

/** Leaves out columns that are empty for every user of the service. */
const columnsFor = (service: Service): UserColumn[] => [
  NAME,
  TYPE,
  ...(service.users.some(({ authentication }) => authentication !== undefined) ? [AUTHENTICATION] : []),
  PASSWORD,
  ...(service.users.some(hasCertificate) ? [certificateOf(service)] : []),
]

const nameOf = ({ username }: ServiceUser): string => username

interface UsersTableProps {
  project: string
  service: Service
  /** The shown users, of all that the service has. */
  shown: readonly ServiceUser[]
  /** Whose credentials are open. */
  opened: string | null
  onOpen: (username: string | undefined) => void
  /** Called to delete the open user. */
  onDelete: () => void
}

/** One row per user; the open one is followed by its credentials, the only part that sends requests. */
export const UsersTable = ({ project, service, shown, opened, onOpen, onDelete }: UsersTableProps) => (
  <DataTable
    label="Service users"
    columns={[...columnsFor(service), openColumn(opened, onOpen)]}
    rows={shown}
    total={service.users.length}
    keyOf={nameOf}
    startAt={opened ?? undefined}
    renderDetail={(user) =>
      user.username === opened ? (
        <>
          <UserCredentials project={project} service={service} user={user} />
          <UserTools project={project} service={service} user={user} onDelete={onDelete} />
        </>
      ) : undefined
    }
  />
)
