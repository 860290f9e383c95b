/** What to do next about an answer that says no: loaded when there is one. */
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
  not_powered: 'Power the service on first.',
}

/** What to do next, by status. */
const STATUS_ADVICE: Record<number, string> = {
  404: 'It may have been deleted, or doesn’t exist yet.',
  429: 'Wait a moment, then retry.',
}

const advice = ({ status = 0, code = '' }: ApiError): string => {
  const byCode = lookup(CODE_ADVICE, code)
  if (byCode !== undefined) return byCode
  const general = status >= 500 ? 'Something went wrong at the API. Retry in a moment.' : 'Retry, or reload the page.'
  return STATUS_ADVICE[status] ?? general
}

export const HttpAdvice = ({ error }: { error: ApiError }) => {
  if (error.status !== 403) return <> {advice(error)}</>
  const why = whyForbidden(error, lookup<Operation>(OPERATIONS, error.operation)?.kind === 'write')
  return <span data-testid={`forbidden-by-${why.by}`}> {why.advice}</span>
}
