/**
 * Does the mock answer as Aiven's API document says? Every answer of every scenario that means to be good is
 * validated against the document that AIVEN_OPENAPI names; it is not part of this project.
 */
import { Ajv, type ValidateFunction } from 'ajv'

import { createMockApi } from '../mocks/api.ts'

type Json = Readonly<Record<string, unknown>>

/** Fields that are null in practice, though the document has no word for null (it says so in their descriptions). */
const NULL_IN_PRACTICE = new Set(['project_vpc_id', 'service_uri', 'password', 'authentication'])

/** The document's dialect made JSON Schema: null where it occurs, and its own words (`example`, …) let pass. */
const toJsonSchema = (schema: unknown, name = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((item) => toJsonSchema(item))
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema as Json).map(([key, value]): [string, unknown] =>
    key === 'properties'
      ? [key, Object.fromEntries(Object.entries(value as Json).map(([field, of]) => [field, toJsonSchema(of, field)]))]
      : [key, toJsonSchema(value)],
  )
  const converted = Object.fromEntries(entries)
  return NULL_IN_PRACTICE.has(name) ? { anyOf: [{ type: 'null' }, converted] } : converted
}

const at = (value: unknown, ...path: readonly string[]): unknown => {
  let found = value
  for (const key of path) found = (found as Json | undefined)?.[key]
  return found
}

/** Validators for the good answer of every operation that the mock knows, by operation id. */
export const compileOperations = (document: Json): Map<string, ValidateFunction> => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'document', components: toJsonSchema(at(document, 'components')) })
  const resolve = (value: unknown): unknown => {
    const reference = at(value, '$ref')
    return typeof reference === 'string' ? resolve(at(document, ...reference.slice(2).split('/'))) : value
  }
  const found = new Map<string, ValidateFunction>()
  const operations = Object.values(document['paths'] as Record<string, Json>).flatMap(({ get, put }) => [get, put])
  for (const operation of operations) {
    const id = at(operation, 'operationId')
    const answer = resolve(at(operation, 'responses', '200'))
    const schema = at(answer, 'content', 'application/json', 'schema')
    if (typeof id !== 'string' || schema === undefined) continue
    const text = JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components', '"document#/components')
    found.set(id, ajv.compile(JSON.parse(text) as Json))
  }
  return found
}

/** What is wrong with one answer, as sentences. */
export const violations = (validate: ValidateFunction | undefined, operation: string, body: unknown): string[] => {
  if (!validate) return [`${operation}: the document has no such operation`]
  if (validate(body)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${operation}${instancePath} ${message ?? ''}`)
}

/** Scenarios whose answers are good ones. */
const GOOD_SCENARIOS = [
  'default',
  'empty',
  'no-projects',
  'key-mismatch',
  'redacted',
  'rebuilding',
  'rotation-announced',
  'rotation-first-update',
  'rotation-done',
] as const

interface Listed {
  readonly projects?: readonly { readonly project_name: string }[]
  readonly services?: readonly {
    readonly service_name: string
    readonly users: readonly { readonly username: string }[]
  }[]
}

/** Asks the mock everything it knows, and holds each answer against the document. */
export const checkMock = async (document: Json): Promise<{ answers: number; problems: string[] }> => {
  const validators = compileOperations(document)
  const problems: string[] = []
  let answers = 0
  for (const scenario of GOOD_SCENARIOS) {
    const api = createMockApi({ scenario })
    const ask = async (operation: string, path: string, change?: Json): Promise<Listed> => {
      const request = new Request(`http://api.example.com/v1${path}`, {
        headers: { authorization: 'aivenv1 x' },
        ...(change && { method: 'PUT', body: JSON.stringify(change) }),
      })
      const response = await api.fetch(request)
      const body = (await response.json()) as Listed
      // A project that may not be read answers with 403, and has nothing to compare.
      if (!response.ok) return {}
      answers++
      problems.push(...violations(validators.get(operation), operation, body).map((text) => `${scenario}: ${text}`))
      return body
    }
    await ask('UserInfo', '/me')
    const { projects = [] } = await ask('ProjectList', '/project')
    for (const { project_name: project } of projects) {
      const base = `/project/${project}`
      await ask('ProjectGet', base)
      await ask('ProjectKmsGetCA', `${base}/kms/ca`)
      for (const secrets of ['', '?include_secrets=true', '?include_secrets=false']) {
        const { services = [] } = await ask('ServiceList', `${base}/service${secrets}`)
        for (const { service_name: service, users } of services) {
          await ask('ServiceGet', `${base}/service/${service}${secrets}`)
          for (const { username } of users) {
            await ask('ServiceUserGet', `${base}/service/${service}/user/${username}${secrets}`)
            if (secrets !== '') continue
            const user = `${base}/service/${service}/user/${username}`
            await ask('ServiceUserCredentialsModify', user, { operation: 'acknowledge-renewal' })
            await ask('ServiceUserCredentialsReset', `${user}/credentials/reset`, {})
          }
        }
      }
    }
  }
  return { answers, problems: [...new Set(problems)] }
}
