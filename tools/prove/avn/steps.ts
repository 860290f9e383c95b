/** The changes made by both the page's code and avn, and the lists in which both must see them. */
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'

import type { Api } from '../../../src/api/client.ts'
import { addAivenEntry, aclList } from '../../../src/api/acl.ts'
import { createDatabase, databaseList, deleteDatabase } from '../../../src/api/databases.ts'
import { createPool, deletePool } from '../../../src/api/pools.ts'
import { createService } from '../../../src/api/service-create.ts'
import { deleteService, editTags, powerOff } from '../../../src/api/service-update.ts'
import type { ServiceWrite } from '../../../src/api/service-write.ts'
import { serviceGet, serviceList } from '../../../src/api/service.ts'
import { createTopic, deleteTopic, topicList } from '../../../src/api/topics.ts'
import { createUser, deleteUser } from '../../../src/api/user.ts'

export const PROJECT = 'demo-shop'
const events = { project: PROJECT, service: 'events' }
const orders = { project: PROJECT, service: 'orders-db' }

/** Reads as the page does, but never from the cache. */
export type Read = <T, K extends QueryKey>(query: FetchQueryOptions<T, Error, T, K>) => Promise<T>

export interface List {
  /** Arguments after `avn service`. */
  readonly avn: string
  /** The part of each avn item to compare; the whole item by default. */
  readonly fields?: readonly string[]
  /** The same from the page's code. */
  readonly page: (api: Api, read: Read) => Promise<readonly (readonly unknown[])[]>
}

export const LISTS = {
  services: {
    avn: 'list',
    fields: ['service_name', 'state', 'plan', 'cloud_name'],
    page: async (api, read) =>
      (await read(serviceList(api, PROJECT))).items.map((item) => [
        item.service_name,
        item.state,
        item.plan,
        item.cloud_name,
      ]),
  },
  tags: {
    avn: 'tags list events',
    fields: ['key', 'value'],
    page: async (api, read) => Object.entries((await read(serviceGet(api, PROJECT, 'events'))).tags),
  },
  users: {
    avn: 'user-list events',
    fields: ['username'],
    page: async (api, read) => (await read(serviceGet(api, PROJECT, 'events'))).users.map(({ username }) => [username]),
  },
  databases: {
    avn: 'database-list orders-db',
    page: async (api, read) =>
      (await read(databaseList(api, orders))).items.map(({ database_name }) => [database_name]),
  },
  pools: {
    avn: 'connection-pool-list orders-db',
    fields: ['pool_name', 'database', 'pool_size', 'pool_mode'],
    page: async (api, read) =>
      ((await read(serviceGet(api, PROJECT, 'orders-db'))).connection_pools ?? []).map((pool) => [
        pool.pool_name,
        pool.database,
        pool.pool_size,
        pool.pool_mode,
      ]),
  },
  topics: {
    avn: 'topic-list events',
    fields: ['topic_name', 'partitions', 'replication'],
    page: async (api, read) =>
      (await read(topicList(api, events))).items.map((item) => [item.topic_name, item.partitions, item.replication]),
  },
  acl: {
    avn: 'acl-list events',
    fields: ['username', 'topic', 'permission'],
    page: async (api, read) =>
      (await read(aclList(api, events))).items.flatMap((item) =>
        item.kind === 'aiven' ? [[item.username, item.topic, item.permission]] : [],
      ),
  },
} satisfies Readonly<Record<string, List>>

/** Who made a change. */
export type Actor = 'page' | 'avn'

export interface Step {
  readonly list: keyof typeof LISTS
  readonly change: (actor: Actor) => ServiceWrite
  /** A line that is in the list afterwards or, starting with "no ", isn't any more. */
  readonly expected: (actor: Actor) => string
}

const nameBy = (actor: Actor) => `by-${actor}`
const other = (actor: Actor): Actor => (actor === 'page' ? 'avn' : 'page')
const ofTopic = { partitions: 2, replication: 2, config: { cleanup_policy: 'delete' }, tags: [] }
const ofPool = { database: 'orders', pool_mode: 'session', pool_size: 2, username: 'avnadmin' }
const ofService = { service_type: 'pg', plan: 'startup-4', cloud: 'aws-eu-west-1', termination_protection: false }
const toStop: Readonly<Record<Actor, string>> = { page: 'sessions', avn: 'connectors' }

export const STEPS: Readonly<Record<string, Step>> = {
  'create a service': {
    list: 'services',
    change: (actor) => createService(PROJECT, { ...ofService, service_name: nameBy(actor) }),
    expected: (actor) => `${nameBy(actor)} RUNNING startup-4 aws-eu-west-1`,
  },
  'power off': {
    list: 'services',
    change: (actor) => powerOff({ project: PROJECT, service: toStop[actor] }, false),
    expected: (actor) => `${toStop[actor]} POWEROFF`,
  },
  'add a tag': {
    list: 'tags',
    change: (actor) => editTags(events, [{ path: ['tags', nameBy(actor)], before: undefined, after: 'x' }]),
    expected: (actor) => `${nameBy(actor)} x`,
  },
  'create a user': {
    list: 'users',
    change: (actor) => createUser(events, { username: nameBy(actor) }),
    expected: nameBy,
  },
  'create a database': {
    list: 'databases',
    change: (actor) => createDatabase(orders, { database: nameBy(actor) }),
    expected: nameBy,
  },
  'create a pool': {
    list: 'pools',
    change: (actor) => createPool(orders, { ...ofPool, pool_name: nameBy(actor) }),
    expected: (actor) => `${nameBy(actor)} orders 2 session`,
  },
  'create a topic': {
    list: 'topics',
    change: (actor) => createTopic(events, { ...ofTopic, topic_name: nameBy(actor) }),
    expected: (actor) => `${nameBy(actor)} 2 2`,
  },
  'add an entry': {
    list: 'acl',
    change: (actor) => addAivenEntry(events, { username: nameBy(actor), topic: 'orders.*', permission: 'read' }),
    expected: (actor) => `${nameBy(actor)} orders.* read`,
  },
  // Each deletes what the other created.
  'delete a pool': {
    list: 'pools',
    change: (actor) => deletePool(orders, nameBy(other(actor))),
    expected: (actor) => `no ${nameBy(other(actor))}`,
  },
  'delete a database': {
    list: 'databases',
    change: (actor) => deleteDatabase(orders, nameBy(other(actor))),
    expected: (actor) => `no ${nameBy(other(actor))}`,
  },
  'delete a topic': {
    list: 'topics',
    change: (actor) => deleteTopic({ ...events, topic: nameBy(other(actor)) }),
    expected: (actor) => `no ${nameBy(other(actor))}`,
  },
  'delete a user': {
    list: 'users',
    change: (actor) => deleteUser({ ...events, username: nameBy(other(actor)) }),
    expected: (actor) => `no ${nameBy(other(actor))}`,
  },
  'delete a service': {
    list: 'services',
    change: (actor) => deleteService({ project: PROJECT, service: nameBy(other(actor)) }),
    expected: (actor) => `no ${nameBy(other(actor))}`,
  },
}
