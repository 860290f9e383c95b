import { deleteDatabase } from '../../../api/databases.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { DeleteInside, type DeleteProps } from '../delete-inside.tsx'

interface DeleteDatabaseProps extends ServiceAddress, DeleteProps {
  /** Pools that lead to it. */
  pools: readonly string[]
  /** The service URI names it. */
  isInUri: boolean
}

/** Deletes a database with everything in it, and says what breaks with it. The user must type its name. */
export const DeleteDatabase = (props: DeleteDatabaseProps) => {
  const { project, service, name, pools, isInUri, ...dialog } = props
  return (
    <DeleteInside
      kind="database"
      name={name}
      {...dialog}
      request={deleteDatabase({ project, service }, name)}
      terraform="With Terraform: remove the database’s resource. A database deleted here is created again, empty, by the next apply."
    >
      <p>
        Deletes the database <bdi>{name}</bdi> of service <bdi>{service}</bdi> with all its tables and data. This
        can&rsquo;t be undone; a backup holds it only as a part of the whole service.
      </p>
      <ul aria-label="What else breaks" className="list-disc space-y-1 pl-5">
        <li>clients that use it can&rsquo;t connect any more; the API may refuse while some are connected</li>
        {isInUri && (
          <li>
            the service URI names <bdi>{name}</bdi>: clients that use it as it is can’t connect until it names another
            database
          </li>
        )}
        {pools.map((pool) => (
          <li key={pool}>the connection pool {pool} leads to it</li>
        ))}
      </ul>
    </DeleteInside>
  )
}
