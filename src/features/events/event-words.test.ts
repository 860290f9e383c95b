import { expect, it } from 'vitest'

import { createMockApi } from '../../../mocks/api.ts'
import { readEventLog } from '../../api/events.ts'
import { eventWords } from './event-words.ts'

it.each([
  ['service_create', 'Service created'],
  ['service_poweroff', 'Service powered off'],
  ['service_plan_change', 'Plan changed'],
  ['service_user_create', 'Service user created'],
  ['service_acl_delete', 'ACL entry deleted'],
  ['service_query_stats_reset', 'Query statistics reset'],
  ['service_config_change', 'Settings changed'],
  ['service_master_promotion', 'Standby promoted to primary'],
  ['project_vpc_create', 'Project VPC created'],
  ['project_user_invite', 'Project user invited'],
  // Unknown to the tables, names that every object inherits, and no type at all.
  ['service_newly_invented', 'Service newly invented'],
  ['x_constructor', 'X constructor'],
  ['unknown', 'Unknown'],
  ['', ''],
])('says %s as %s', (type, words) => {
  expect(eventWords(type)).toBe(words)
})

it('says what happened in every event of the demo', async () => {
  const request = new Request('http://api.example.com/v1/project/demo-shop/events?limit=1000', {
    headers: { authorization: 'aivenv1 x' },
  })
  const { items } = readEventLog(await (await createMockApi().fetch(request)).json())
  const words = new Set(items.map(({ event_type: type = '' }) => eventWords(type)))
  expect(words.size).toBeGreaterThan(5)
  for (const said of words) expect(said).toMatch(/ (\w+ed|reset|done|powered o(n|ff)|promoted to primary)$/)
})
