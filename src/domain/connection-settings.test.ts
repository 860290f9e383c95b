import { describe, expect, it } from 'vitest'

import { connectionSettings } from './connection-settings.ts'
import type { SettingUser } from './setting-rule.ts'

interface More {
  readonly route?: string
  readonly vpc?: string
  readonly user?: Partial<SettingUser>
  readonly pool?: string
  /** Pools by name and mode. */
  readonly pools?: Readonly<Record<string, string | undefined>>
}

/** What is said of an endpoint: ids, those that get clients refused with an exclamation mark, and where they are set. */
const said = (component: string, user_config: object, { route = 'dynamic', vpc, user, pool, pools = {} }: More = {}) =>
  connectionSettings({
    service: {
      service_type: component,
      user_config: { ...user_config },
      project_vpc_id: vpc,
      connection_pools: Object.entries(pools).map(([pool_name, pool_mode]) => ({ pool_name, pool_mode })),
    },
    endpoint: { component, route },
    user: user && { username: 'app', ...user },
    pool,
  })

const ids = (...context: Parameters<typeof said>) =>
  said(...context).map(({ id, weight }) => (weight === 'refused' ? `${id}!` : id))

const pgbouncer = (settings: object) => ({ pgbouncer: settings })
const NONE = pgbouncer({ max_prepared_statements: 0 })
const acl = (lists: object) => ({ user: { username: 'default', access_control: { ...lists } } })
const limiting = (settings: unknown) => ({
  opensearch: { auth_failure_listeners: { internal_authentication_backend_limiting: settings } },
})
const OPENID = { client_id: 'x', connect_url: 'https://idp.example.com' }
const SAML = { idp_metadata_url: 'https://idp.example.com/saml' }

/** Written down from Aiven's user config, not from the code. */
const TABLE: readonly (readonly [component: string, settings: object, more: More, expected: string])[] = [
  // PgBouncer: modes, its own pools, prepared statements (100 are tracked unless said).
  ['pgbouncer', {}, { pools: { web: 'session' } }, ''],
  ['pgbouncer', {}, { pools: { web: 'transaction' } }, 'pool-mode'],
  ['pgbouncer', {}, { pools: { web: 'statement' } }, 'pool-mode!'],
  ['pgbouncer', {}, { pools: { web: 'session', batch: 'transaction' }, pool: 'batch' }, 'pool-mode'],
  ['pgbouncer', {}, { pools: { web: 'session', batch: 'transaction' }, pool: 'web' }, ''],
  ['pgbouncer', {}, { pools: { web: undefined } }, ''],
  ['pgbouncer', {}, { pools: { web: 'elastic' } }, ''],
  ['pgbouncer', NONE, { pools: { web: 'transaction' } }, 'prepared-statements! pool-mode'],
  ['pgbouncer', NONE, { pools: { web: 'statement' } }, 'pool-mode! prepared-statements!'],
  ['pgbouncer', NONE, { pools: { web: 'session' } }, ''],
  ['pgbouncer', pgbouncer({ max_prepared_statements: 50 }), { pools: { web: 'transaction' } }, 'pool-mode'],
  ['pgbouncer', pgbouncer({ autodb_pool_size: 5 }), {}, 'pool-mode automatic-pools'],
  ['pgbouncer', pgbouncer({ autodb_pool_size: 5, autodb_pool_mode: 'session' }), {}, 'automatic-pools'],
  ['pgbouncer', pgbouncer({ autodb_pool_size: 0, autodb_pool_mode: 'statement' }), {}, ''],
  ['pgbouncer', { pgbouncer: null }, {}, ''],
  ['pg', { ...NONE, pg: { password_encryption: 'scram-sha-256' } }, { pools: { web: 'statement' } }, ''],
  ['pg', { pg: { password_encryption: 'md5' } }, {}, 'md5-passwords'],
  ['pg', { pg: 'md5' }, {}, ''],
  // MySQL: how a user logs in.
  ['mysql', {}, { user: { authentication: 'caching_sha2_password' } }, ''],
  ['mysql', {}, { user: { authentication: undefined } }, ''],
  ['mysql', {}, { user: { authentication: 'mysql_native_password' } }, 'native-password'],
  ['mysqlx', {}, { user: { authentication: 'mysql_native_password' } }, 'native-password'],
  ['pg', {}, { user: { authentication: 'mysql_native_password' } }, ''],
  // Valkey, Redis, Dragonfly: users other than default, and what they may do.
  ['valkey', {}, { user: { username: 'default' } }, ''],
  ['valkey', {}, { user: { username: 'app' } }, 'user-name'],
  ['valkey', {}, acl({ valkey_acl_keys: ['cart:*'] }), 'acl'],
  ['redis', {}, acl({ redis_acl_commands: ['-acl'], redis_acl_keys: [] }), 'acl'],
  ['dragonfly', {}, { user: { access_control: { dragonfly_acl_categories: ['+@read'] } } }, 'acl user-name'],
  ['valkey', {}, acl({ valkey_acl_keys: null, pg_allow_replication: true }), ''],
  ['valkey', { valkey_acl_channels_default: 'resetchannels' }, {}, ''],
  // OpenSearch and its Dashboards.
  ['opensearch', { jwt: { enabled: true } }, {}, 'jwt'],
  ['opensearch', { jwt: {} }, {}, ''],
  ['opensearch', { openid: OPENID }, {}, 'openid'],
  ['opensearch', { openid: { ...OPENID, enabled: false } }, {}, ''],
  ['opensearch', { openid: {} }, {}, ''],
  ['opensearch', { saml: SAML }, {}, ''],
  ['opensearch_dashboards', { saml: SAML }, {}, 'saml'],
  ['opensearch_dashboards', { saml: { ...SAML, enabled: false } }, {}, ''],
  ['opensearch', limiting({ allowed_tries: 5 }), {}, 'login-limit'],
  ['opensearch', limiting({}), {}, ''],
  ['opensearch', limiting('five'), {}, ''],
  // A custom domain: in a VPC, the certificate is for it and the public host alone.
  ['opensearch', { custom_domain: 'search.example.com' }, {}, 'custom-domain'],
  ['opensearch', { custom_domain: 'search.example.com' }, { vpc: 'v' }, 'custom-domain!'],
  ['opensearch', { custom_domain: 'search.example.com' }, { vpc: 'v', route: 'public' }, 'custom-domain'],
  ['grafana', { custom_domain: 'g.example.com' }, { vpc: 'v', route: 'private' }, 'custom-domain!'],
  ['opensearch', { custom_domain: '' }, { vpc: 'v' }, ''],
  ['grafana', { auth_basic_enabled: false }, {}, 'basic-login!'],
  ['grafana', { auth_basic_enabled: true }, {}, ''],
  ['grafana', {}, {}, ''],
  // Others.
  [
    'schema_registry',
    { schema_registry_config: { sasl_oauthbearer_authentication_enabled: true } },
    {},
    'registry-tokens',
  ],
  ['schema_registry', { schema_registry_config: {} }, {}, ''],
  ['clickhouse', { session_settings: { compatibility: '24.8' } }, {}, ''],
  ['clickhouse_mysql', {}, { user: { authentication: 'mysql_native_password' } }, ''],
  ['toString', { custom_domain: 'x' }, {}, ''],
]

describe('settings that change how one connects', () => {
  it.each(TABLE)('%s %j %j: %s', (component, settings, more, expected) => {
    expect(ids(component, settings, more).join(' ')).toBe(expected)
  })

  it('say where they are set, in the words of the API', () => {
    const fields = TABLE.flatMap(([component, settings, more]) => said(component, settings, more))
    for (const { field, text } of fields) {
      expect(field).toMatch(/^(user_config\.|users\[\]\.|connection_pools\[\]\.)/)
      expect(text).toMatch(/\.$/)
    }
  })

  it('name what was set: header, parameter, domain, rules', () => {
    const text = (...context: Parameters<typeof said>) => said(...context)[0]?.text
    expect(text('opensearch', { jwt: { enabled: true, jwt_header: 'X-Token' } })).toContain('X-Token')
    expect(text('opensearch', { jwt: { enabled: true, jwt_url_parameter: 'tok' } })).toContain('tok')
    expect(text('opensearch', { openid: OPENID })).toContain('Authorization')
    expect(text('opensearch', { openid: { ...OPENID, header: 'X-Open' } })).toContain('X-Open')
    expect(text('opensearch', { openid: { ...OPENID, jwt_header: 'X-Jwt' } })).toContain('X-Jwt')
    expect(text('opensearch', { openid: { ...OPENID, header: 'X-Same', jwt_header: 'X-Same' } })).toContain('X-Same')
    expect(text('opensearch', { openid: { ...OPENID, header: 'X-Open', jwt_header: 'X-Jwt' } })).not.toMatch(/X-/)
    const github = { auth_basic_enabled: false, auth_github: { client_id: 'x' } }
    expect(text('grafana', github)).not.toBe(text('grafana', { auth_basic_enabled: false, auth_github: {} }))
    expect(text('opensearch', { custom_domain: 'search.example.com' })).toContain('search.example.com')
    expect(text('valkey', {}, acl({ valkey_acl_keys: ['cart:*', 'x:*'] }))).toContain('keys cart:* x:*')
  })
})
