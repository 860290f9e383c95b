import { useState } from 'react'

import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { canonical, isOpen, MAX_ADDRESSES, newEntry, readAllowed } from '../../../domain/allowed-addresses.ts'
import { hasHostBits } from '../../../domain/networks.ts'
import { DifferenceList } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note, Problem } from '../../../ui/notice.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { AddAddress } from './add-address.tsx'
import { DraftText, RowActions } from './row-actions.tsx'
import { SearchableTable } from './searchable-table.tsx'
import { Section } from './section.tsx'
import { rowKey, useListDraft, type DraftItem } from './use-list-draft.ts'
import { useOpened } from './use-opened.ts'
import { WhichEntry } from './which-entry.tsx'

const PATH = ['user_config', 'ip_filter'] as const

const entryOf = (raw: unknown) => {
  const [entry] = readAllowed([raw]) ?? []
  if (!entry) throw new Error('A list of one has one entry.')
  return entry
}
const keyOf = (raw: unknown): string => canonical(entryOf(raw))
const nameOf = () => 'Allowed IP addresses'

type Row = DraftItem & { readonly entry: ReturnType<typeof entryOf> }

/** What is odd about an entry; nothing about most. */
const Remark = ({ entry }: Pick<Row, 'entry'>) => {
  if (isOpen(entry)) {
    return (
      <Badge tone="required" icon="alert">
        Open to everyone
      </Badge>
    )
  }
  if (!entry.network) return <span className="text-bad">Not a network</span>
  return hasHostBits(entry.network) && <span className="text-required">Has host bits: {canonical(entry)}</span>
}

const columnsFor = (draft: Pick<ReturnType<typeof useListDraft>, 'remove' | 'keep'>): readonly Column<Row>[] => [
  {
    id: 'network',
    header: 'Network',
    weight: 22,
    cell: ({ entry, state }) => (
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="font-mono">
          <DraftText state={state}>{entry.text}</DraftText>
        </span>
        <Remark entry={entry} />
      </div>
    ),
  },
  { id: 'description', header: 'Description', weight: 20, cell: ({ entry }) => entry.description ?? '' },
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    weight: 8,
    cell: ({ key, entry, state }) => (
      <RowActions
        name={entry.text}
        state={state}
        onRemove={() => {
          draft.remove(key)
        }}
        onKeep={() => {
          draft.keep(key)
        }}
      />
    ),
  },
]

/** Who may connect: the list of allowed addresses, changed as a draft and sent as a whole. */
export const AllowedSection = ({ project, service }: { project: string; service: Service }) => {
  const draft = useListDraft(service, PATH, keyOf)
  const { opened, open, close, button } = useOpened<true>()
  const [saved, setSaved] = useState<Saved>()
  const requestOf = (edits: readonly NonNullable<typeof draft.edit>[]) =>
    editService({ project, service: service.service_name }, service, edits)
  const rows = draft.items.map((item) => ({ ...item, entry: entryOf(item.raw) }))
  const staying = rows.filter(({ state }) => state !== 'removed')
  const isListed = Array.isArray(service.user_config['ip_filter'])
  const isTooMany = staying.length > MAX_ADDRESSES
  return (
    <Section
      id="allowed-addresses"
      title="Allowed IP addresses"
      intro="Only these networks can connect. Credentials are needed as well."
      actions={
        <Button
          ref={button}
          onClick={() => {
            setSaved(undefined)
            open(true)
          }}
        >
          Add address
        </Button>
      }
    >
      {opened && (
        <AddAddress
          present={staying.map(({ key }) => key)}
          onAdd={(typed) => {
            draft.add(typed.map(({ network = '', description }) => newEntry(network, description)))
          }}
          onClose={close}
        />
      )}
      {draft.edit && (
        <WritePanel
          label="Changes of the allowed addresses"
          request={requestOf([draft.edit])}
          question={
            staying.length === 0
              ? {
                  title: 'Remove the last address?',
                  confirm: 'Lock everyone out',
                  text: <p>With an empty list nobody can connect to {service.service_name}, from anywhere.</p>,
                }
              : undefined
          }
          terraform="With Terraform: ip_filter, or ip_filter_object where entries have descriptions. Its next apply puts back the list of its configuration."
          refused="The list wasn’t changed."
          doubtful="Unknown whether the list was changed. Look at it before you try again."
          onRebase={draft.rebase}
          onDone={(result) => {
            if (draft.edit) setSaved({ message: 'Allowed IP addresses saved.', edits: [draft.edit], result })
          }}
          onDiscard={draft.discard}
        >
          <DifferenceList label="To be changed" differences={[draft.edit]} nameOf={nameOf} />
          {!isListed && <p>From then on only the addresses of this list can connect.</p>}
          {staying.some(({ entry }) => isOpen(entry)) && (
            <Note testId="still-open">
              The list still has a network that is open to everyone: the others make no difference.
            </Note>
          )}
          {isTooMany && (
            <Problem testId="too-many">
              {formatNumber(staying.length)} entries: the API takes {formatNumber(MAX_ADDRESSES)} at most.
            </Problem>
          )}
        </WritePanel>
      )}
      <EditOutcome testId="allowed-saved" saved={saved} requestOf={requestOf} nameOf={nameOf} onSaved={setSaved} />
      <SearchableTable
        label="Allowed IP addresses"
        searchLabel="Search addresses"
        columns={columnsFor(draft)}
        rows={rows}
        keyOf={rowKey}
        textOf={({ entry: { text, description = '' } }) => `${text} ${description}`}
        empty={
          isListed ? (
            <EmptyState title="No address is allowed">Nobody can connect. Add the networks of your clients.</EmptyState>
          ) : (
            <EmptyState title="No list">
              The API gives no list for this service. New services are usually open to everyone.
            </EmptyState>
          )
        }
      />
      {!opened && staying.length > 0 && <WhichEntry entries={staying.map(({ entry }) => entry)} />}
    </Section>
  )
}
