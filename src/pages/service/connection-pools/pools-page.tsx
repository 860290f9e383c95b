import type { ConnectionPool } from '../../../api/service.ts'
import { CertificateTrail } from '../../../features/resources/certificate-trail.tsx'
import { ListTools } from '../../../features/resources/list-tools.tsx'
import { NoMatch } from '../../../features/resources/no-match.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { PoweredOff } from '../../../features/service-actions/powered-off.tsx'
import { wordTest } from '../../../lib/word-test.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { poolColumns } from './pool-columns.tsx'
import { PoolDetails } from './pool-details.tsx'
import { PoolUsage } from './pool-usage.tsx'

const CreatePool = onDemand(async () => (await import('./pool-form.tsx')).CreatePool)
const EditPool = onDemand(async () => (await import('./pool-form.tsx')).EditPool)
const DeletePool = onDemand(async () => (await import('./delete-pool.tsx')).DeletePool)

const hay = ({ pool_name, database = '', username = '' }: ConnectionPool): string =>
  `${pool_name} ${database} ${username}`

const PoolList = () => {
  const { project, service } = useService()
  const { service_name, connection_pools: pools } = service
  const { params, text, find, outcome, dialog, missing, open, close, done, clearSearch } = useListInUrl()
  const endpoint = service.components.find(({ component }) => component === 'pgbouncer')
  const opened = params.get('pool')
  const pool = pools.find(({ pool_name }) => pool_name === opened)
  const columns = poolColumns(opened, open)
  const holdsAll = wordTest(text)
  const found = pools.filter((one) => holdsAll(hay(one)))
  const create = (
    <Button
      variant="primary"
      onClick={() => {
        open({ do: 'create-pool' })
      }}
    >
      Create pool
    </Button>
  )
  return (
    <>
      <CertificateTrail project={project} service={service} endpoint={endpoint} search={{ component: 'pgbouncer' }} />
      <PoolUsage service={service} />
      <ListTools
        unit="pool"
        total={pools.length}
        found={found.length}
        search={find}
        placeholder="Name, database, user"
        outcome={outcome}
        missing={missing('pool', () => service.problems.length > 0 || pool !== undefined)}
      >
        {create}
      </ListTools>
      <DataTable
        key={`${project}/${service_name}`}
        label="Connection pools"
        columns={columns}
        rows={found}
        total={pools.length}
        keyOf={({ pool_name }) => pool_name}
        renderDetail={(one) =>
          one.pool_name !== opened ? undefined : endpoint ? (
            <PoolDetails project={project} service={service} endpoint={endpoint} pool={one} />
          ) : (
            <Note testId="no-endpoint">The API lists no endpoint for pools (PgBouncer) right now.</Note>
          )
        }
        empty={
          pools.length === 0 ? (
            <EmptyState title="No connection pools yet" actions={create}>
              A pool lets many clients share few connections to the server.
            </EmptyState>
          ) : (
            <NoMatch unit="pool" text={text} onClear={clearSearch} />
          )
        }
      />
      {dialog === 'create-pool' && (
        <CreatePool
          project={project}
          service={service}
          onClose={close}
          onDone={(name) => {
            done(`Pool ${name} created.`, { pool: name })
          }}
        />
      )}
      {dialog === 'edit-pool' && pool && (
        <EditPool
          key={pool.pool_name}
          project={project}
          service={service}
          pool={pool}
          onClose={close}
          onDone={(name) => {
            done(`Pool ${name} changed.`)
          }}
        />
      )}
      {dialog === 'delete-pool' && opened !== null && (
        <DeletePool
          project={project}
          service={service_name}
          name={opened}
          isListed={pool !== undefined}
          onClose={close}
          onDone={() => {
            done(`Pool ${opened} deleted.`, { pool: '' })
          }}
        />
      )}
    </>
  )
}

/** The connection pools of PostgreSQL: how they share its connections, and how clients connect to each. */
export const PoolsPage = () => {
  const { project, service } = useService()
  useTitle(`Connection pools of ${service.service_name} – ${project}`)
  return (
    <section aria-labelledby="pools" className="space-y-4">
      <h2 id="pools" className="text-base font-semibold">
        Connection pools
      </h2>
      {service.state === 'POWEROFF' ? (
        <PoweredOff>You can’t change pools until it runs again.</PoweredOff>
      ) : (
        <PoolList />
      )}
    </section>
  )
}
