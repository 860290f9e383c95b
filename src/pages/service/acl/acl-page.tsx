import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'

import { aclList, type AclEntry } from '../../../api/acl.ts'
import { topicList } from '../../../api/topics.ts'
import { useApi } from '../../../api/use-api.ts'
import { remarksOn } from '../../../domain/acl.ts'
import { OpenDialog, ResourceList } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { isSecretLike, linkable } from '../../../features/search/secret-like.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { formatSort, parseSort, sortRows } from '../../../ui/table/column.ts'
import { InsidePage } from '../inside-page.tsx'
import { useService } from '../use-service.ts'
import { aclColumns, keyOfEntry, type AclRow } from './acl-columns.tsx'
import { ACTIONS, entryWords } from './acl-words.ts'
import { AccessPanel } from './access-panel.tsx'

const AddAivenEntry = onDemand(async () => (await import('./add-entry.tsx')).AddAivenEntry)
const AddNativeEntry = onDemand(async () => (await import('./add-entry.tsx')).AddNativeEntry)
const DeleteEntry = onDemand(async () => (await import('./delete-entry.tsx')).DeleteEntry)

const NONE: readonly string[] = []
const USUAL_SORT = 'who'

/** Entries with their notable properties; compared with topics once those are loaded. */
const useRows = (entries: readonly AclEntry[]) => {
  const { project, service } = useService()
  const { data } = useQuery(topicList(useApi(), { project, service: service.service_name }))
  return useMemo(() => {
    const users = service.users.map(({ username }) => username)
    const topics = data?.items.map(({ topic_name }) => topic_name)
    const rows = entries.map((entry): AclRow => ({ entry, remarks: remarksOn(entry, { users, topics }) }))
    return { users, topics: topics ?? NONE, rows }
  }, [entries, service.users, data])
}

const hay = ({ entry, remarks }: AclRow): string => `${entryWords(entry)} ${entry.kind} ${remarks.join(' ')}`

/** The field for a name, in the URL as `topic`. */
const useNameInUrl = (inUrl: string, write: (entries: Record<string, string>) => void) => {
  const [typed, setTyped] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // After leaving the page, its URL must not change.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  const settle = (name: string) => {
    clearTimeout(timer.current)
    write({ topic: linkable(name.trim()) })
    setTyped(isSecretLike(name) ? name : undefined)
  }
  return {
    name: typed ?? inUrl,
    change: (next: string) => {
      setTyped(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        settle(next)
      }, 400)
    },
    blur: () => {
      if (typed !== undefined) settle(typed)
    },
  }
}

const AclList = ({ entries, isWhole }: { entries: readonly AclEntry[]; isWhole: boolean }) => {
  const { project, service } = useService()
  const address = { project, service: service.service_name }
  const list = useListInUrl('entry')
  const { params, text, dialog, missing, write, open, close, done } = list
  const { users, topics, rows } = useRows(entries)
  const question = {
    user: params.get('user') ?? '',
    action: ACTIONS.find(({ value }) => value === params.get('may'))?.value ?? ('read' as const),
  }
  const field = useNameInUrl(params.get('topic') ?? '', write)
  const columns = aclColumns((entry) => {
    open({ do: 'delete-entry', entry: keyOfEntry(entry) })
  })
  const order = parseSort(params.get('sort'), USUAL_SORT)
  const holdsAll = wordTest(text)
  const found = sortRows(
    rows.filter((row) => holdsAll(hay(row))),
    columns,
    order,
  )
  const deleting = entries.find((entry) => keyOfEntry(entry) === params.get('entry'))
  const added = () => {
    done('Entry added.')
  }
  const adding = { ...address, user: question.user, topic: params.get('topic') ?? '', onClose: close, onDone: added }
  const buttons = (
    <>
      <OpenDialog list={list} dialog="add-entry">
        Add entry
      </OpenDialog>
      <OpenDialog list={list} dialog="add-native-entry" isPrimary={false}>
        Add native entry
      </OpenDialog>
    </>
  )
  return (
    <>
      <AccessPanel
        entries={entries}
        isWhole={isWhole}
        users={users}
        topics={topics}
        question={{ ...question, name: field.name.trim() === '' ? '' : field.name }}
        onName={field.change}
        onBlur={field.blur}
        onAsk={({ user = question.user, action = question.action }) => {
          write({ user, may: action === 'read' ? '' : action })
        }}
      />
      <ResourceList
        list={list}
        unit="entry"
        units="entries"
        placeholder="User, topic, permission"
        missing={missing('entry', () => !isWhole || deleting !== undefined)}
        buttons={buttons}
        note={
          rows.some(({ remarks }) => remarks.includes('everything')) && (
            <Note testId="wide-open">
              An entry grants admin on every topic: anyone with that user’s certificate and key can read, write and
              delete everything. Aiven recommends deleting avnadmin’s entry once you have your own.
            </Note>
          )
        }
        label="ACL"
        columns={columns}
        rows={found}
        total={rows.length}
        keyOf={({ entry }) => keyOfEntry(entry)}
        sort={order}
        onSort={(sort) => {
          write({ sort: formatSort(sort, USUAL_SORT) })
        }}
        empty={<EmptyState title="No entries">Without an entry, nobody can do anything.</EmptyState>}
      />
      {dialog === 'add-entry' && <AddAivenEntry {...adding} />}
      {dialog === 'add-native-entry' && <AddNativeEntry {...adding} />}
      {dialog === 'delete-entry' && (
        <DeleteEntry
          {...address}
          entry={deleting}
          onClose={close}
          onDone={() => {
            done('Entry deleted.')
          }}
        />
      )}
    </>
  )
}

/** Who may do what in a Kafka service, and the answer to "may X do Y on Z?". */
export const AclPage = () => {
  const { project, service } = useService()
  const query = aclList(useApi(), { project, service: service.service_name })
  return (
    <InsidePage title="ACL" what="ACL entries" query={query}>
      {(entries, isWhole) => <AclList entries={entries} isWhole={isWhole} />}
    </InsidePage>
  )
}
