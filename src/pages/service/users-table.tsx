import type { ReactNode } from 'react'

import type { Service } from '../../api/read.ts'
import type { ServiceUser } from '../../api/schemas.ts'
import { Validity } from '../../features/ca-certificate/certificate-facts.tsx'
import { ExpiryMark } from '../../features/certificates/expiry-state.tsx'
import { serviceUserExpiry } from '../../domain/client-certificates.ts'
import { Button } from '../../ui/button.tsx'
import { formatDay, RelativeTime } from '../../ui/relative-time.tsx'
import {
  StackedBody,
  StackedCell,
  StackedColumnHeader,
  StackedHead,
  StackedRow,
  StackedRowHeader,
  StackedTable,
} from '../../ui/stacked-table.tsx'
import { UserCredentials } from './user-credentials.tsx'
import { hasCertificate } from './user-certificate.ts'
import { known } from '../../lib/known.ts'

/** Types of users in Aiven's API; what it may add later is shown as it comes. */
const TYPES: Record<string, string> = { primary: 'Primary', normal: 'Normal' }

/** How long a Kafka user's certificate is good, whether it has been renewed already, and whether anyone needs it. */
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
  const ends = new Date(user.access_cert_not_valid_after_time ?? NaN)
  const oldEnds = new Date(user.expiring_cert_not_valid_after_time ?? NaN)
  if (Number.isNaN(ends.getTime())) return hasCertificate(user) ? 'Not said' : 'None'
  return (
    <>
      <Validity notAfter={ends} />
      {!Number.isNaN(oldEnds.getTime()) && (
        <span className="block text-xs text-required">
          Renewed: clients with the old one stop on {formatDay(oldEnds)}. Give them the new certificate and key.
        </span>
      )}
    </>
  )
}

interface Column {
  readonly label: string
  /** The label where the table is stacked, for CSS. */
  readonly before: string
  /** Its width where the table is one. */
  readonly width: string
  readonly cell: (user: ServiceUser, service: Service) => ReactNode
}

const TYPE: Column = {
  label: 'Type',
  before: "max-lg:before:content-['Type:_']",
  width: 'lg:w-28',
  cell: ({ type }) => known(TYPES, type ?? '') ?? type ?? 'Not said',
}
const AUTHENTICATION: Column = {
  label: 'Authentication',
  before: "max-lg:before:content-['Authentication:_']",
  width: 'lg:w-52',
  cell: ({ authentication }) => authentication ?? 'Not said',
}
const PASSWORD: Column = {
  label: 'Password set',
  before: "max-lg:before:content-['Password_set:_']",
  width: 'lg:w-56',
  cell: ({ password_updated_time: time }) => (time === undefined ? 'Not said' : <RelativeTime iso={time} withDay />),
}
const CERTIFICATE: Column = {
  label: 'Certificate',
  before: "max-lg:before:content-['Certificate:_']",
  width: 'lg:w-72',
  cell: (user, service) => <CertificateState service={service} user={user} />,
}

/** Columns that say nothing about any user of the service are not there. */
const columnsFor = (users: readonly ServiceUser[]): Column[] => [
  TYPE,
  ...(users.some(({ authentication }) => authentication !== undefined) ? [AUTHENTICATION] : []),
  PASSWORD,
  ...(users.some(hasCertificate) ? [CERTIFICATE] : []),
]

interface UsersTableProps {
  project: string
  service: Service
  /** The users that are to be seen, of all that the service has. */
  shown: readonly ServiceUser[]
  /** Whose credentials are open. */
  opened: string | null
  onOpen: (username: string | undefined) => void
}

/** One row per user; the row of the opened one is followed by its credentials, and only that one costs anything. */
export const UsersTable = ({ project, service, shown, opened, onOpen }: UsersTableProps) => {
  const columns = columnsFor(service.users)
  return (
    <StackedTable label="Service users">
      <StackedHead className="max-lg:sr-only">
        {[{ label: 'User', width: '' }, ...columns, { label: 'Credentials', width: 'lg:w-32' }].map(
          ({ label, width }) => (
            <StackedColumnHeader key={label} className={width}>
              {label}
            </StackedColumnHeader>
          ),
        )}
      </StackedHead>
      <StackedBody>
        {shown.map((user, index) => {
          const { username } = user
          const isOpen = username === opened
          return [
            // Names are unique in a service, but the API is not trusted with React's keys.
            <StackedRow key={`${username}-${String(index)}`}>
              <StackedRowHeader className="font-medium wrap-anywhere">{username}</StackedRowHeader>
              {columns.map(({ label, before, cell }) => (
                <StackedCell key={label} className={`wrap-anywhere max-lg:before:text-muted ${before}`}>
                  {cell(user, service)}
                </StackedCell>
              ))}
              <StackedCell className="print:hidden">
                <Button
                  icon="eye"
                  aria-label={`${isOpen ? 'Close' : 'Open'} credentials of ${username}`}
                  aria-expanded={isOpen}
                  onClick={() => {
                    onOpen(isOpen ? undefined : username)
                  }}
                >
                  {isOpen ? 'Close' : 'Open'}
                </Button>
              </StackedCell>
            </StackedRow>,
            isOpen && (
              <StackedRow key={`${username}-${String(index)}-credentials`} className="bg-canvas">
                <StackedCell colSpan={columns.length + 2}>
                  <UserCredentials project={project} service={service} user={user} />
                </StackedCell>
              </StackedRow>
            ),
          ]
        })}
      </StackedBody>
    </StackedTable>
  )
}
