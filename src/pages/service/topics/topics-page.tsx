import { useCallback, useDeferredValue, useMemo } from 'react'

import { topicList, type Topic } from '../../../api/topics.ts'
import { useApi } from '../../../api/use-api.ts'
import { OpenDialog, ResourceList } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { formatSort, parseSort, sortRows } from '../../../ui/table/column.ts'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { tagText, TOPIC_COLUMNS } from './topic-columns.tsx'
import { TopicDetails } from './topic-details.tsx'
import { isolated } from '../../../lib/isolated.ts'

const CreateTopic = onDemand(async () => (await import('./create-topic.tsx')).CreateTopic)
const DeleteTopic = onDemand(async () => (await import('./delete-topic.tsx')).DeleteTopic)
const EditTopic = onDemand(async () => (await import('./edit-topic.tsx')).EditTopic)

const USUAL_SORT = 'name'

const haystack = ({ topic_name, topic_description = '', cleanup_policy = '', state = '', tags }: Topic): string =>
  [topic_name, topic_description, cleanup_policy, state, ...tags.map(tagText)].join('\n')

const nameOf = ({ topic_name }: Topic): string => topic_name

/** The topics that match every word, sorted by a column. */
const useFound = (topics: readonly Topic[], text: string, order: string | null) => {
  const hay = useMemo(() => new Map(topics.map((topic) => [topic, haystack(topic)])), [topics])
  return useMemo(() => {
    const holdsAll = wordTest(text)
    const found = topics.filter((topic) => holdsAll(hay.get(topic) ?? ''))
    return sortRows(found, TOPIC_COLUMNS, parseSort(order, USUAL_SORT))
  }, [topics, hay, text, order])
}

const TopicList = ({ topics, isWhole }: { topics: readonly Topic[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const address = { project, service: service.service_name }
  const list = useListInUrl()
  const { params, text, dialog, missing, write, close, done } = list
  const filter = useDeferredValue(text)
  const order = params.get('sort')
  const found = useFound(topics, filter, order)
  const opened = params.get('topic')
  // Process thousands of rows again only when the open topic changes.
  const renderDetail = useCallback(
    (row: Topic) =>
      row.topic_name === opened ? <TopicDetails project={project} service={service} topic={row} /> : undefined,
    [opened, project, service],
  )
  const topic = topics.find((one) => one.topic_name === opened)
  const create = (
    <OpenDialog list={list} dialog="create-topic">
      Create topic
    </OpenDialog>
  )
  return (
    <>
      <ResourceList
        key={`${project}/${service.service_name}`}
        list={list}
        unit="topic"
        text={filter}
        placeholder="Name, tag, cleanup policy"
        missing={missing('topic', () => !isWhole || topic !== undefined)}
        buttons={create}
        label="Topics"
        columns={TOPIC_COLUMNS}
        rows={found}
        total={topics.length}
        keyOf={nameOf}
        startAt={opened ?? undefined}
        sort={parseSort(order, USUAL_SORT)}
        onSort={(sort) => {
          write({ sort: formatSort(sort, USUAL_SORT) })
        }}
        renderDetail={renderDetail}
        empty={
          <EmptyState title="No topics yet" actions={create}>
            Producers write messages to topics; consumers read them.
          </EmptyState>
        }
      />
      {dialog === 'create-topic' && (
        <CreateTopic
          {...address}
          topics={topics}
          nodes={service.node_count}
          onClose={close}
          onDone={(name) => {
            done(`Topic ${isolated(name)} created. Aiven is setting it up.`, { topic: name })
          }}
        />
      )}
      {dialog === 'edit-topic' && opened !== null && (
        <EditTopic
          {...address}
          name={opened}
          nodes={service.node_count}
          onClose={close}
          onDone={() => {
            done(`Topic ${opened} changed. Aiven is setting it up.`)
          }}
        />
      )}
      {dialog === 'delete-topic' && opened !== null && (
        <DeleteTopic
          {...address}
          name={opened}
          isListed={topic !== undefined}
          onClose={close}
          onDone={() => {
            done(`Topic ${opened} deleted.`, { topic: '' })
          }}
        />
      )}
    </>
  )
}

/** The topics of a Kafka service; the open one shows its partitions and consumer groups. */
export const TopicsPage = () => {
  const { project, service } = useService()
  const query = topicList(useApi(), { project, service: service.service_name })
  return (
    <InsidePage title="Topics" what="topics" query={query}>
      {(topics, isWhole) => <TopicList topics={topics} isWhole={isWhole} />}
    </InsidePage>
  )
}
