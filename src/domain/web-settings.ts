/** How web front ends and HTTP APIs log clients in, and under which names they are served. */
import type { ServiceSettings } from './service-settings.ts'
import { valueAt, numberAt, textAt, type Rule } from './setting-rule.ts'

/** Web front ends of a service in a VPC: whose certificate may not name the host that clients use. */
const ofCustomDomain: Rule = ({ service: { user_config, project_vpc_id }, endpoint: { route } }) => {
  const domain = textAt(user_config, 'custom_domain')
  if (domain === undefined) return undefined
  const here = { id: 'custom-domain', field: 'user_config.custom_domain' }
  return project_vpc_id !== undefined && route !== 'public'
    ? {
        ...here,
        weight: 'refused',
        text: `The service is in a VPC and has a custom domain: its certificate is made for ${domain} and the public- host only. Connect to one of them: clients that verify the host name reject this one.`,
      }
    : { ...here, weight: 'note', text: `The web front end is served as ${domain} too.` }
}

/** Where clients put a token: a header, or a parameter of the URL. */
const tokenPlace = (settings: unknown, block: string): string => {
  const parameter = textAt(settings, block, 'jwt_url_parameter')
  if (parameter !== undefined) return `in the URL’s parameter ${parameter}`
  // OpenID Connect has both; which of two counts isn't documented.
  const names = new Set(['jwt_header', 'header'].flatMap((name) => textAt(settings, block, name) ?? []))
  return names.size > 1 ? 'in a header: the settings name two' : `in the header ${[...names][0] ?? 'Authorization'}`
}

export const ofOpensearch: readonly Rule[] = [
  ofCustomDomain,
  ({ service: { user_config } }) =>
    valueAt(user_config, 'jwt', 'enabled') === true
      ? {
          id: 'jwt',
          field: 'user_config.jwt',
          weight: 'note',
          text: `Clients can also log in with a JWT, ${tokenPlace(user_config, 'jwt')}.`,
        }
      : undefined,
  ({ service: { user_config } }) =>
    textAt(user_config, 'openid', 'connect_url') !== undefined && valueAt(user_config, 'openid', 'enabled') !== false
      ? {
          id: 'openid',
          field: 'user_config.openid',
          weight: 'note',
          text: `Users of your identity provider (OpenID Connect) can also log in: clients send its token ${tokenPlace(user_config, 'openid')}.`,
        }
      : undefined,
  ({ service: { user_config } }) => {
    const where = ['opensearch', 'auth_failure_listeners', 'internal_authentication_backend_limiting'] as const
    const tries = numberAt(user_config, ...where, 'allowed_tries')
    const seconds = numberAt(user_config, ...where, 'block_expiry_seconds')
    return tries === undefined
      ? undefined
      : {
          id: 'login-limit',
          field: `user_config.${where.join('.')}`,
          weight: 'note',
          text: `After ${String(tries)} failed logins, a user is locked out${seconds === undefined ? '' : ` for ${String(seconds)} seconds`}: even the right password is rejected.`,
        }
  },
]

export const ofDashboards: readonly Rule[] = [
  ...ofOpensearch,
  ({ service: { user_config } }) =>
    textAt(user_config, 'saml', 'idp_metadata_url') !== undefined && valueAt(user_config, 'saml', 'enabled') !== false
      ? {
          id: 'saml',
          field: 'user_config.saml',
          weight: 'note',
          text: 'Dashboards can also log users in through your identity provider (SAML).',
        }
      : undefined,
]

/** `auth_github`, `auth_google` and their like, which hold what the provider needs; `auth_basic_enabled` is a switch. */
const namesProvider = (settings: ServiceSettings): boolean =>
  Object.entries(settings).some(
    ([name, block]) =>
      name.startsWith('auth_') && typeof block === 'object' && block !== null && Object.keys(block).length > 0,
  )

export const ofGrafana: readonly Rule[] = [
  ofCustomDomain,
  ({ service: { user_config } }) =>
    valueAt(user_config, 'auth_basic_enabled') === false
      ? {
          id: 'basic-login',
          field: 'user_config.auth_basic_enabled',
          weight: 'refused',
          text: `Login with a user name and password is turned off${namesProvider(user_config) ? ': log in through the identity provider in the settings' : ', and the settings name no identity provider'}.`,
        }
      : undefined,
]

export const ofSchemaRegistry: readonly Rule[] = [
  ({ service: { user_config } }) =>
    valueAt(user_config, 'schema_registry_config', 'sasl_oauthbearer_authentication_enabled') === true
      ? {
          id: 'registry-tokens',
          field: 'user_config.schema_registry_config.sasl_oauthbearer_authentication_enabled',
          weight: 'note',
          text: 'The registry checks tokens (OAuth 2, OIDC). Whether a user name and password still log in isn’t documented.',
        }
      : undefined,
]
