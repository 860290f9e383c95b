import type { MockProject, MockService } from './model.ts'

const IDENTITY = 'https://login.example.com'

/** Settings of demo-shop's services that change how clients connect. */
const SETTINGS: Readonly<Record<string, (service: MockService) => Partial<MockService>>> = {
  'orders-db': ({ pools = [], userConfig }) => ({
    pools: [
      ...pools,
      { name: 'batch', database: 'orders', size: 5, mode: 'session' },
      { name: 'lookups', database: 'orders', size: 5, mode: 'statement' },
    ],
    userConfig: { ...userConfig, pgbouncer: { max_prepared_statements: 0, autodb_pool_size: 10 } },
  }),
  'billing-mysql': ({ users }) => ({
    users: [
      ...users,
      { username: 'old-app', type: 'normal', password: 'AVNS_demooldapp42', authentication: 'mysql_native_password' },
    ],
  }),
  search: ({ userConfig }) => ({
    vpcId: 'a1b2c3d4-0000-4000-8000-00000000vpc1',
    userConfig: {
      ...userConfig,
      custom_domain: 'search.shop.example.com',
      jwt: { enabled: true, jwt_header: 'X-Shop-Token' },
      openid: { client_id: 'shop', client_secret: 'demo', connect_url: IDENTITY },
      saml: { idp_metadata_url: `${IDENTITY}/saml`, idp_entity_id: IDENTITY, sp_entity_id: 'shop' },
    },
  }),
  sessions: ({ users, userConfig }) => ({
    users: [
      ...users,
      {
        username: 'carts-api',
        type: 'normal',
        password: 'AVNS_democartsapi42',
        accessControl: { valkey_acl_keys: ['cart:*'], valkey_acl_commands: ['-acl'] },
      },
    ],
    userConfig: { ...userConfig, valkey_acl_channels_default: 'resetchannels' },
  }),
}

/** The same projects; services of the first have settings that change how one connects. */
export const withLoginSettings = (projects: readonly MockProject[]): MockProject[] =>
  projects.map((project, index) =>
    index > 0
      ? project
      : {
          ...project,
          services: project.services.map((service) => ({ ...service, ...SETTINGS[service.name]?.(service) })),
        },
  )
