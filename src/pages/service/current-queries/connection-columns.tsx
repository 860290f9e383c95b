import type { Connection } from '../../../api/database-queries.ts'
import { formatDuration } from '../../../features/queries/duration.ts'
import { QueryText } from '../../../features/queries/query-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { isolated } from '../../../lib/isolated.ts'

type ConnectionColumn = Column<Connection>

/** A connection's name: its process id, or a cache's own id. */
export const connectionName = ({ pid, id }: Connection): string => (pid === undefined ? (id ?? '?') : String(pid))

const Lines = ({ first, second }: { first: string | undefined; second: string | undefined }) => (
  <>
    {first ?? 'Unknown'}
    {second !== undefined && second !== '' && <span className="block text-xs text-muted">{second}</span>}
  </>
)

const seconds = (value: number | undefined): string => (value === undefined ? 'Unknown' : formatDuration(value * 1000))

const NAME: ConnectionColumn = {
  id: 'pid',
  header: 'PID',
  weight: 8.3,
  sortValue: ({ pid }) => pid,
  cell: (connection) => <span className="font-medium tabular-nums">{connectionName(connection)}</span>,
}
const DURATION: ConnectionColumn = {
  id: 'duration',
  header: 'Duration',
  weight: 12.8,
  stacked: 'labelled',
  sortValue: ({ query_duration: duration }) => duration,
  cell: ({ query_duration: duration }) => seconds(duration),
}
const WAIT: ConnectionColumn = {
  id: 'wait',
  header: 'Wait',
  weight: 12.2,
  stacked: 'labelled',
  sortValue: ({ wait_event_type: type }) => type,
  cell: ({ waiting, wait_event_type: type, wait_event: event }) => (
    <span className={waiting === true ? 'font-medium text-required' : ''}>
      <Lines first={type ?? (waiting === true ? 'Waiting' : 'None')} second={event} />
    </span>
  ),
}
const CLIENT: ConnectionColumn = {
  id: 'client',
  header: 'Client',
  weight: 14,
  stacked: 'labelled',
  sortValue: ({ client_addr: address }) => address,
  cell: ({ client_addr: address, client_port: port = -1, application_name, name = '' }) => (
    <Lines
      first={address}
      second={[isolated(application_name ?? name), port < 0 ? '' : `port ${String(port)}`].filter(Boolean).join(', ')}
    />
  ),
}
const QUERY: ConnectionColumn = {
  id: 'query',
  header: 'Query',
  weight: 25.8,
  stacked: 'line',
  cell: ({ query = '' }) => <QueryText text={query} />,
}

/** Columns for databases: who runs what, and for how long. */
const OF_DATABASES: readonly ConnectionColumn[] = [
  NAME,
  {
    // In one column: the query needs the room.
    id: 'user',
    header: 'User',
    weight: 13,
    stacked: 'labelled',
    sortValue: ({ usename: user, datname: database }) => user && `${user} ${database ?? ''}`,
    cell: ({ usename: user, datname: database, active_database: active }) => (
      <Lines first={user} second={database ?? active} />
    ),
  },
  DURATION,
  {
    id: 'state',
    header: 'State',
    weight: 11.2,
    stacked: 'labelled',
    sortValue: ({ state }) => state,
    cell: ({ state }) => state ?? 'Unknown',
  },
  WAIT,
  CLIENT,
  QUERY,
]

/** Columns for caches, which report neither users nor durations: connections and their last command. */
const OF_STORES: readonly ConnectionColumn[] = [
  {
    ...NAME,
    id: 'id',
    header: 'Connection',
    weight: 10,
    sortValue: ({ id }) => (id === undefined ? undefined : Number(id)),
  },
  {
    id: 'database',
    header: 'Database',
    weight: 8,
    stacked: 'labelled',
    cell: ({ active_database: database }) => database ?? 'Unknown',
  },
  {
    id: 'age',
    header: 'Age',
    weight: 8,
    stacked: 'labelled',
    sortValue: ({ connection_age_seconds: age }) => age,
    cell: ({ connection_age_seconds: age }) => seconds(age),
  },
  {
    id: 'idle',
    header: 'Idle',
    weight: 8,
    stacked: 'labelled',
    sortValue: ({ connection_idle_seconds: idle }) => idle,
    cell: ({ connection_idle_seconds: idle }) => seconds(idle),
  },
  CLIENT,
  { ...QUERY, header: 'Last command', weight: 20 },
]

interface StopProps {
  onCancel: (pid: number) => void
  onTerminate: (pid: number) => void
}

const stopColumn = ({ onCancel, onTerminate }: StopProps): ConnectionColumn => ({
  id: 'stop',
  header: 'Stop',
  isActions: true,
  weight: 14,
  cell: ({ pid }) =>
    pid === undefined ? (
      ''
    ) : (
      <div className="flex flex-col gap-1 *:justify-center stacked:flex-row">
        <Button
          aria-label={`Cancel query ${String(pid)}`}
          onClick={() => {
            onCancel(pid)
          }}
        >
          Cancel
        </Button>
        <Button
          aria-label={`Terminate connection ${String(pid)}`}
          onClick={() => {
            onTerminate(pid)
          }}
        >
          Terminate
        </Button>
      </div>
    ),
})

/** Connections of caches have no process id, so they can't be cancelled. */
export const connectionColumns = (isDatabase: boolean, stop: StopProps): readonly ConnectionColumn[] =>
  isDatabase ? [...OF_DATABASES, stopColumn(stop)] : OF_STORES
