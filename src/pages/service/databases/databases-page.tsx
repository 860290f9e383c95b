import { databaseList, type Database } from '../../../api/databases.ts'
import { useApi } from '../../../api/use-api.ts'
import { speaksMysql } from '../../../domain/catalog.ts'
import { OpenDialog, ResourceList } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { compareNames } from '../../../lib/compare-names.ts'
import { paths } from '../../../lib/paths.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { databaseColumns, type DatabaseRow } from './database-columns.tsx'
import { isolated } from '../../../lib/isolated.ts'

const CreateDatabase = onDemand(async () => (await import('./create-database.tsx')).CreateDatabase)
const DeleteDatabase = onDemand(async () => (await import('./delete-database.tsx')).DeleteDatabase)

const nameOf = ({ name }: DatabaseRow) => name

const DatabaseList = ({ databases, isWhole }: { databases: readonly Database[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const { service_name, service_type, service_uri_params: uri, connection_pools: pools } = service
  const address = { project, service: service_name }
  const list = useListInUrl('database')
  const { params, text, dialog, missing, open, close, done } = list
  const rowOf = (name: string): DatabaseRow => ({
    name,
    pools: pools.filter(({ database }) => database === name).map(({ pool_name }) => pool_name),
    isInUri: uri['dbname'] === name,
  })
  const names = databases.map(({ database_name }) => database_name).toSorted(compareNames)
  const found = names.filter(wordTest(text)).map(rowOf)
  const chosen = params.get('database') ?? ''
  const columns = databaseColumns(paths.service(project, service_name, 'connect'), (database) => {
    open({ do: 'delete-database', database })
  })
  const create = (
    <OpenDialog list={list} dialog="create-database">
      Create database
    </OpenDialog>
  )
  return (
    <>
      <ResourceList
        list={list}
        unit="database"
        placeholder="Name"
        missing={missing('database', (name) => !isWhole || names.includes(name))}
        buttons={create}
        label="Databases"
        columns={columns}
        rows={found}
        total={names.length}
        keyOf={nameOf}
        empty={<EmptyState title="No databases" actions={create} />}
      />
      {dialog === 'create-database' && (
        <CreateDatabase
          {...address}
          names={names}
          hasLocales={!speaksMysql(service_type)}
          onClose={close}
          onDone={(name) => {
            done(`Database ${isolated(name)} created.`)
          }}
        />
      )}
      {dialog === 'delete-database' && chosen !== '' && (
        <DeleteDatabase
          {...address}
          {...rowOf(chosen)}
          isListed={names.includes(chosen)}
          onClose={close}
          onDone={() => {
            done(`Database ${chosen} deleted.`)
          }}
        />
      )}
    </>
  )
}

/** The logical databases of a service. */
export const DatabasesPage = () => {
  const { project, service } = useService()
  const query = databaseList(useApi(), { project, service: service.service_name })
  return (
    <InsidePage title="Databases" what="databases" query={query}>
      {(databases, isWhole) => <DatabaseList databases={databases} isWhole={isWhole} />}
    </InsidePage>
  )
}
