import { describe, expect, it } from 'vitest'

import { createMockApi } from '../../../mocks/api.ts'
import { createApi } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { OPERATIONS } from '../../api/operations.ts'
import { permissionOf, whyForbidden } from './forbidden.ts'

describe('a 403', () => {
  it.each([
    ['ServiceList', 'Not a project member', 'membership', ''],
    ['ServiceUpdate', 'Insufficient permissions for this operation', 'role', 'project:services:write'],
    ['ServiceMetricsFetch', 'Not authorized', 'role', 'service:metrics:read'],
    ['ServiceKafkaTopicCreate', 'Permission denied', 'role', 'service:data:write'],
    ['ServiceUserCreate', 'Permission denied', 'role', 'service:users:write'],
    ['ServiceUpdate', 'Token scope does not permit this', 'scope', 'services:write'],
    ['ServiceGet', 'insufficient_scope: scope services:read is required', 'scope', 'services:read'],
    ['ServicePGBouncerCreate', 'Not available in the current service plan. Upgrade the plan.', 'plan', ''],
    ['ServiceDelete', 'Service is protected against termination and shutdown.', 'protection', ''],
    ['ServiceCreate', 'Forbidden', 'unknown', 'project:services:write'],
  ] as const)('of %s, "%s", is told as: %s', (operation, message, by, named) => {
    const why = whyForbidden({ operation, message }, OPERATIONS[operation].kind === 'write')
    expect(why.by).toBe(by)
    expect(why.advice).toContain(named)
  })

  it('names a permission for every change of a project', () => {
    // Anyone may revoke their own token.
    const writes = Object.entries(OPERATIONS).filter(([, { kind, path }]) => kind === 'write' && path !== '/me/logout')
    expect(writes.filter(([operation]) => permissionOf(operation) === undefined)).toEqual([])
  })

  it.each([
    ['plan-403', 'plan'],
    ['role-read-only', 'role'],
    ['scope-403', 'scope'],
    ['403', 'membership'],
  ] as const)('of the scenario %s is told as: %s', async (scenario, by) => {
    const mock = createMockApi({ scenario })
    const api = createApi({ fetch: mock.fetch, token: () => 'x', origin: 'http://mock.example' })
    const body = { service_name: 'new-db', service_type: 'pg', plan: 'hobbyist' }
    const { signal } = new AbortController()
    const error: unknown = await api({
      operation: 'ServiceCreate',
      params: { project: 'demo-shop' },
      body,
      signal,
    }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ApiError)
    expect(whyForbidden(error as ApiError, true).by).toBe(by)
  })
})
