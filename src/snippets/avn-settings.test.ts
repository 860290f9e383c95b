import { expect, it } from 'vitest'

import { avnSettings } from './avn-settings.ts'
import type { WriteRequest } from './write-request.ts'

const request = (operation: string, more: Partial<WriteRequest>): WriteRequest => ({
  operation,
  method: 'PUT',
  path: '/project/demo/service/db',
  params: { project: 'demo', service_name: 'db' },
  ...more,
})

it.each([
  ['update --plan=business-4', [{ path: ['plan'], after: 'business-4' }]],
  [
    'update --maintenance-dow=monday --maintenance-time=04:00:00',
    [
      { path: ['maintenance', 'dow'], after: 'monday' },
      { path: ['maintenance', 'time'], after: '04:00:00' },
    ],
  ],
  ['update -c=pg.jit=false', [{ path: ['user_config', 'pg', 'jit'], after: false }]],
  [undefined, [{ path: ['user_config', 'ip_filter'], after: ['10.0.0.0/8'] }]],
  [undefined, [{ path: ['user_config', 'pg', 'jit'], after: undefined }]],
  [undefined, [{ path: ['disk_space_mb'], after: 1024 }]],
] as const)('%s', (expected, edits) => {
  expect(avnSettings(request('ServiceUpdate', { edits }))?.join(' ')).toBe(expected)
})

it('tags, maintenance and users', () => {
  const edits = [
    { path: ['tags', 'env'], after: undefined },
    { path: ['tags', 'owner'], after: 'ada, Åse' },
  ] as const
  expect(avnSettings(request('ProjectServiceTagsUpdate', { edits }))).toEqual([
    'tags',
    'update',
    '--remove-tag=env',
    '--add-tag=owner=ada, Åse',
  ])
  expect(avnSettings(request('ServiceMaintenanceStart', {}))).toEqual(['maintenance-start'])
  const params = { project: 'demo', service_name: 'db', service_username: 'ada' }
  expect(avnSettings(request('ServiceUserDelete', { params }))).toEqual(['user-delete', '--username=ada'])
  const ada = { username: 'ada' }
  expect(avnSettings(request('ServiceUserCreate', { body: ada }))).toEqual(['user-create', '--username=ada'])
  const replicating = { ...ada, access_control: { pg_allow_replication: true } }
  expect(avnSettings(request('ServiceUserCreate', { body: replicating }))).toBeUndefined()
})

it('a tag whose value avn refuses has no avn', () => {
  const edits = [{ path: ['tags', 'home'], after: 'https://example.com' }] as const
  expect(avnSettings(request('ProjectServiceTagsUpdate', { edits }))).toBeUndefined()
})
