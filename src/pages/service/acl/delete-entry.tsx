import { deleteEntry, type AclEntry } from '../../../api/acl.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { entryWords } from './acl-words.ts'

interface DeleteEntryProps extends ServiceAddress {
  /** undefined: the list has no entry with that id. */
  entry: AclEntry | undefined
  onDone: () => void
  onClose: () => void
}

/** Deletes an entry: afterwards, what it allowed is denied unless another entry allows it. */
export const DeleteEntry = ({ project, service, entry, onDone, onClose }: DeleteEntryProps) => {
  if (!entry) {
    return (
      <Dialog title="Delete entry" onClose={onClose}>
        <p data-testid="gone">The list has no such entry. It may have been deleted already.</p>
      </Dialog>
    )
  }
  const denies = entry.kind === 'native' && entry.permission_type === 'DENY'
  return (
    <WriteDialog
      title="Delete this entry?"
      confirm="Delete entry"
      dangerous
      request={deleteEntry({ project, service }, entry)}
      terraform="With Terraform: remove the resource aiven_kafka_acl or aiven_kafka_native_acl. What is deleted here is created again by the next apply."
      refused="The entry wasn’t deleted. Nothing has changed."
      doubtful="Unknown whether the entry was deleted. See whether it is still in the list before you try again."
      onDone={onDone}
      onClose={onClose}
    >
      <p className="font-mono">{entryWords(entry)}</p>
      <p>
        {denies
          ? 'What it denies is then allowed wherever another entry allows it.'
          : 'Clients that need it fail at once, unless another entry allows them the same.'}
      </p>
    </WriteDialog>
  )
}
