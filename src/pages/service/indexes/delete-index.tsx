import { deleteIndex } from '../../../api/indexes.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { DeleteInside, type DeleteProps } from '../delete-inside.tsx'

interface DeleteIndexProps extends ServiceAddress, DeleteProps {
  /** Number of documents deleted with it, if known. */
  docs: number | undefined
}

/** Deletes an index with its documents. Its name must be typed. */
export const DeleteIndex = ({ project, service, name, docs, ...dialog }: DeleteIndexProps) => (
  <DeleteInside
    kind="index"
    name={name}
    {...dialog}
    request={deleteIndex({ project, service }, name)}
    terraform="Terraform doesn’t manage indexes."
  >
    <p>
      Deletes the index <bdi>{name}</bdi> of service <bdi>{service}</bdi> with{' '}
      {docs === undefined ? 'all its documents' : `its ${formatCount(docs, 'document')}`}. This can&rsquo;t be undone; a
      backup holds it only as a part of the whole service.
    </p>
    <p>
      Searches that name it fail. A client that still writes to it may create it again, with settings and field types
      that OpenSearch guesses.
    </p>
  </DeleteInside>
)
