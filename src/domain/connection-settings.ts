/**
 * What changes how clients connect, other than the address and the CA: a service's settings (Aiven's `user_config`), its
 * pools, and how a service user logs in. Every entry says where it is set, so that it can be looked up and changed.
 * Settings that don't have the documented form are ignored.
 */
import { lookup } from '../lib/lookup.ts'
import { ofPools } from './pool-settings.ts'
import type { COMPONENTS_WITH_RULES } from './components-with-rules.ts'
import type { ServiceSettings } from './service-settings.ts'
import { textAt, type ConnectionContext, type ConnectionSetting, type Rule } from './setting-rule.ts'
import { ofDashboards, ofGrafana, ofOpensearch, ofSchemaRegistry } from './web-settings.ts'

const ofPostgresql: readonly Rule[] = [
  ({ service }) =>
    textAt(service.user_config, 'pg', 'password_encryption') === 'md5'
      ? {
          id: 'md5-passwords',
          field: 'user_config.pg.password_encryption',
          weight: 'note',
          text: 'New passwords are stored as MD5. Clients with channel_binding=require, or where MD5 is forbidden (FIPS), can’t log in with them.',
        }
      : undefined,
]

const ofMysql: readonly Rule[] = [
  ({ user }) =>
    user?.authentication === 'mysql_native_password'
      ? {
          id: 'native-password',
          field: 'users[].authentication',
          weight: 'note',
          text: `${user.username} logs in with mysql_native_password. From MySQL 9, clients need a separate plug-in for it, or they can’t log in. Use a user with caching_sha2_password, the default.`,
        }
      : undefined,
]

/** The lists of an access control, by what they are about: "keys prefix_*". */
const rulesOf = (access: ServiceSettings | undefined): string[] =>
  Object.entries(access ?? {}).flatMap(([name, list]) => {
    const [, what] = /^(?:valkey|redis|dragonfly)_acl_(categories|commands|keys|channels)$/.exec(name) ?? []
    const items = Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
    return what === undefined || items.length === 0 ? [] : [`${what} ${items.join(' ')}`]
  })

const ofKeyValueStores: readonly Rule[] = [
  ({ user }) => {
    const rules = rulesOf(user?.access_control)
    return user && rules.length > 0
      ? {
          id: 'acl',
          field: 'users[].access_control',
          weight: 'note',
          text: `${user.username} can do only what its ACL allows: ${rules.join('; ')}. NOPERM means that the login worked, and that command or key isn’t allowed.`,
        }
      : undefined
  },
  ({ user }) =>
    user && user.username !== 'default'
      ? {
          id: 'user-name',
          field: 'users[].username',
          weight: 'note',
          text: 'Give the client the user name too: with a password alone it logs in as default, and is rejected.',
        }
      : undefined,
]

/** By component. Other components' settings aren't covered; some matter too, such as custom_domain of Kafka in a VPC. */
const RULES: Readonly<Record<(typeof COMPONENTS_WITH_RULES)[number], readonly Rule[]>> = {
  pg: ofPostgresql,
  pgbouncer: ofPools,
  mysql: ofMysql,
  mysqlx: ofMysql,
  redis: ofKeyValueStores,
  valkey: ofKeyValueStores,
  dragonfly: ofKeyValueStores,
  opensearch: ofOpensearch,
  opensearch_dashboards: ofDashboards,
  grafana: ofGrafana,
  schema_registry: ofSchemaRegistry,
}

/** What to know before connecting to an endpoint as a user; what gets clients rejected comes first. */
export const connectionSettings = (context: ConnectionContext): ConnectionSetting[] => {
  const { component } = context.endpoint
  return (lookup(RULES, component) ?? [])
    .flatMap((rule) => rule(context) ?? [])
    .toSorted((a, b) => Number(b.weight === 'refused') - Number(a.weight === 'refused'))
}
