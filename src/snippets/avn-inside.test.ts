import { describe, expect, it } from 'vitest'

import { writeCommands } from './write-commands.ts'
import type { WriteRequest } from './write-request.ts'

const request = (operation: string, params: Record<string, string>, body?: object): WriteRequest => ({
  operation,
  method: 'POST',
  path: '/project/p/service/s/x',
  params: { project: 'p', service_name: 's', ...params },
  body,
})

const avn = (...args: Parameters<typeof request>): string | undefined =>
  writeCommands('sh', request(...args)).find(({ text }) => text.startsWith('avn '))?.text

describe('avn', () => {
  it.each<[string, Record<string, string>, object | undefined, string]>([
    ['ServiceDatabaseCreate', {}, { database: 'orders' }, 'avn service database-create --dbname=orders --project=p s'],
    ['ServiceDatabaseDelete', { dbname: '-x' }, undefined, 'avn service database-delete --dbname=-x --project=p s'],
    [
      'ServicePGBouncerCreate',
      {},
      { pool_name: 'web', database: 'orders', pool_size: 5, pool_mode: 'session', username: 'a b' },
      "avn service connection-pool-create --pool-name=web --dbname=orders --pool-size=5 --pool-mode=session '--username=a b' --project=p s",
    ],
    [
      'ServicePGBouncerUpdate',
      { pool_name: 'web' },
      { pool_size: 7 },
      'avn service connection-pool-update --pool-name=web --pool-size=7 --project=p s',
    ],
    [
      'ServicePGBouncerDelete',
      { pool_name: 'web' },
      undefined,
      'avn service connection-pool-delete --pool-name=web --project=p s',
    ],
    [
      'ServiceKafkaTopicCreate',
      {},
      {
        topic_name: 't',
        partitions: 3,
        replication: 2,
        config: { cleanup_policy: 'compact', retention_ms: -1 },
        tags: [
          { key: 'a', value: 'b' },
          { key: 'c', value: '' },
        ],
      },
      'avn service topic-create --partitions=3 --replication=2 --retention-ms=-1 --cleanup-policy=compact --tag=a=b --tag=c --project=p s t',
    ],
    [
      'ServiceKafkaTopicUpdate',
      { topic_name: 't' },
      { partitions: 6 },
      'avn service topic-update --partitions=6 --project=p s t',
    ],
    [
      'ServiceOpenSearchIndexDelete',
      { index_pattern: '-i' },
      undefined,
      'avn service index-delete --project=p -- s -i',
    ],
    ['ServiceKafkaTopicDelete', { topic_name: '-t' }, undefined, 'avn service topic-delete --project=p -- s -t'],
    [
      'ServiceKafkaAclAdd',
      {},
      { username: '*', topic: 'a?', permission: 'read' },
      "avn service acl-add '--username=*' '--topic=a?' --permission=read --project=p s",
    ],
    ['ServiceKafkaAclDelete', { kafka_acl_id: 'acl1' }, undefined, 'avn service acl-delete --project=p s acl1'],
    [
      'ServiceKafkaNativeAclAdd',
      {},
      {
        principal: 'User:ada',
        host: '*',
        operation: 'Read',
        permission_type: 'DENY',
        pattern_type: 'PREFIXED',
        resource_type: 'Topic',
        resource_name: 'ord',
      },
      "avn service kafka-acl-add --principal=User:ada '--host=*' --operation=Read --resource-pattern-type=PREFIXED --topic=ord --deny --project=p s",
    ],
    [
      'ServiceKafkaNativeAclDelete',
      { kafka_acl_id: 'acl1' },
      undefined,
      'avn service kafka-acl-delete --project=p s acl1',
    ],
  ])('%s %j %j: %s', (operation, params, body, command) => {
    expect(avn(operation, params, body)).toBe(command)
  })

  it.each<[string, Record<string, string>, object]>([
    // It has no option for a collation, wants a user for a pool, and partitions for any change of a topic.
    ['ServiceDatabaseCreate', {}, { database: 'x', lc_collate: 'C' }],
    ['ServicePGBouncerCreate', {}, { pool_name: 'web', database: 'orders' }],
    ['ServicePGBouncerUpdate', { pool_name: 'web' }, { username: null }],
    ['ServiceKafkaTopicUpdate', { topic_name: 't' }, { config: { retention_ms: 1 } }],
    ['ServiceKafkaTopicUpdate', { topic_name: 't' }, { partitions: 4, tags: [] }],
    ['ServiceKafkaNativeAclAdd', {}, { principal: 'User:ada', resource_type: 'User', resource_name: 'x' }],
    // Unless told otherwise it asks for a policy of its own.
    ['ServiceKafkaTopicCreate', {}, { topic_name: 't', partitions: 3, replication: 2 }],
    [
      'ServiceKafkaTopicCreate',
      {},
      { topic_name: 't', partitions: 3, replication: 2, config: { cleanup_policy: 'compact,delete' } },
    ],
  ])('has no words for %s %j %j, so none are made up', (operation, params, body) => {
    expect(avn(operation, params, body)).toBeUndefined()
    expect(writeCommands('sh', request(operation, params, body))).toHaveLength(1)
  })
})
