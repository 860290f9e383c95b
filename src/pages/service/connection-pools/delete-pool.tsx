import { deletePool } from '../../../api/pools.ts'
import type { ServiceAddress } from '../../../api/service-update.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { Note } from '../../../ui/notice.tsx'

interface DeletePoolProps extends ServiceAddress {
  name: string
  isListed: boolean
  onDone: () => void
  onClose: () => void
}

/** Deletes a pool; the database behind it stays. */
export const DeletePool = ({ project, service, name, isListed, onDone, onClose }: DeletePoolProps) => (
  <WriteDialog
    title={`Delete pool ${name}?`}
    confirm="Delete pool"
    dangerous
    typedName={name}
    request={deletePool({ project, service }, name)}
    terraform="With Terraform: remove the resource aiven_connection_pool. A pool deleted here is created again by the next apply."
    refused="The pool wasn’t deleted. Nothing has changed."
    doubtful={`Unknown whether ${name} was deleted. See whether it is still in the list before you try again.`}
    onDone={onDone}
    onClose={onClose}
  >
    {!isListed && <Note testId="gone">The list has no pool {name}. It may have been deleted already.</Note>}
    <p>
      Clients that connect to {name} can&rsquo;t connect any more. The database behind it and its data stay: clients can
      connect to it directly.
    </p>
  </WriteDialog>
)
