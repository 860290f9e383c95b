/** Connection pools of PostgreSQL (PgBouncer): the service itself lists them; here are the changes that the console makes. */
import { serviceParams, type ServiceAddress } from './service-address.ts'
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

/** `POST …/connection_pool`. */
export const createPool = (address: ServiceAddress, body: NewPool) =>
  makeWrite({
    operation: 'ServicePGBouncerCreate',
    params: serviceParams(address),
    body,
    check: readAcknowledged,
  })

/** `PUT …/connection_pool/{pool}`, with only what changes. */
export const updatePool = (address: ServiceAddress, pool: string, body: Partial<PoolSettings>) =>
  makeWrite({
    operation: 'ServicePGBouncerUpdate',
    params: { ...serviceParams(address), pool_name: pool },
    body,
    check: readAcknowledged,
  })

/** `DELETE …/connection_pool/{pool}`. */
export const deletePool = (address: ServiceAddress, pool: string) =>
  makeWrite({
    operation: 'ServicePGBouncerDelete',
    params: { ...serviceParams(address), pool_name: pool },
    check: readAcknowledged,
  })
