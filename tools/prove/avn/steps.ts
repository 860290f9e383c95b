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
export type Who = 'page' | 'avn'

export interface Step {
  readonly list: keyof typeof LISTS
  readonly change: (who: Who) => ServiceWrite
  /** A line that is in the list afterwards or, starting with "no ", isn't any more. */
  readonly since: (who: Who) => string
}

const made = (who: Who) => `by-${who}`
const other = (who: Who): Who => (who === 'page' ? 'avn' : 'page')
const ofTopic = { partitions: 2, replication: 2, config: { cleanup_policy: 'delete' }, tags: [] }
const ofPool = { database: 'orders', pool_mode: 'session', pool_size: 2, username: 'avnadmin' }
const ofService = { service_type: 'pg', plan: 'startup-4', cloud: 'aws-eu-west-1', termination_protection: false }
const toStop: Readonly<Record<Who, string>> = { page: 'sessions', avn: 'connectors' }

export const STEPS: Readonly<Record<string, Step>> = {
  'create a service': {
    list: 'services',
    change: (who) => createService(PROJECT, { ...ofService, service_name: made(who) }),
    since: (who) => `${made(who)} RUNNING startup-4 aws-eu-west-1`,
  },
  'power off': {
    list: 'services',
    change: (who) => powerOff({ project: PROJECT, service: toStop[who] }, false),
    since: (who) => `${toStop[who]} POWEROFF`,
  },
  'add a tag': {
    list: 'tags',
    change: (who) => editTags(events, [{ path: ['tags', made(who)], before: undefined, after: 'x' }]),
    since: (who) => `${made(who)} x`,
  },
  'create a user': {
    list: 'users',
    change: (who) => createUser(events, { username: made(who) }),
    since: made,
  },
  'create a database': {
    list: 'databases',
    change: (who) => createDatabase(orders, { database: made(who) }),
    since: made,
  },
  'create a pool': {
    list: 'pools',
    change: (who) => createPool(orders, { ...ofPool, pool_name: made(who) }),
    since: (who) => `${made(who)} orders 2 session`,
  },
  'create a topic': {
    list: 'topics',
    change: (who) => createTopic(events, { ...ofTopic, topic_name: made(who) }),
    since: (who) => `${made(who)} 2 2`,
  },
  'add an entry': {
    list: 'acl',
    change: (who) => addAivenEntry(events, { username: made(who), topic: 'orders.*', permission: 'read' }),
    since: (who) => `${made(who)} orders.* read`,
  },
  // Each deletes what the other created.
  'delete a pool': {
    list: 'pools',
    change: (who) => deletePool(orders, made(other(who))),
    since: (who) => `no ${made(other(who))}`,
  },
  'delete a database': {
    list: 'databases',
    change: (who) => deleteDatabase(orders, made(other(who))),
    since: (who) => `no ${made(other(who))}`,
  },
  'delete a topic': {
    list: 'topics',
    change: (who) => deleteTopic({ ...events, topic: made(other(who)) }),
    since: (who) => `no ${made(other(who))}`,
  },
  'delete a user': {
    list: 'users',
    change: (who) => deleteUser({ ...events, username: made(other(who)) }),
    since: (who) => `no ${made(other(who))}`,
  },
  'delete a service': {
    list: 'services',
    change: (who) => deleteService({ project: PROJECT, service: made(other(who)) }),
    since: (who) => `no ${made(other(who))}`,
  },
}
