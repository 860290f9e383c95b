import type { Service } from '../../../api/service.ts'
import { deleteUser } from '../../../api/user.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { Note } from '../../../ui/notice.tsx'
import { usesOf } from './user-uses.ts'
import { isolated } from '../../../lib/isolated.ts'

const Uses = ({ what, names }: { what: string; names: readonly string[] }) =>
  names.length > 0 && (
    <li>
      {formatCount(names.length, what)}: {names.slice(0, 10).join(', ')}
      {names.length > 10 && ` and ${String(names.length - 10)} more`}
    </li>
  )

interface DeleteUserProps {
  project: string
  service: Service
  username: string
  onDone: () => void
  onClose: () => void
}

/** Deletes a service user, after showing what uses it. */
export const DeleteUser = ({ project, service, username, onDone, onClose }: DeleteUserProps) => {
  const { service_name, users } = service
  const { acl, pools } = usesOf(service, username)
  return (
    <WriteDialog
      title={`Delete user ${isolated(username)}?`}
      confirm="Delete user"
      dangerous
      request={deleteUser({ project, service: service_name, username })}
      terraform="With Terraform: remove the user’s resource. A user deleted here is created again, with new credentials, by the next apply."
      refused="The user wasn’t deleted. Nothing has changed."
      doubtful={`Unknown whether ${isolated(username)} was deleted. See whether it is still in the list before you try again.`}
      onDone={onDone}
      onClose={onClose}
    >
      {!users.some((user) => user.username === username) && (
        <Note testId="gone">
          The service has no user <bdi>{username}</bdi>. It may have been deleted already.
        </Note>
      )}
      <p>
        Clients that log in as <bdi>{username}</bdi> can&rsquo;t connect any more. This can&rsquo;t be undone.
      </p>
      {acl.length + pools.length === 0 ? (
        <p>No connection pool and no ACL entry of the service names it.</p>
      ) : (
        <>
          <p>These mention it, and stay:</p>
          <ul aria-label="Uses of the user" className="list-disc space-y-1 pl-5">
            <Uses what="connection pool" names={pools} />
            <Uses what="ACL rule" names={acl} />
          </ul>
        </>
      )}
    </WriteDialog>
  )
}
