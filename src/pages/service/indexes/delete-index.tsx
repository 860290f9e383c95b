import { deleteIndex } from '../../../api/indexes.ts'
import type { ServiceAddress } from '../../../api/service-update.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { Note } from '../../../ui/notice.tsx'
import { formatCount } from '../../../ui/relative-time.tsx'

interface DeleteIndexProps extends ServiceAddress {
  name: string
  isListed: boolean
  /** How many documents go with it, where that is known. */
  docs: number | undefined
  onDone: () => void
  onClose: () => void
}

/** Deletes an index with its documents. Its name must be typed. */
export const DeleteIndex = ({ project, service, name, isListed, docs, onDone, onClose }: DeleteIndexProps) => (
  <WriteDialog
    title={`Delete index ${name}?`}
    confirm="Delete index"
    dangerous
    typedName={name}
    request={deleteIndex({ project, service }, name)}
    terraform="Terraform doesn’t manage indexes."
    refused="The index wasn’t deleted. Nothing has changed."
    doubtful={`Unknown whether ${name} was deleted. See whether it is still in the list before you try again.`}
    onDone={onDone}
    onClose={onClose}
  >
    {!isListed && <Note testId="gone">The list has no index {name}. It may have been deleted already.</Note>}
    <p>
      Deletes the index {name} of service {service} with{' '}
      {docs === undefined ? 'all its documents' : `its ${formatCount(docs, 'document')}`}. This can&rsquo;t be undone; a
      backup holds it only as a part of the whole service.
    </p>
    <p>
      Searches that name it fail. A client that still writes to it may create it again, with settings and field types
      that OpenSearch guesses.
    </p>
  </WriteDialog>
)
