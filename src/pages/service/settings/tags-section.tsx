import { useState } from 'react'

import { sameValue, type Edit } from '../../../api/service-edit.ts'
import { editTags } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { DifferenceList } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DraftText, RowActions } from './row-actions.tsx'
import { SearchableTable } from './searchable-table.tsx'
import { Section } from './section.tsx'
import type { DraftItem } from './use-list-draft.ts'
import { useOpened } from './use-opened.ts'

const TagForm = onDemand(async () => (await import('./tag-form.tsx')).TagForm)

type Tags = Readonly<Record<string, string | undefined>>
interface Draft {
  /** The tags as they were when the first change was made. */
  readonly base: Tags
  readonly changed: Tags
}
interface Row {
  readonly key: string
  readonly value: string
  readonly state: DraftItem['state']
}

const editsOf = ({ base, changed }: Draft): readonly Edit[] =>
  Object.entries(changed)
    .map(([key, after]) => ({ path: ['tags', key] as const, before: base[key], after }))
    .filter(({ before, after }) => !sameValue(before, after))

const rowsOf = (tags: Tags, changed: Tags): readonly Row[] =>
  [...new Set([...Object.keys(tags), ...Object.keys(changed)])].flatMap((key): Row[] => {
    const before = tags[key]
    const after = key in changed ? changed[key] : before
    if (after === undefined) return before === undefined ? [] : [{ key, value: before, state: 'removed' }]
    return [{ key, value: after, state: after === before ? 'kept' : 'added' }]
  })

const nameOf = ([, key = '']: readonly string[]): string => key

interface RowHandlers {
  readonly onChange: (key: string, value: string | undefined) => void
  readonly onKeep: (key: string) => void
  readonly onEdit: (row: Row) => void
}

const columnsFor = ({ onChange, onKeep, onEdit }: RowHandlers): readonly Column<Row>[] => [
  {
    id: 'key',
    header: 'Key',
    weight: 14,
    cell: ({ key, state }) => <DraftText state={state}>{key}</DraftText>,
  },
  { id: 'value', header: 'Value', weight: 20, cell: ({ value }) => value },
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    weight: 12,
    cell: (row) => (
      <div className="flex flex-wrap">
        {row.state !== 'removed' && (
          <Button
            variant="quiet"
            aria-label={`Edit tag ${row.key}`}
            onClick={() => {
              onEdit(row)
            }}
          >
            Edit
          </Button>
        )}
        <RowActions
          name={`tag ${row.key}`}
          state={row.state}
          onRemove={() => {
            onChange(row.key, undefined)
          }}
          onKeep={() => {
            onKeep(row.key)
          }}
        />
      </div>
    ),
  },
]

/** Keys and values to find and sort services by, changed as a draft; only those that change are sent. */
export const TagsSection = ({ project, service }: { project: string; service: Service }) => {
  const [draft, setDraft] = useState<Draft>()
  const { opened, open, close, button } = useOpened<Pick<Row, 'key' | 'value'>>()
  const [saved, setSaved] = useState<Saved>()
  const base = draft?.base ?? service.tags
  const edits = draft ? editsOf(draft) : []
  const rows = rowsOf(base, draft?.changed ?? {})
  const requestOf = (of: readonly Edit[]) => editTags({ project, service: service.service_name }, of)
  const change = (key: string, value: string | undefined) => {
    setSaved(undefined)
    setDraft({ base, changed: { ...draft?.changed, [key]: value } })
  }
  const discard = () => {
    setDraft(undefined)
  }
  return (
    <Section
      id="tags"
      title="Tags"
      intro="Keys and values for finding and sorting services."
      actions={
        <Button
          ref={button}
          onClick={() => {
            open({ key: '', value: '' })
          }}
        >
          Add tag
        </Button>
      }
    >
      {opened && (
        <TagForm
          key={opened.key}
          initial={opened}
          onSet={({ key, value }) => {
            change(key, value)
            close()
          }}
          onClose={close}
        />
      )}
      {edits.length > 0 && (
        <WritePanel
          label="Changes of the tags"
          request={requestOf(edits)}
          terraform="With Terraform: tag blocks. Its next apply puts back the tags of its configuration."
          refused="The tags weren’t changed."
          doubtful="Unknown whether the tags were changed. It’s safe to try again."
          onRebase={({ tags }) => {
            setDraft({ base: tags, changed: draft?.changed ?? {} })
          }}
          onDone={(result) => {
            setSaved({ message: 'Tags saved.', edits, result })
          }}
          onDiscard={discard}
        >
          <DifferenceList label="Tags to be changed" differences={edits} nameOf={nameOf} />
        </WritePanel>
      )}
      <EditOutcome testId="tags-saved" saved={saved} requestOf={requestOf} nameOf={nameOf} onSaved={setSaved} />
      <SearchableTable
        label="Tags"
        searchLabel="Search tags"
        columns={columnsFor({
          onChange: change,
          onEdit: open,
          onKeep: (key) => {
            setDraft({
              base,
              changed: Object.fromEntries(Object.entries(draft?.changed ?? {}).filter(([one]) => one !== key)),
            })
          },
        })}
        rows={rows}
        keyOf={({ key }) => key}
        textOf={({ key, value }) => `${key} ${value}`}
        empty={<EmptyState title="No tags yet">Add one, such as env: prod.</EmptyState>}
      />
    </Section>
  )
}
