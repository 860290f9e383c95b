/** Tests that the check finds planted violations. */
import { describe, expect, it } from 'vitest'

import { anyRequestViolations, checkMock, compileOperations, requestViolations, violations } from './conformance.ts'

describe('answers of the mock', () => {
  const user = {
    type: 'object',
    required: ['username', 'type', 'password'],
    properties: { username: { type: 'string' }, type: { enum: ['primary', 'normal'] }, password: { type: 'string' } },
  }
  const document = {
    components: { schemas: { User: user } },
    paths: {
      '/me': {
        get: {
          operationId: 'UserInfo',
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
          },
        },
      },
    },
  }
  const check = (body: unknown) => violations(compileOperations(document).get('UserInfo'), 'UserInfo', body)

  it('an answer that does not match the document', () => {
    expect(check({ username: 'u', type: 'primary', password: 'p' })).toEqual([])
    expect(check({ username: 'u', type: 'primary', password: null })).toEqual([])
    expect(check({ username: 5, type: 'other' })).toEqual([
      "UserInfo must have required property 'password'",
      'UserInfo/username must be string',
      'UserInfo/type must be equal to one of the allowed values',
    ])
  })

  it('an operation that the document does not have', () => {
    expect(violations(compileOperations(document).get('Nothing'), 'Nothing', {})).toEqual([
      'Nothing: the document has no such operation',
    ])
  })

  it('a request to another place, or with another body', () => {
    const put = {
      operationId: 'UserUpdate',
      parameters: [{ in: 'query', name: 'x', schema: { type: 'integer' } }],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
    }
    const operations = compileOperations({ ...document, paths: { '/me/{name}': { put } } })
    const found = operations.get('UserUpdate')
    const body = { username: 'u', type: 'primary', password: 'p' }
    const request = { operation: 'UserUpdate', method: 'PUT', path: '/me/someone?x=1', body } as const
    expect(requestViolations(found, request)).toEqual([])
    expect(requestViolations(found, { ...request, method: 'POST' })).toEqual(['UserUpdate is not POST /me/someone?x=1'])
    expect(requestViolations(found, { ...request, path: '/you/someone' })).toHaveLength(1)
    expect(requestViolations(found, { ...request, body: {} })).toHaveLength(3)
    expect(requestViolations(found, { ...request, path: '/me/someone?x=one' })).toHaveLength(1)
    expect(requestViolations(found, { ...request, path: '/me/someone?y=1' })).toHaveLength(1)
    expect(anyRequestViolations(operations, request)).toEqual([])
    expect(anyRequestViolations(operations, { ...request, path: '/me' })).toHaveLength(1)
  })

  it('the whole mock, against a document with other requirements', async () => {
    const { answers, problems } = await checkMock(document)
    expect(answers).toBeGreaterThan(100)
    expect(problems).toContain("default: UserInfo must have required property 'username'")
  })
})
