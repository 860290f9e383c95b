import { indexList, namesOneIndex, type SearchIndex } from '../../../api/indexes.ts'
import { useApi } from '../../../api/use-api.ts'
import { ListTools } from '../../../features/resources/list-tools.tsx'
import { NoMatch } from '../../../features/resources/no-match.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { formatSort, parseSort, sortRows } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { indexColumns } from './index-columns.tsx'

const DeleteIndex = onDemand(async () => (await import('./delete-index.tsx')).DeleteIndex)

const USUAL_SORT = 'name'

const nameOf = ({ index_name }: SearchIndex) => index_name

const IndexList = ({ indexes, isWhole }: { indexes: readonly SearchIndex[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const { params, text, find, outcome, dialog, missing, write, open, close, done, clearSearch } = useListInUrl('index')
  const columns = indexColumns((index) => {
    open({ do: 'delete-index', index })
  })
  const sort = parseSort(params.get('sort'), USUAL_SORT)
  const holdsAll = wordTest(text)
  const found = sortRows(
    indexes.filter(({ index_name }) => holdsAll(index_name)),
    columns,
    sort,
  )
  const chosen = params.get('index') ?? ''
  const held = indexes.find(({ index_name }) => index_name === chosen)
  return (
    <>
      <ListTools
        unit="index"
        units="indexes"
        total={indexes.length}
        found={found.length}
        search={find}
        placeholder="Name"
        outcome={outcome}
        missing={missing('index', () => !isWhole || held !== undefined)}
      />
      <DataTable
        label="Indexes"
        columns={columns}
        rows={found}
        total={indexes.length}
        keyOf={nameOf}
        sort={sort}
        onSort={(next) => {
          write({ sort: formatSort(next, USUAL_SORT) })
        }}
        empty={
          indexes.length === 0 ? (
            <EmptyState title="No indexes yet">A client creates an index with the first document it writes.</EmptyState>
          ) : (
            <NoMatch unit="index" text={text} onClear={clearSearch} />
          )
        }
      />
      {dialog === 'delete-index' && namesOneIndex(chosen) && (
        <DeleteIndex
          project={project}
          service={service.service_name}
          name={chosen}
          isListed={held !== undefined}
          docs={held?.docs}
          onClose={close}
          onDone={() => {
            done(`Index ${chosen} deleted.`)
          }}
        />
      )}
    </>
  )
}

/** The indexes of an OpenSearch service. */
export const IndexesPage = () => {
  const { project, service } = useService()
  const query = indexList(useApi(), { project, service: service.service_name })
  return (
    <InsidePage title="Indexes" what="indexes" query={query}>
      {(indexes, isWhole) => <IndexList indexes={indexes} isWhole={isWhole} />}
    </InsidePage>
  )
}
