/**
 * Every operation of Aiven's API that the console uses, under its id in Aiven's OpenAPI document. The client builds its
 * requests from this table, and the servers in front of the API forward only these.
 */

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below `/v1`; a parameter in braces is one segment. */
  readonly path: `/${string}`
  /** A `read` changes nothing, whatever its method: it is retried, and allowed where writes aren't. */
  readonly kind: 'read' | 'write'
}

const PROJECT = '/project/{project}'
const SERVICE = `${PROJECT}/service/{service_name}` as const
const USER = `${SERVICE}/user/{service_username}` as const
const TOPIC = `${SERVICE}/topic/{topic_name}` as const

export const OPERATIONS = {
  UserInfo: { method: 'GET', path: '/me', kind: 'read' },
  UserLogout: { method: 'POST', path: '/me/logout', kind: 'write' },
  ListServiceVersions: { method: 'GET', path: '/service_versions', kind: 'read' },

  ProjectList: { method: 'GET', path: '/project', kind: 'read' },
  ProjectKmsGetCA: { method: 'GET', path: `${PROJECT}/kms/ca`, kind: 'read' },
  ProjectGetEventLogs: { method: 'GET', path: `${PROJECT}/events`, kind: 'read' },
  ProjectAlertsList: { method: 'GET', path: `${PROJECT}/alerts`, kind: 'read' },
  ListProjectClouds: { method: 'GET', path: `${PROJECT}/clouds`, kind: 'read' },
  VpcList: { method: 'GET', path: `${PROJECT}/vpcs`, kind: 'read' },
  ListProjectServiceTypes: { method: 'GET', path: `${PROJECT}/service_types`, kind: 'read' },
  ProjectServicePlanList: { method: 'GET', path: `${PROJECT}/service-types/{service_type}/plans`, kind: 'read' },
  ProjectServicePlanSpecsGet: {
    method: 'GET',
    path: `${PROJECT}/service-types/{service_type}/plans/{service_plan}`,
    kind: 'read',
  },
  ProjectServicePlanPriceGet: {
    method: 'GET',
    path: `${PROJECT}/pricing/service-types/{service_type}/plans/{service_plan}/clouds/{cloud}`,
    kind: 'read',
  },

  ServiceList: { method: 'GET', path: `${PROJECT}/service`, kind: 'read' },
  ServiceCreate: { method: 'POST', path: `${PROJECT}/service`, kind: 'write' },
  ServiceGet: { method: 'GET', path: SERVICE, kind: 'read' },
  ServiceUpdate: { method: 'PUT', path: SERVICE, kind: 'write' },
  ServiceDelete: { method: 'DELETE', path: SERVICE, kind: 'write' },
  ProjectServiceTagsUpdate: { method: 'PATCH', path: `${SERVICE}/tags`, kind: 'write' },
  ServiceMaintenanceStart: { method: 'PUT', path: `${SERVICE}/maintenance/start`, kind: 'write' },
  ServiceIntegrationList: { method: 'GET', path: `${SERVICE}/integration`, kind: 'read' },
  ServiceAlertsList: { method: 'GET', path: `${SERVICE}/alerts`, kind: 'read' },
  ServiceBackupsGet: { method: 'GET', path: `${SERVICE}/backups`, kind: 'read' },
  ServiceMetricsFetch: { method: 'POST', path: `${SERVICE}/metrics`, kind: 'read' },
  ProjectGetServiceLogs: { method: 'POST', path: `${SERVICE}/logs`, kind: 'read' },

  ServiceUserCreate: { method: 'POST', path: `${SERVICE}/user`, kind: 'write' },
  ServiceUserGet: { method: 'GET', path: USER, kind: 'read' },
  ServiceUserDelete: { method: 'DELETE', path: USER, kind: 'write' },
  ServiceUserCredentialsModify: { method: 'PUT', path: USER, kind: 'write' },
  ServiceUserCredentialsReset: { method: 'PUT', path: `${USER}/credentials/reset`, kind: 'write' },

  ServiceDatabaseList: { method: 'GET', path: `${SERVICE}/db`, kind: 'read' },
  ServiceDatabaseCreate: { method: 'POST', path: `${SERVICE}/db`, kind: 'write' },
  ServiceDatabaseDelete: { method: 'DELETE', path: `${SERVICE}/db/{dbname}`, kind: 'write' },
  ServicePGBouncerCreate: { method: 'POST', path: `${SERVICE}/connection_pool`, kind: 'write' },
  ServicePGBouncerUpdate: { method: 'PUT', path: `${SERVICE}/connection_pool/{pool_name}`, kind: 'write' },
  ServicePGBouncerDelete: { method: 'DELETE', path: `${SERVICE}/connection_pool/{pool_name}`, kind: 'write' },
  ServiceOpenSearchIndexList: { method: 'GET', path: `${SERVICE}/index`, kind: 'read' },
  ServiceOpenSearchIndexDelete: { method: 'DELETE', path: `${SERVICE}/index/{index_pattern}`, kind: 'write' },

  ServiceQueryActivity: { method: 'POST', path: `${SERVICE}/query/activity`, kind: 'read' },
  ServiceCancelQuery: { method: 'POST', path: `${SERVICE}/query/cancel`, kind: 'write' },
  PGServiceQueryStatistics: { method: 'POST', path: `${SERVICE}/pg/query/stats`, kind: 'read' },
  MySQLServiceQueryStatistics: { method: 'POST', path: `${SERVICE}/mysql/query/stats`, kind: 'read' },
  ServiceQueryStatisticsReset: { method: 'PUT', path: `${SERVICE}/query/stats/reset`, kind: 'write' },

  ServiceKafkaTopicList: { method: 'GET', path: `${SERVICE}/topic`, kind: 'read' },
  ServiceKafkaTopicCreate: { method: 'POST', path: `${SERVICE}/topic`, kind: 'write' },
  ServiceKafkaTopicGet: { method: 'GET', path: TOPIC, kind: 'read' },
  ServiceKafkaTopicUpdate: { method: 'PUT', path: TOPIC, kind: 'write' },
  ServiceKafkaTopicDelete: { method: 'DELETE', path: TOPIC, kind: 'write' },
  ServiceKafkaAclAdd: { method: 'POST', path: `${SERVICE}/acl`, kind: 'write' },
  ServiceKafkaAclDelete: { method: 'DELETE', path: `${SERVICE}/acl/{kafka_acl_id}`, kind: 'write' },
  ServiceKafkaNativeAclList: { method: 'GET', path: `${SERVICE}/kafka/acl`, kind: 'read' },
  ServiceKafkaNativeAclAdd: { method: 'POST', path: `${SERVICE}/kafka/acl`, kind: 'write' },
  ServiceKafkaNativeAclDelete: { method: 'DELETE', path: `${SERVICE}/kafka/acl/{kafka_acl_id}`, kind: 'write' },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The parameters of an operation's path, by name. */
export type PathParams<Id extends OperationId> = Readonly<Record<NamesIn<(typeof OPERATIONS)[Id]['path']>, string>>

/** The path of a request below `/v1`, its parameters encoded. */
export const operationPath = (id: OperationId, params: Readonly<Record<string, string>>): string =>
  OPERATIONS[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
