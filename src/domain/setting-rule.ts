/** The types of a rule in `connection-settings.ts`: from the API's data of a service to its effect on clients. */
import type { Endpoint } from './endpoint.ts'
import type { ServiceSettings } from './service-settings.ts'

export interface ConnectionSetting {
  /** Stable id, for tests and tables. */
  readonly id: string
  /** The API's name of the setting. */
  readonly field: string
  /** 'refused': clients that do the usual thing are refused. 'note': they connect, and find something else than usual. */
  readonly weight: 'refused' | 'note'
  readonly text: string
}

export interface SettingFacts {
  readonly service_type: string
  readonly user_config: ServiceSettings
  readonly project_vpc_id?: string | undefined
  readonly connection_pools: readonly { readonly pool_name: string; readonly pool_mode?: string | undefined }[]
}

/** A service user, with the API's field names. */
export interface SettingUser {
  readonly username: string
  readonly authentication?: string | undefined
  readonly access_control?: ServiceSettings | undefined
}

export interface ConnectionContext {
  readonly service: SettingFacts
  readonly endpoint: Pick<Endpoint, 'component' | 'route'>
  readonly user: SettingUser | undefined
  /** For the endpoint of pools: the pool that clients name. */
  readonly pool: string | undefined
}

/** The value at a path of the settings; undefined if not set. */
export const valueAt = (settings: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as ServiceSettings)[key] : null,
    settings,
  ) ?? undefined

/** The setting at a path, if it’s a text. */
export const textAt = (...where: Parameters<typeof valueAt>): string | undefined => {
  const value = valueAt(...where)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The setting at a path, if it’s a number. */
export const numberAt = (...where: Parameters<typeof valueAt>): number | undefined => {
  const value = valueAt(...where)
  return typeof value === 'number' ? value : undefined
}

export type Rule = (context: ConnectionContext) => ConnectionSetting | undefined
