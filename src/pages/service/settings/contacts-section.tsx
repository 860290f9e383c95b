import { useRef, useState } from 'react'
import * as v from 'valibot'

import type { Edit } from '../../../api/service-edit.ts'
import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { DifferenceList, settingText } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DraftText, RowActions } from './row-actions.tsx'
import { SearchableTable } from './searchable-table.tsx'
import { Section } from './section.tsx'
import { useListDraft, type DraftItem } from './use-list-draft.ts'

const PATH = ['tech_emails'] as const
/** As many as the API takes. */
const MOST = 10

const CONTACT_SCHEMA = v.object({
  email: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'Enter an email address, such as ops@example.com.'),
    v.maxLength(254, 'At most 254 characters.'),
  ),
})

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

/** Whom Aiven writes to about the service. */
export const ContactsSection = ({ project, service }: { project: string; service: Service }) => {
  const draft = useListDraft(service, PATH, keyOf)
  const [adding, setAdding] = useState(false)
  const [saved, setSaved] = useState<Saved>()
  const addButton = useRef<HTMLButtonElement>(null)
  const requestOf = (edits: readonly Edit[]) => editService({ project, service: service.service_name }, service, edits)
  const staying = draft.items.filter(({ state }) => state !== 'removed')
  const close = () => {
    setAdding(false)
    addButton.current?.focus()
  }
  return (
    <Section
      id="contacts"
      title="Contacts"
      intro="Aiven writes to these about maintenance and problems of the service. Without any, the project's contacts are told."
      actions={
        <Button
          ref={addButton}
          onClick={() => {
            setSaved(undefined)
            setAdding(true)
          }}
        >
          Add contact
        </Button>
      }
    >
      {adding && (
        <Form
          label="Contact"
          schema={CONTACT_SCHEMA}
          initial={{ email: '' }}
          submitLabel="Add"
          actions={<Button onClick={close}>Cancel</Button>}
          onSubmit={async ({ email }) => {
            if (staying.some(({ key }) => key === email.toLowerCase()))
              return Promise.resolve({ fields: { email: 'This one is in the list already.' } })
            if (staying.length >= MOST)
              return Promise.resolve({ fields: { email: 'The API takes 10 contacts at most.' } })
            draft.add([{ email }])
            close()
            return Promise.resolve(undefined)
          }}
        >
          <TextField name="email" label="Email address" type="email" focused />
        </Form>
      )}
      {draft.edit && (
        <WritePanel
          label="Changes of the contacts"
          request={requestOf([draft.edit])}
          terraform="With Terraform: tech_emails. Its next apply puts back the contacts of its configuration."
          refused="The contacts were not changed."
          doubtful="Unknown whether the contacts were changed. Trying again does no harm."
          onRebase={draft.rebase}
          onDone={(result) => {
            if (draft.edit) setSaved({ said: 'Contacts saved.', edits: [draft.edit], result })
            draft.discard()
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
        keyOf={({ key, state }) => `${key} ${state}`}
        textOf={({ key }) => key}
        empty={<EmptyState title="No contacts of its own" />}
      />
    </Section>
  )
}
