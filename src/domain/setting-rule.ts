/** A rule of `connection-settings.ts`: from what the API says of a service to what that means for clients. */
import type { Endpoint } from './endpoint.ts'
import type { ServiceSettings } from './service-settings.ts'

export interface ConnectionSetting {
  /** Stable: in tests and tables. */
  readonly id: string
  /** In the API's words. */
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

/** A service user, as the API tells of it. */
export interface SettingUser {
  readonly username: string
  readonly authentication?: string | undefined
  readonly access_control?: ServiceSettings | undefined
}

export interface ConnectionContext {
  readonly service: SettingFacts
  readonly endpoint: Pick<Endpoint, 'component' | 'route'>
  readonly user: SettingUser | undefined
  /** Of the endpoint for pools: the one that clients name. */
  readonly pool: string | undefined
}

/** The value at a path of the settings; undefined where nothing stands. */
export const valueAt = (settings: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as ServiceSettings)[key] : null,
    settings,
  ) ?? undefined

export const textAt = (...where: Parameters<typeof valueAt>): string | undefined => {
  const value = valueAt(...where)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const numberAt = (...where: Parameters<typeof valueAt>): number | undefined => {
  const value = valueAt(...where)
  return typeof value === 'number' ? value : undefined
}

export type Rule = (context: ConnectionContext) => ConnectionSetting | undefined
