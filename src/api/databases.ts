/** Logical databases of PostgreSQL and MySQL. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { uniqueBy, readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'

const DatabaseSchema = v.object({ database_name: v.string() })
export type Database = v.InferOutput<typeof DatabaseSchema>

const ListSchema = v.object({ databases: v.array(v.unknown()) })

const readDatabases = (body: unknown): ReadList<Database> => {
  const { databases } = v.parse(ListSchema, body)
  const { items, problems } = readItems(databases, 'Database', (item) => v.parse(DatabaseSchema, item))
  return { items: uniqueBy(items, ({ database_name }) => database_name), problems }
}

const LIST = 'ServiceDatabaseList'
/** `GET …/db`. */
export const databaseList = (api: Api, address: ServiceAddress) =>
  readQuery(api, {
    operation: LIST,
    params: serviceParams(address),
    read: readDatabases,
    staleTime: 10 * SECOND,
    refreshAfter: () => SLOW_REFRESH_MS,
  })

export interface NewDatabase {
  readonly database: string
  /** PostgreSQL only: collation and character classes. */
  readonly lc_collate?: string
  readonly lc_ctype?: string
}

/** `POST …/db`. */
export const createDatabase = (address: ServiceAddress, body: NewDatabase) =>
  makeWrite({
    operation: 'ServiceDatabaseCreate',
    params: serviceParams(address),
    body,
    check: readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })

/** `DELETE …/db/{database}`, with everything in it. */
export const deleteDatabase = (address: ServiceAddress, dbname: string) =>
  makeWrite({
    operation: 'ServiceDatabaseDelete',
    params: { ...serviceParams(address), dbname },
    check: readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })
