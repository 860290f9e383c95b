import { describe, expect, it } from 'vitest'

import { writeCommands } from './write-commands.ts'
import type { WriteRequest } from './write-request.ts'

const HIDDEN = ['\u0003', '\n', '\u001b[31m', '\u202e', '\u2066', '\ufeff']

const at = (operation: string, more: Partial<WriteRequest>): WriteRequest => ({
  operation,
  method: 'POST',
  path: '/project/p/service/s/x',
  params: { project: 'p', service_name: 's' },
  ...more,
})

/** A change of each kind, with a value that the user has typed or pasted. */
const REQUESTS: Readonly<Record<string, (value: string) => WriteRequest>> = {
  'a user': (username) => at('ServiceUserCreate', { body: { username } }),
  'a database': (database) => at('ServiceDatabaseCreate', { body: { database } }),
  'a pool': (username) =>
    at('ServicePGBouncerCreate', {
      body: { pool_name: 'web', database: 'd', pool_size: 5, pool_mode: 'session', username },
    }),
  'a topic': (topic_name) =>
    at('ServiceKafkaTopicCreate', {
      body: { topic_name, partitions: 3, replication: 2, config: { cleanup_policy: 'delete' } },
    }),
  'an entry': (topic) => at('ServiceKafkaAclAdd', { body: { username: 'u', topic, permission: 'read' } }),
  'a native entry': (resource_name) =>
    at('ServiceKafkaNativeAclAdd', {
      body: { principal: 'User:u', resource_type: 'Topic', resource_name, operation: 'Read', permission_type: 'ALLOW' },
    }),
  'a setting': (after) =>
    at('ServiceUpdate', {
      body: { user_config: { pg: { log_line_prefix: after } } },
      edits: [{ path: ['user_config', 'pg', 'log_line_prefix'], after }],
    }),
  'a service': (pg_version) =>
    at('ServiceCreate', {
      body: { service_name: 's', service_type: 'pg', plan: 'p', cloud: 'c', user_config: { pg_version } },
    }),
  'a user to delete': (service_username) =>
    at('ServiceUserDelete', {
      path: `/project/p/service/s/user/${encodeURIComponent(service_username)}`,
      params: { project: 'p', service_name: 's', service_username },
    }),
}

describe.each(Object.entries(REQUESTS))('a change of %s', (_, request) => {
  it('has words of avn for a plain value', () => {
    expect(writeCommands('sh', request('S3cret')).some(({ text }) => text.startsWith('avn '))).toBe(true)
  })

  it.each(HIDDEN)('with %j has none, is still offered over HTTP, and shows nothing that a terminal obeys', (hidden) => {
    for (const shell of ['sh', 'powershell'] as const) {
      const commands = writeCommands(shell, request(`S3${hidden}cret`))
      expect(commands.map(({ text }) => text.startsWith('avn '))).toEqual([false])
      for (const { what, text } of commands) {
        expect(what).toMatch(/\bavn\b/)
        expect(what).not.toMatch(/S3|cret/)
        expect(text.includes(hidden)).toBe(false)
      }
    }
  })
})
