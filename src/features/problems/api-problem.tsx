import { useMemo, useState } from 'react'

import { ApiError, errorDetails } from '../../api/errors.ts'
import { UnusableFileError } from '../../crypto/unusable-file.ts'
import { Button } from '../../ui/button.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Problem } from '../../ui/notice.tsx'
import { formatTime } from '../../ui/relative-time.tsx'
import { known } from '../../lib/known.ts'
import { sentence } from '../../lib/sentence.ts'

/** What a token must be allowed to do, by operation: the scopes of Aiven's OpenAPI document. The rest reads projects. */
const RIGHTS: Record<string, string> = {
  ServiceList: 'services:read',
  ServiceGet: 'services:read',
  ServiceMetricsFetch: 'service:metrics:read',
  ProjectGetServiceLogs: 'service:logs:read',
  ServiceUserGet: 'services:read, and service:secrets:read for what is secret',
  ServiceUpdate: 'services:write',
  ServiceDelete: 'services:write',
  ServiceUserCredentialsModify: 'services:write',
  ServiceUserCredentialsReset: 'services:write',
  ProjectGetEventLogs: 'project:event_logs:read',
  ServiceBackupsGet: 'services:read',
  ServiceDatabaseList: 'services:read',
  ServiceDatabaseCreate: 'services:write',
  ServiceDatabaseDelete: 'services:write',
  ServicePGBouncerCreate: 'services:write',
  ServicePGBouncerUpdate: 'services:write',
  ServicePGBouncerDelete: 'services:write',
  ServiceKafkaTopicList: 'services:read',
  ServiceKafkaTopicGet: 'services:read',
  ServiceKafkaTopicCreate: 'services:write',
  ServiceKafkaTopicUpdate: 'services:write',
  ServiceKafkaTopicDelete: 'services:write',
  ServiceKafkaAclAdd: 'services:write',
  ServiceKafkaAclDelete: 'services:write',
  ServiceKafkaNativeAclList: 'services:read',
  ServiceKafkaNativeAclAdd: 'services:write',
  ServiceKafkaNativeAclDelete: 'services:write',
  ProjectServiceTagsUpdate: 'services:write',
  ServiceMaintenanceStart: 'services:write',
  ServiceUserCreate: 'services:write',
  ServiceUserDelete: 'services:write',
}

/** What plans differ in: refused with 403 as well, however much the token may do. */
const BY_PLAN: ReadonlySet<string> = new Set([
  'ServiceDatabaseCreate',
  'ServicePGBouncerCreate',
  'ServicePGBouncerUpdate',
  'ServicePGBouncerDelete',
])

/** What to do next, by the API's `error_code`. */
const CODE_ADVICE: Readonly<Record<string, string>> = {
  pg_pool_too_big: 'Choose a smaller size, or make another pool smaller first.',
  pg_pool_already_exists: 'Choose another name, or edit the pool of that name.',
  pg_pool_not_found: 'It may have been deleted meanwhile.',
  database_already_exists: 'Choose another name.',
  database_not_found: 'It may have been deleted meanwhile.',
  kafka_topic_already_exists: 'Choose another name.',
  kafka_topic_not_found: 'It may have been deleted meanwhile, or not be there yet.',
  kafka_topic_invalid_config: 'Change the value that the API names.',
  not_powered: 'Power the service on first.',
}

/** What to do next, by what went wrong. */
const ADVICE: Record<number, string> = {
  404: 'It may have been deleted, or not be there yet.',
  429: 'Wait a moment, then retry.',
}

const advice = ({ kind, status = 0, operation, code = '' }: ApiError): string => {
  const byCode = known(CODE_ADVICE, code)
  if (byCode !== undefined) return byCode
  if (kind === 'network') return 'Check your network, then retry.'
  if (kind === 'contract') {
    return 'A proxy or a sign-in page may stand between you and the API. Retry, or check the address.'
  }
  if (status === 403) {
    const right = `Your token lacks a right: ${RIGHTS[operation] ?? 'projects:read'}. An administrator of the project can give it to you.`
    return BY_PLAN.has(operation) ? `Either the service's plan doesn't include this, or: ${right}` : right
  }
  const general = status >= 500 ? 'The API has a problem of its own. Retry in a moment.' : 'Retry, or reload the page.'
  return ADVICE[status] ?? general
}

const reason = (error: Error): string => {
  if (error instanceof UnusableFileError)
    return `${error.message} Retry; if it stays so, ask whoever gave you the token, or Aiven support.`
  if (!(error instanceof ApiError)) return 'A part of this page failed. Reload it, then try again.'
  const said =
    error.kind === 'http' ? `The API said: ${sentence(error.message)} (status ${String(error.status)})` : error.message
  return `${said} ${advice(error)}`
}

/** What went wrong, as an id: `http-403`, `network`, `contract`, or the file's fault. */
const problemId = (error: Error): string => {
  if (error instanceof UnusableFileError) return error.fault
  if (!(error instanceof ApiError)) return 'defect'
  return error.status === undefined || error.kind !== 'http' ? error.kind : `http-${String(error.status)}`
}

interface ApiProblemProps {
  error: Error
  /** What was being done: "The services could not be loaded." */
  what: string
  /** It is being tried again. */
  busy: boolean
  onRetry: () => void
}

/** A failed request, at the place that it concerns: what happened, what to do, Retry, details for support. */
export const ApiProblem = ({ error, what, busy, onRetry }: ApiProblemProps) => {
  const [byHand, setByHand] = useState<{ error: Error; text: string }>()
  // A new time makes a failure that repeats itself heard, and seen.
  const at = useMemo(() => (error instanceof ApiError ? error.time : new Date()), [error])
  return (
    <Problem
      testId={problemId(error)}
      actions={
        <>
          <Button busy={busy} onClick={onRetry}>
            {busy ? 'Retrying' : 'Retry'}
          </Button>
          {error instanceof ApiError && (
            <CopyButton
              label="Copy details"
              what="details"
              text={errorDetails(error)}
              onRefused={(text) => {
                setByHand({ error, text })
              }}
            />
          )}
        </>
      }
    >
      <p className="font-medium">{what}</p>
      <p>{reason(error)}</p>
      <p className="text-xs">Last tried at {formatTime(at)}.</p>
      {byHand?.error === error && <CodeRegion label="Details of the error" text={byHand.text} selected={1} />}
    </Problem>
  )
}
