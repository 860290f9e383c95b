import type { HttpHandler } from 'msw'

import { seededIndexes } from '../data/indexes.ts'
import type { MockIndex, MockService } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { changeService, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'

const DAY_MS = 86_400_000

const toWire = ({ name, docs, size, health, status, shards, replicas, readOnly, daysOld }: MockIndex, now: number) => ({
  index_name: name,
  docs: status === 'close' ? -1 : docs,
  size: status === 'close' ? -1 : size,
  health,
  status,
  number_of_shards: shards,
  number_of_replicas: replicas,
  read_only_allow_delete: readOnly ?? false,
  create_time: new Date(now - daysOld * DAY_MS).toISOString(),
})

/** Indexes of OpenSearch: a list, and deleting by name, pattern or list of names. */
export const indexHandlers = ({ db, inService }: Routes): HttpHandler[] => {
  const now = () => db.now().getTime()
  const indexesOf = (service: MockService): readonly MockIndex[] => {
    requireType(service, ['opensearch', 'elasticsearch'])
    if (service.state === 'POWEROFF') throw new Refusal(409, 'Service is not powered on', 'not_powered')
    return service.indexes ?? seededIndexes(now())
  }
  return [
    inService('ServiceOpenSearchIndexList', 'get', '/index', (service) => ({
      indexes: indexesOf(service).map((index) => toWire(index, now())),
    })),
    inService('ServiceOpenSearchIndexDelete', 'delete', '/index/:pattern', (service, project, { params }) => {
      const held = indexesOf(service)
      const patterns = String(params['pattern'])
        .split(',')
        .map((part) => new RegExp(`^${part.replaceAll(/[.+^$(){}|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`))
      const gone = held.filter(({ name }) => patterns.some((pattern) => pattern.test(name)))
      if (gone.length === 0) throw new Refusal(404, 'Index not found', 'index_not_found')
      if (gone.some(({ name }) => name.startsWith('.')))
        throw new Refusal(403, 'Index can not be deleted through Aiven API', 'opensearch_delete_system_index')
      const names = gone.map(({ name }) => name).join(', ')
      const event = { type: 'service_index_delete', description: `Deleted index '${names}'` }
      changeService(db, project, service, { indexes: held.filter((index) => !gone.includes(index)) }, event)
      return { message: 'deleted' }
    }),
  ]
}
