/** What to do next about an answer that says no: loaded when there is one. */
import type { ApiError } from '../../api/errors.ts'
import { known } from '../../lib/known.ts'

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
  ServiceAlertsList: 'services:read',
  ServiceQueryActivity: 'service:data:write',
  ServiceCancelQuery: 'service:data:write',
  PGServiceQueryStatistics: 'service:data:write',
  MySQLServiceQueryStatistics: 'service:data:write',
  ServiceQueryStatisticsReset: 'service:data:write',
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
  'PGServiceQueryStatistics',
  'MySQLServiceQueryStatistics',
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

/** What to do next, by status. */
const STATUS_ADVICE: Record<number, string> = {
  404: 'It may have been deleted, or not be there yet.',
  429: 'Wait a moment, then retry.',
}

const advice = ({ status = 0, operation, code = '' }: ApiError): string => {
  const byCode = known(CODE_ADVICE, code)
  if (byCode !== undefined) return byCode
  if (status === 403) {
    const right = `Your token lacks a right: ${RIGHTS[operation] ?? 'projects:read'}. An administrator of the project can give it to you.`
    return BY_PLAN.has(operation) ? `Either the service's plan doesn't include this, or: ${right}` : right
  }
  const general = status >= 500 ? 'The API has a problem of its own. Retry in a moment.' : 'Retry, or reload the page.'
  return STATUS_ADVICE[status] ?? general
}

export const HttpAdvice = ({ error }: { error: ApiError }) => <> {advice(error)}</>
