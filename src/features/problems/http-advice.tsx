/** What to do after the API refused a request. Loaded only then. */
import type { ApiError } from '../../api/errors.ts'
import { OPERATIONS, type Operation } from '../../api/operations.ts'
import { lookup } from '../../lib/lookup.ts'
import { whyForbidden } from './forbidden.ts'

/** What to do next, by the API's `error_code`. */
const CODE_ADVICE: Readonly<Record<string, string>> = {
  pg_pool_too_big: 'Choose a smaller size, or make another pool smaller first.',
  pg_pool_already_exists: 'Choose another name, or edit the pool of that name.',
  pg_pool_not_found: 'It may have been deleted in the meantime.',
  database_already_exists: 'Choose another name.',
  database_not_found: 'It may have been deleted in the meantime.',
  kafka_topic_already_exists: 'Choose another name.',
  kafka_topic_not_found: 'It may have been deleted, or doesn’t exist yet.',
  kafka_topic_invalid_config: 'Change the value that the API names.',
  kafka_topic_not_synchronized: 'Aiven is still working on the topic. Retry in a minute.',
  kafka_partition_reassignment_in_progress: 'Partitions are being moved. Retry once that is done.',
  kafka_topic_reserved: 'Kafka needs this topic itself: it can’t be deleted.',
  kafka_service_unavailable: 'Kafka doesn’t answer. Retry in a minute.',
  service_acl_too_many: 'Delete an entry that nobody needs, then retry.',
  service_acl_not_found: 'It may have been deleted in the meantime.',
  service_maintenance_required: 'Install the pending maintenance first: Settings, Maintenance.',
  index_not_found: 'It may have been deleted in the meantime.',
  opensearch_delete_system_index: 'The system needs this index: it can’t be deleted here.',
  opensearch_too_many_requests: 'OpenSearch is busy. Wait a moment, then retry.',
  opensearch_service_unavailable: 'OpenSearch doesn’t answer. Retry in a minute.',
  not_powered: 'Power the service on first.',
}

/** What to do next, by status. */
const STATUS_ADVICE: Record<number, string> = {
  404: 'It may have been deleted, or doesn’t exist yet.',
  429: 'Wait a moment, then retry.',
}

const byStatus = ({ status = 0 }: ApiError): string => {
  const general = status >= 500 ? 'Something went wrong at the API. Retry in a moment.' : 'Retry, or reload the page.'
  return STATUS_ADVICE[status] ?? general
}

export const HttpAdvice = ({ error }: { error: ApiError }) => {
  // The API's error code is more precise than its status.
  const byCode = lookup(CODE_ADVICE, error.code ?? '')
  if (byCode !== undefined) return <span data-testid={`advice-${String(error.code)}`}> {byCode}</span>
  if (error.status !== 403) return <> {byStatus(error)}</>
  const why = whyForbidden(error, lookup<Operation>(OPERATIONS, error.operation)?.kind === 'write')
  return <span data-testid={`forbidden-by-${why.by}`}> {why.advice}</span>
}
