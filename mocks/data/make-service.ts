/** Makes a mock's services from what is special about each. */
import { findCloud } from './clouds.ts'
import { makeEndpoints } from './endpoints.ts'
import type { MockService, MockUser, MockUserCertificate } from './model.ts'
import type { ComponentDraft } from './service-types.ts'

const BASE_PORT = 20_984

export interface Draft extends Partial<Omit<MockService, 'components'>> {
  readonly name: string
  readonly type: string
  readonly description: string
  /** Component names, or components with what is special about them. Hosts and ports follow from the name. */
  readonly components?: readonly ComponentDraft[]
}

export const password = (seed: string) => `AVNS_demo${seed.replace(/[^a-z0-9]/g, '')}42`

export const admin = (service: string, username = 'avnadmin'): MockUser => ({
  username,
  type: 'primary',
  password: password(service),
})

export const service = (project: string, draft: Draft): MockService => {
  const cloud = draft.cloud ?? 'google-europe-west1'
  return {
    state: 'RUNNING',
    plan: 'business-4',
    nodes: 2,
    createdDaysAgo: 40,
    users: [admin(draft.name)],
    terminationProtection: draft.tags?.['env'] === 'prod',
    ...draft,
    cloud,
    cloudDescription: findCloud(cloud)?.description ?? cloud,
    components: makeEndpoints(project, draft.name, draft.components ?? [], BASE_PORT),
  }
}

export const SQL_PARAMS = { dbname: 'defaultdb', sslmode: 'require' }

export const KAFKA_ENDPOINTS: Draft['components'] = [
  { component: 'kafka', kafka_authentication_method: 'certificate' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' },
  { component: 'kafka', kafka_authentication_method: 'certificate', route: 'public' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca', route: 'public' },
  { component: 'kafka', kafka_authentication_method: 'certificate', route: 'privatelink' },
  'schema_registry',
  'kafka_rest',
  'kafka_connect',
  'prometheus',
  { component: 'jolokia', port: 6733 },
]

export const kafkaUser = (
  username: string,
  key: MockUserCertificate['key'],
  daysLeft: number,
  more: Partial<MockUserCertificate> = {},
): MockUser => ({
  username,
  type: username === 'avnadmin' ? 'primary' : 'normal',
  password: password(username),
  certificate: { key, daysLeft, ...more },
})
