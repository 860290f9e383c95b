/** Indexes of OpenSearch. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { optional, shownNumber, shownText } from './fields.ts'
import { uniqueBy, readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'

/** -1 means that the figure isn't available. */
const counted = v.pipe(
  shownNumber,
  v.transform((value) => (value === undefined || value < 0 ? undefined : value)),
)

const IndexSchema = v.object({
  index_name: v.string(),
  /** `green`, `yellow`, `red`, `red*` or `unknown`. */
  health: shownText,
  /** `open`, `close`, `none` or `unknown`. */
  status: shownText,
  docs: counted,
  /** In bytes. */
  size: counted,
  number_of_shards: shownNumber,
  number_of_replicas: shownNumber,
  /** Accepts no new documents; OpenSearch sets this when a disk is nearly full. */
  read_only_allow_delete: v.fallback(optional(v.boolean()), undefined),
  create_time: shownText,
})
export type SearchIndex = v.InferOutput<typeof IndexSchema>

const ListSchema = v.object({ indexes: v.array(v.unknown()) })

const readIndexes = (body: unknown): ReadList<SearchIndex> => {
  const { indexes } = v.parse(ListSchema, body)
  const { items, problems } = readItems(indexes, 'Index', (item) => v.parse(IndexSchema, item))
  return { items: uniqueBy(items, ({ index_name }) => index_name), problems }
}

const LIST = 'ServiceOpenSearchIndexList'
/** `GET …/index`. */
export const indexList = (api: Api, address: ServiceAddress) =>
  readQuery(api, {
    operation: LIST,
    params: serviceParams(address),
    read: readIndexes,
    staleTime: 10 * SECOND,
    refreshAfter: () => SLOW_REFRESH_MS,
  })

/**
 * Whether the API reads the name as this index only: it also accepts patterns and lists there, and deletes everything
 * they match. No index has such a name, but `_all` is an alias of all indexes.
 */
export const namesOneIndex = (name: string): boolean => name !== '' && name !== '_all' && !/[*?,<>\s]|^-/.test(name)

/** `DELETE …/index/{index}`, with its documents. */
export const deleteIndex = (address: ServiceAddress, name: string) =>
  makeWrite({
    operation: 'ServiceOpenSearchIndexDelete',
    params: { ...serviceParams(address), index_pattern: name },
    check: readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })
