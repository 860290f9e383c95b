import type { ConnectionPool } from '../../../api/service.ts'
import { CertificateTrail } from '../../../features/resources/certificate-trail.tsx'
import { OpenDialog, ResourceList } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { PoweredOff } from '../../../features/service-actions/powered-off.tsx'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { poolColumns } from './pool-columns.tsx'
import { PoolDetails } from './pool-details.tsx'
import { PoolUsage } from './pool-usage.tsx'
import { isolated } from '../../../lib/isolated.ts'

const CreatePool = onDemand(async () => (await import('./pool-form.tsx')).CreatePool)
const EditPool = onDemand(async () => (await import('./pool-form.tsx')).EditPool)
const DeletePool = onDemand(async () => (await import('./delete-pool.tsx')).DeletePool)

const hay = ({ pool_name, database = '', username = '' }: ConnectionPool): string =>
  `${pool_name} ${database} ${username}`

const PoolList = () => {
  const { project, service } = useService()
  const { service_name, connection_pools: pools } = service
  const list = useListInUrl()
  const { params, text, dialog, missing, open, close, done } = list
  const endpoint = service.components.find(({ component }) => component === 'pgbouncer')
  const opened = params.get('pool')
  const pool = pools.find(({ pool_name }) => pool_name === opened)
  const columns = poolColumns(opened, open)
  const holdsAll = wordTest(text)
  const found = pools.filter((one) => holdsAll(hay(one)))
  const create = (
    <OpenDialog list={list} dialog="create-pool">
      Create pool
    </OpenDialog>
  )
  return (
    <>
      <CertificateTrail project={project} service={service} endpoint={endpoint} search={{ component: 'pgbouncer' }} />
      <PoolUsage service={service} />
      <ResourceList
        key={`${project}/${service_name}`}
        list={list}
        unit="pool"
        placeholder="Name, database, user"
        missing={missing('pool', () => service.problems.length > 0 || pool !== undefined)}
        buttons={create}
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
          <EmptyState title="No connection pools yet" actions={create}>
            A pool lets many clients share few connections to the server.
          </EmptyState>
        }
      />
      {dialog === 'create-pool' && (
        <CreatePool
          project={project}
          service={service}
          onClose={close}
          onDone={(name) => {
            done(`Pool ${isolated(name)} created.`, { pool: name })
          }}
        />
      )}
      {dialog === 'edit-pool' && opened !== null && (
        <EditPool
          key={opened}
          project={project}
          service={service}
          name={opened}
          onClose={close}
          onDone={(name) => {
            done(`Pool ${isolated(name)} changed.`)
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
