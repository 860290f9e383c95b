/** One request for each operation of the mock, in an order in which each has what it needs. */

export interface Step {
  /** Its id in Aiven's API document. */
  readonly operation: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: object
  /** Seconds to wait before. */
  readonly after?: number
}

const PROJECT = '/project/demo-shop'
const PG = `${PROJECT}/service/orders-db`

const step = (operation: string, method: Step['method'], path: string, body?: object, after?: number): Step => ({
  operation,
  method,
  path,
  ...(body && { body }),
  ...(after !== undefined && { after }),
})

const CATALOGUE: readonly Step[] = [
  step('VpcList', 'GET', `${PROJECT}/vpcs`),
  step('ListClouds', 'GET', '/clouds'),
  step('ListPublicServiceTypes', 'GET', '/service_types'),
  step('ListServiceVersions', 'GET', '/service_versions'),
  step('ListProjectClouds', 'GET', `${PROJECT}/clouds`),
  step('ListProjectServiceTypes', 'GET', `${PROJECT}/service_types`),
  step('ProjectServiceTypesList', 'GET', `${PROJECT}/service-types`),
  step('ProjectServiceTypesGet', 'GET', `${PROJECT}/service-types/pg`),
  step('ProjectServicePlanList', 'GET', `${PROJECT}/service-types/kafka/plans`),
  step('ProjectServicePlanSpecsGet', 'GET', `${PROJECT}/service-types/kafka/plans/business-4`),
  step(
    'ProjectServicePlanPriceGet',
    'GET',
    `${PROJECT}/pricing/service-types/kafka/plans/business-4/clouds/aws-eu-west-1`,
  ),
]

const NEW_SERVICE = {
  service_name: 'conforming',
  service_type: 'pg',
  plan: 'business-4',
  cloud: 'aws-eu-west-1',
  termination_protection: false,
  maintenance: { dow: 'monday', time: '03:00:00' },
  tags: { made: 'here' },
  tech_emails: [{ email: 'ops@example.com' }],
  user_config: { pg_version: '16', ip_filter: ['10.0.0.0/8'] },
}

const SERVICES: readonly Step[] = [
  step('ServiceUpdate', 'PUT', PG, { termination_protection: false, maintenance: { dow: 'friday', time: '01:00:00' } }),
  step('ServiceUpdate', 'PUT', PG, { plan: 'premium-8', user_config: { ip_filter: ['10.0.0.0/8'] } }),
  step('ServiceUpdate', 'PUT', `${PG}?allow_unclean_poweroff=true`, { powered: false }, 5),
  step('ServiceUpdate', 'PUT', PG, { powered: true }, 5),
  step('ProjectServiceTagsList', 'GET', `${PG}/tags`),
  step('ProjectServiceTagsReplace', 'PUT', `${PG}/tags`, { tags: { a: 'b' } }),
  step('ProjectServiceTagsUpdate', 'PATCH', `${PG}/tags`, { tags: { c: 'd' } }),
  step('ServiceUserCreate', 'POST', `${PG}/user`, { username: 'conforming' }),
  step('ServiceUserDelete', 'DELETE', `${PG}/user/conforming`),
  step('ServiceCreate', 'POST', `${PROJECT}/service`, NEW_SERVICE, 100),
  step('ServiceGet', 'GET', `${PROJECT}/service/conforming`, undefined, 20),
  step('ServiceGet', 'GET', `${PROJECT}/service/conforming`, undefined, 100),
  step('ServiceDelete', 'DELETE', `${PROJECT}/service/conforming`),
  step('ProjectGetEventLogs', 'GET', `${PROJECT}/events`),
]

const POSTGRES: readonly Step[] = [
  step('ServiceDatabaseList', 'GET', `${PG}/db`),
  step('ServiceDatabaseCreate', 'POST', `${PG}/db`, { database: 'more', lc_collate: 'en_US.UTF-8' }),
  step('ServicePGBouncerCreate', 'POST', `${PG}/connection_pool`, { pool_name: 'p', database: 'more', pool_size: 5 }),
  step('ServicePGBouncerUpdate', 'PUT', `${PG}/connection_pool/p`, { pool_mode: 'session', username: 'avnadmin' }),
  step('ServiceGet', 'GET', PG),
  step('ServicePGBouncerDelete', 'DELETE', `${PG}/connection_pool/p`),
  step('ServiceDatabaseDelete', 'DELETE', `${PG}/db/more`),
]

const SEARCH = `${PROJECT}/service/search`

const OPENSEARCH: readonly Step[] = [
  step('ServiceOpenSearchIndexList', 'GET', `${SEARCH}/index`),
  step('ServiceOpenSearchIndexDelete', 'DELETE', `${SEARCH}/index/catalogue-v1`),
]

const TOPIC = {
  topic_name: 'conforming',
  partitions: 3,
  replication: 3,
  config: { cleanup_policy: 'compact', retention_ms: 3_600_000, min_insync_replicas: 2 },
  tags: [{ key: 'team', value: 'x' }],
  topic_description: 'Made to be looked at.',
}

const NATIVE_ACL = {
  principal: 'User:avnadmin',
  operation: 'Read',
  permission_type: 'ALLOW',
  pattern_type: 'LITERAL',
  resource_type: 'Topic',
  resource_name: 'orders.created',
  host: '*',
}

const KAFKA_SERVICE = `${PROJECT}/service/events`

const KAFKA: readonly Step[] = [
  step('ServiceKafkaTopicCreate', 'POST', `${KAFKA_SERVICE}/topic`, TOPIC),
  step('ServiceKafkaTopicList', 'GET', `${KAFKA_SERVICE}/topic`),
  step('ServiceKafkaTopicGet', 'GET', `${KAFKA_SERVICE}/topic/conforming`, undefined, 10),
  step('ServiceKafkaTopicGet', 'GET', `${KAFKA_SERVICE}/topic/orders.created`),
  step('ServiceKafkaTopicUpdate', 'PUT', `${KAFKA_SERVICE}/topic/conforming`, { partitions: 6 }),
  step('ServiceKafkaTopicDelete', 'DELETE', `${KAFKA_SERVICE}/topic/conforming`),
  step('ServiceKafkaTopicList', 'GET', `${KAFKA_SERVICE}/topic`),
  step('ServiceKafkaAclList', 'GET', `${KAFKA_SERVICE}/acl`),
  step('ServiceKafkaAclAdd', 'POST', `${KAFKA_SERVICE}/acl`, { username: 'x*', topic: 'orders.*', permission: 'read' }),
  step('ServiceKafkaAclDelete', 'DELETE', `${KAFKA_SERVICE}/acl/acl4gone`),
  step('ServiceKafkaNativeAclAdd', 'POST', `${KAFKA_SERVICE}/kafka/acl`, NATIVE_ACL),
  step('ServiceKafkaNativeAclList', 'GET', `${KAFKA_SERVICE}/kafka/acl`),
  step('ServiceKafkaNativeAclGet', 'GET', `${KAFKA_SERVICE}/kafka/acl/acl5deny`),
  step('ServiceKafkaNativeAclDelete', 'DELETE', `${KAFKA_SERVICE}/kafka/acl/acl5deny`),
]

const OBSERVED: readonly Step[] = [
  ...['hour', 'day', 'week', 'month', 'year'].map((period) =>
    step('ServiceMetricsFetch', 'POST', `${PG}/metrics`, { period }),
  ),
  step('ServiceMetricsFetch', 'POST', `${KAFKA_SERVICE}/metrics`, { kafka_topic_name: 'customers' }),
  step('ProjectGetServiceLogs', 'POST', `${KAFKA_SERVICE}/logs`, { limit: 500, sort_order: 'desc', severity: 'info' }),
  step('ProjectAlertsList', 'GET', `${PROJECT}/alerts`),
  step('ServiceAlertsList', 'GET', `${PROJECT}/service/clicks/alerts`),
]

const KEPT: readonly Step[] = [
  step('ServiceBackupsGet', 'GET', `${PG}/backups`),
  step('ServiceBackupsGet', 'GET', `${PROJECT}/service/new-orders-db/backups`),
  step('ServiceBackupsGet', 'GET', `${KAFKA_SERVICE}/backups`),
  step('ServiceQueryActivity', 'POST', `${PG}/query/activity`, { limit: 100, order_by: 'query_duration:desc' }),
  step('ServiceQueryActivity', 'POST', `${PROJECT}/service/sessions/query/activity`, {}),
  step('ServiceCancelQuery', 'POST', `${PG}/query/cancel`, { pid: 1, terminate: true }),
  step('PGServiceQueryStatistics', 'POST', `${PG}/pg/query/stats`, { order_by: 'calls:desc' }),
  step('MySQLServiceQueryStatistics', 'POST', `${PROJECT}/service/billing-mysql/mysql/query/stats`, { limit: 5 }),
  step('ServiceQueryStatisticsReset', 'PUT', `${PG}/query/stats/reset`),
  step('ServiceIntegrationList', 'GET', `${PG}/integration`),
  step('ServiceMaintenanceStart', 'PUT', `${PG}/maintenance/start`),
]

/** Last, because it revokes the token. */
const END: readonly Step[] = [step('UserLogout', 'POST', '/me/logout')]

export const WALK: readonly Step[] = [
  ...CATALOGUE,
  ...SERVICES,
  ...POSTGRES,
  ...OPENSEARCH,
  ...KAFKA,
  ...OBSERVED,
  ...KEPT,
  ...END,
]
