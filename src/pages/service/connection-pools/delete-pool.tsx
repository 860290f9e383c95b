import { deletePool } from '../../../api/pools.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { DeleteInside, type DeleteProps } from '../delete-inside.tsx'

type DeletePoolProps = ServiceAddress & DeleteProps

/** Deletes a pool; the database behind it stays. */
export const DeletePool = ({ project, service, name, ...dialog }: DeletePoolProps) => (
  <DeleteInside
    kind="pool"
    name={name}
    {...dialog}
    request={deletePool({ project, service }, name)}
    terraform="With Terraform: remove the resource aiven_connection_pool. A pool deleted here is created again by the next apply."
  >
    <p>
      Clients that connect to <bdi>{name}</bdi> can&rsquo;t connect any more. The database behind it and its data stay:
      clients can connect to it directly.
    </p>
  </DeleteInside>
)
