import { indexList, namesOneIndex, type SearchIndex } from '../../../api/indexes.ts'
import { useApi } from '../../../api/use-api.ts'
import { ResourceList } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { formatSort, parseSort, sortRows } from '../../../ui/table/column.ts'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { indexColumns } from './index-columns.tsx'

const DeleteIndex = onDemand(async () => (await import('./delete-index.tsx')).DeleteIndex)

const USUAL_SORT = 'name'

const nameOf = ({ index_name }: SearchIndex) => index_name

const IndexList = ({ indexes, isWhole }: { indexes: readonly SearchIndex[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const list = useListInUrl('index')
  const { params, text, dialog, missing, write, open, close, done } = list
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
      <ResourceList
        list={list}
        unit="index"
        units="indexes"
        placeholder="Name"
        missing={missing('index', () => !isWhole || held !== undefined)}
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
          <EmptyState title="No indexes yet">A client creates an index with the first document it writes.</EmptyState>
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
