import { Link } from 'react-router'

import { deleteService } from '../../api/service-update.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { WriteDialog } from '../writes/write-dialog.tsx'
import { addressOf, type ActionProps } from './action.ts'
import { contentsOf } from './contents.ts'
import { isolated } from '../../lib/isolated.ts'

/** Number of items that are named; the rest are counted. */
const NAMED = 10

const Names = ({ what, names }: { what: string; names: readonly string[] }) =>
  names.length > 0 && (
    <li>
      {formatCount(names.length, what)}: {names.slice(0, NAMED).join(', ')}
      {names.length > NAMED && ` and ${String(names.length - NAMED)} more`}
    </li>
  )

/** Deletes the service and its data. The user must type its name. */
export const DeleteDialog = ({ project, service, onSend, onDone, onClose }: ActionProps) => {
  const { service_name: name, node_count: nodes, connection_pools: pools } = service
  const { databases, topics, hasUnlistedTopics, feeds, fedBy } = contentsOf(service)
  return (
    <WriteDialog
      title={`Delete service ${isolated(name)}?`}
      confirm="Delete service"
      dangerous
      typedName={name}
      request={deleteService(addressOf({ project, service }))}
      terraform="With Terraform: remove the service’s resource, or run terraform destroy with its -target. A service deleted here is created again, empty, by the next apply."
      refused="The service wasn’t deleted. Nothing has changed."
      doubtful={
        <>
          Unknown whether <bdi>{name}</bdi> was deleted. See{' '}
          <Link to={paths.services(project)} className="underline">
            whether it is still in the list
          </Link>{' '}
          before you try again.
        </>
      }
      onSend={onSend}
      onDone={() => {
        onDone(`Service ${isolated(name)} deleted.`)
      }}
      onClose={onClose}
    >
      <p>
        Deletes the service <bdi>{name}</bdi> of project <bdi>{project}</bdi> with all its data. Clients can&rsquo;t
        connect any more. Its backups are deleted 30 days later. This can&rsquo;t be undone.
      </p>
      <p>At least this is lost with it:</p>
      <ul aria-label="Deleted with the service" className="list-disc space-y-1 pl-5">
        {nodes !== undefined && <li>{formatCount(nodes, 'node')}</li>}
        <Names what="database" names={databases} />
        <Names what="connection pool" names={pools.map(({ pool_name }) => pool_name)} />
        <Names what="topic" names={topics} />
        {hasUnlistedTopics && <li>all topics, which the API doesn&rsquo;t list with the service</li>}
        <Names what="service user" names={service.users.map(({ username }) => username)} />
        <Names what="outgoing integration" names={feeds} />
        <Names what="incoming integration" names={fedBy} />
      </ul>
    </WriteDialog>
  )
}
