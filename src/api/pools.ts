/** Connection pools of PostgreSQL (PgBouncer): the service itself lists them; here are the changes that the console makes. */
import type { ServiceAddress } from './service-update.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'

/** Settings of a pool. */
export interface PoolSettings {
  readonly database: string
  readonly pool_mode: string
  /** Connections to the server at most. */
  readonly pool_size: number
  /** Without one, the connecting user is the user of the pool's connections. */
  readonly username?: string
}

export interface NewPool extends PoolSettings {
  readonly pool_name: string
}

const paramsOf = ({ project, service }: ServiceAddress) => ({ project, service_name: service })

/** `POST …/connection_pool`. */
export const createPool = (address: ServiceAddress, body: NewPool) =>
  makeWrite({
    operation: 'ServicePGBouncerCreate',
    params: paramsOf(address),
    body,
    check: readAcknowledged,
  })

/** `PUT …/connection_pool/{pool}`, with only what changes. */
export const updatePool = (address: ServiceAddress, pool: string, body: Partial<PoolSettings>) =>
  makeWrite({
    operation: 'ServicePGBouncerUpdate',
    params: { ...paramsOf(address), pool_name: pool },
    body,
    check: readAcknowledged,
  })

/** `DELETE …/connection_pool/{pool}`. */
export const deletePool = (address: ServiceAddress, pool: string) =>
  makeWrite({
    operation: 'ServicePGBouncerDelete',
    params: { ...paramsOf(address), pool_name: pool },
    check: readAcknowledged,
  })
