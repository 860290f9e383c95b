import { databaseList, type Database } from '../../../api/databases.ts'
import { useApi } from '../../../api/use-api.ts'
import { speaksMysql } from '../../../domain/catalog.ts'
import { ListTools } from '../../../features/resources/list-tools.tsx'
import { NoMatch } from '../../../features/resources/no-match.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { compareNames } from '../../../lib/compare-names.ts'
import { paths } from '../../../lib/paths.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { databaseColumns, type DatabaseRow } from './database-columns.tsx'

const CreateDatabase = onDemand(async () => (await import('./create-database.tsx')).CreateDatabase)
const DeleteDatabase = onDemand(async () => (await import('./delete-database.tsx')).DeleteDatabase)

const nameOf = ({ name }: DatabaseRow) => name

const DatabaseList = ({ databases, isWhole }: { databases: readonly Database[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const { service_name, service_type, service_uri_params: uri, connection_pools: pools } = service
  const address = { project, service: service_name }
  const { params, text, find, outcome, dialog, missing, open, close, done, clearSearch } = useListInUrl('database')
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
    <Button
      variant="primary"
      onClick={() => {
        open({ do: 'create-database' })
      }}
    >
      Create database
    </Button>
  )
  return (
    <>
      <ListTools
        unit="database"
        total={names.length}
        found={found.length}
        search={find}
        placeholder="Name"
        outcome={outcome}
        missing={missing('database', (name) => !isWhole || names.includes(name))}
      >
        {create}
      </ListTools>
      <DataTable
        label="Databases"
        columns={columns}
        rows={found}
        total={names.length}
        keyOf={nameOf}
        empty={
          names.length === 0 ? (
            <EmptyState title="No databases" actions={create} />
          ) : (
            <NoMatch unit="database" text={text} onClear={clearSearch} />
          )
        }
      />
      {dialog === 'create-database' && (
        <CreateDatabase
          {...address}
          names={names}
          hasLocales={!speaksMysql(service_type)}
          onClose={close}
          onDone={(name) => {
            done(`Database ${name} created.`)
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
