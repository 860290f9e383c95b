import { useState } from 'react'

import type { Edit } from '../../../api/service-edit.ts'
import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { DifferenceList, settingText } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DraftText, RowActions } from './row-actions.tsx'
import { SearchableTable } from './searchable-table.tsx'
import { Section } from './section.tsx'
import { rowKey, useListDraft, type DraftItem } from './use-list-draft.ts'
import { useOpened } from './use-opened.ts'

const ContactForm = onDemand(async () => (await import('./contact-form.tsx')).ContactForm)

const PATH = ['tech_emails'] as const
const keyOf = (raw: unknown): string => settingText(raw).toLowerCase()
const nameOf = () => 'Contacts'

const columnsFor = (draft: Pick<ReturnType<typeof useListDraft>, 'remove' | 'keep'>): readonly Column<DraftItem>[] => [
  {
    id: 'email',
    header: 'Email address',
    weight: 30,
    cell: ({ raw, state }) => <DraftText state={state}>{settingText(raw)}</DraftText>,
  },
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    weight: 10,
    cell: ({ raw, key, state }) => (
      <RowActions
        name={settingText(raw)}
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

/** The contacts that Aiven emails about the service. */
export const ContactsSection = ({ project, service }: { project: string; service: Service }) => {
  const draft = useListDraft(service, PATH, keyOf)
  const { opened, open, close, button } = useOpened<true>()
  const [saved, setSaved] = useState<Saved>()
  const requestOf = (edits: readonly Edit[]) => editService({ project, service: service.service_name }, service, edits)
  const staying = draft.items.filter(({ state }) => state !== 'removed')
  return (
    <Section
      id="contacts"
      title="Contacts"
      intro="Aiven emails these contacts about maintenance and problems of the service. If there are none, it emails the project’s contacts."
      actions={
        <Button
          ref={button}
          onClick={() => {
            setSaved(undefined)
            open(true)
          }}
        >
          Add contact
        </Button>
      }
    >
      {opened && (
        <ContactForm
          present={staying.map(({ key }) => key)}
          onAdd={(email) => {
            draft.add([{ email }])
            close()
          }}
          onClose={close}
        />
      )}
      {draft.edit && (
        <WritePanel
          label="Changes of the contacts"
          request={requestOf([draft.edit])}
          terraform="With Terraform: tech_emails. Its next apply puts back the contacts of its configuration."
          refused="The contacts weren’t changed."
          doubtful="Unknown whether the contacts were changed. It’s safe to try again."
          onRebase={draft.rebase}
          onDone={(result) => {
            if (draft.edit) setSaved({ message: 'Contacts saved.', edits: [draft.edit], result })
          }}
          onDiscard={draft.discard}
        >
          <DifferenceList label="Contacts to be changed" differences={[draft.edit]} nameOf={nameOf} />
        </WritePanel>
      )}
      <EditOutcome testId="contacts-saved" saved={saved} requestOf={requestOf} nameOf={nameOf} onSaved={setSaved} />
      <SearchableTable<DraftItem>
        label="Contacts"
        searchLabel="Search contacts"
        columns={columnsFor(draft)}
        rows={draft.items}
        keyOf={rowKey}
        textOf={({ key }) => key}
        empty={<EmptyState title="No contacts for this service" />}
      />
    </Section>
  )
}
