import type { ConnectionPool, Service } from '../../../api/service.ts'

/** The service's connection limit; undefined if the API doesn't say. */
export const poolLimit = ({ metadata }: Service): number | undefined => {
  const limit = Number(metadata['max_connections'] ?? NaN)
  return Number.isInteger(limit) && limit > 0 ? limit : undefined
}

/** Sum of the pools' sizes, as far as known. */
export const takenBy = (pools: readonly ConnectionPool[]): number =>
  pools.reduce((sum, { pool_size: size = 0 }) => sum + size, 0)

/** The databases that a pool can lead to. */
export const databasesOf = ({ databases, service_uri_params: uri }: Service): readonly string[] => {
  const listed = databases.filter((name) => typeof name === 'string')
  return listed.length > 0 || uri['dbname'] === undefined ? listed : [uri['dbname']]
}
