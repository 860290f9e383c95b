/**
 * Checks the mock against Aiven's API document: every answer of every scenario without faults is validated against the
 * document in AIVEN_OPENAPI, which isn't part of this project.
 */
import { Ajv, type ValidateFunction } from 'ajv'

import { createMockApi } from '../mocks/api.ts'
import { WALK, type Step } from './conformance-walk.ts'

type Json = Readonly<Record<string, unknown>>

/** Fields that may be null, which the document mentions only in their descriptions. */
const NULL_IN_PRACTICE = new Set([
  'project_vpc_id',
  'service_uri',
  'password',
  'authentication',
  'availability_end_time',
  'aiven_end_of_life_time',
  'upstream_end_of_life_time',
  'termination_time',
  'upgrade_to_version',
  'owner_user_group_id',
  'topic_description',
  'pitr_range_start',
  'pitr_range_end',
  'likely_error_cause',
])

/** Converts the document's schemas to JSON Schema: allows null where it occurs, and ignores extra keywords (`example`, …). */
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

/** Compiled on first use: the console uses a tenth of the document. */
type Schema = () => ValidateFunction | undefined

/** An operation of the document: path, input and output. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** Of paths from `/v1` on. */
  readonly path: RegExp
  /** How many parts of the path may be anything. */
  readonly open: number
  readonly answer: Schema
  readonly request: Schema
  readonly query: Schema
}

/** Query parameters that Aiven's own client sends, but that aren't in its document; see docs/unverified.md. */
const UNDOCUMENTED_WORDS: Readonly<Record<string, Json>> = { ProjectGetEventLogs: { limit: { type: 'integer' } } }

const lazily = (make: Schema): Schema => {
  let made: { readonly schema: ValidateFunction | undefined } | undefined
  return () => (made ??= { schema: make() }).schema
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const

/** Every operation of the document, by its id. */
export const compileOperations = (document: object): Map<string, Operation> => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'document', components: toJsonSchema(at(document, 'components')) })
  const resolve = (value: unknown): unknown => {
    const reference = at(value, '$ref')
    return typeof reference === 'string' ? resolve(at(document, ...reference.slice(2).split('/'))) : value
  }
  const compiled = (schema: Json): ValidateFunction =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as Json)
  const content =
    (carrier: unknown): Schema =>
    () => {
      const schema = at(resolve(carrier), 'content', 'application/json', 'schema')
      return schema === undefined ? undefined : compiled(toJsonSchema(schema) as Json)
    }
  /** The allowed query parameters. */
  const query =
    (id: string, parameters: readonly unknown[]): Schema =>
    () => {
      const known = parameters.map((parameter) => resolve(parameter)).filter((one) => at(one, 'in') === 'query')
      const properties: Json = {
        ...UNDOCUMENTED_WORDS[id],
        ...(Object.fromEntries(known.map((one) => [at(one, 'name'), toJsonSchema(at(one, 'schema'))])) as Json),
      }
      return compiled({ type: 'object', properties, additionalProperties: false })
    }
  const found = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(at(document, 'paths') as Record<string, Json>)) {
    for (const method of METHODS) {
      const operation = methods[method]
      const id = at(operation, 'operationId')
      if (typeof id !== 'string') continue
      found.set(id, {
        id,
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        open: path.split('{').length - 1,
        answer: lazily(content(at(operation, 'responses', '200'))),
        request: lazily(content(at(operation, 'requestBody'))),
        query: lazily(query(id, (at(operation, 'parameters') ?? []) as readonly unknown[])),
      })
    }
  }
  return found
}

const faults = (validate: ValidateFunction | undefined, what: string, value: unknown): string[] =>
  !validate || validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message ?? ''}`)

/** What is wrong with one answer, as sentences. */
export const violations = (found: Operation | undefined, operation: string, body: unknown): string[] => {
  const answer = found?.answer()
  return answer ? faults(answer, operation, body) : [`${operation}: the document has no such operation`]
}

/** A request: its path from `/v1` on, with its query. */
type RequestToCheck = Pick<Step, 'path' | 'body'> & { readonly method: string }

/** Query parameters as JSON: `5` and `true` aren't strings there. */
const asJson = (word: string): unknown => (/^(?:true|false|-?\d+)$/.test(word) ? JSON.parse(word) : word)

const contentViolations = (found: Operation, { path, body }: RequestToCheck): string[] => {
  const { searchParams } = new URL(path, 'http://api.example.com')
  const query = Object.fromEntries([...searchParams].map(([name, word]) => [name, asJson(word)]))
  return [
    ...faults(found.query(), `query of ${found.id}`, query),
    ...(body ? faults(found.request(), `request of ${found.id}`, body) : []),
  ]
}

const isAt = ({ method, path }: Operation, request: RequestToCheck): boolean =>
  method === request.method && path.test(new URL(request.path, 'http://api.example.com').pathname)

/** What is wrong with one request of a known operation, as sentences. */
export const requestViolations = (
  found: Operation | undefined,
  request: RequestToCheck & Pick<Step, 'operation'>,
): string[] => {
  if (!found) return [`${request.operation}: the document has no such operation`]
  return [
    ...(isAt(found, request) ? [] : [`${found.id} is not ${request.method} ${request.path}`]),
    ...contentViolations(found, request),
  ]
}

/** Paths that Aiven's own client asks for, but that aren't in its document. */
const UNDOCUMENTED_PATHS = /^\/account\/[^/]+\/service_versions$/

/** What is wrong with any request, as sentences: finds the operation by method and path. */
export const anyRequestViolations = (operations: ReadonlyMap<string, Operation>, request: RequestToCheck): string[] => {
  const { pathname } = new URL(request.path, 'http://api.example.com')
  if (UNDOCUMENTED_PATHS.test(pathname)) return []
  const found = [...operations.values()]
    .filter((operation) => isAt(operation, request))
    .toSorted((a, b) => a.open - b.open)[0]
  return found ? contentViolations(found, request) : [`the document has no ${request.method} ${pathname}`]
}

/** Scenarios with valid answers. */
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

interface ListAnswers {
  readonly projects?: readonly { readonly project_name: string }[]
  readonly services?: readonly {
    readonly service_name: string
    readonly users: readonly { readonly username: string }[]
  }[]
}

/** Requested by Aiven's own client, but not in its document. */
const UNDOCUMENTED: ReadonlySet<string> = new Set(['ListAccountServiceVersions'])

/** Sends every request to the mock, and checks each request and answer against the document. */
export const checkMock = async (document: Json): Promise<{ answers: number; problems: string[] }> => {
  const operations = compileOperations(document)
  const problems: string[] = []
  let answers = 0

  const askScenario = (scenario: (typeof GOOD_SCENARIOS)[number]) => {
    let now = Date.now()
    const api = createMockApi({ scenario, clock: () => new Date(now) })
    const requested = new Set<string>()
    const ask = async ({ operation, method, path, body, after = 0 }: Step): Promise<ListAnswers & { ok: boolean }> => {
      now += after * 1000
      requested.add(operation)
      const found = operations.get(operation)
      problems.push(...requestViolations(found, { operation, method, path, ...(body && { body }) }))
      const request = new Request(`http://api.example.com/v1${path}`, {
        method,
        headers: { authorization: 'aivenv1 x' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const response = await api.fetch(request)
      const answer = (await response.json()) as ListAnswers
      // A project that may not be read answers with 403, and has nothing to compare.
      if (!response.ok) return { ok: false }
      answers++
      problems.push(...violations(found, operation, answer).map((text) => `${scenario}: ${text}`))
      return { ...answer, ok: true }
    }
    return { api, requested, ask, get: (operation: string, path: string) => ask({ operation, method: 'GET', path }) }
  }

  for (const scenario of GOOD_SCENARIOS) {
    const { ask, get } = askScenario(scenario)
    await get('UserInfo', '/me')
    const { projects = [] } = await get('ProjectList', '/project')
    for (const { project_name: project } of projects) {
      const base = `/project/${project}`
      await get('ProjectGet', base)
      await get('ProjectKmsGetCA', `${base}/kms/ca`)
      for (const secrets of ['', '?include_secrets=true', '?include_secrets=false']) {
        const { services = [] } = await get('ServiceList', `${base}/service${secrets}`)
        for (const { service_name: service, users } of services) {
          await get('ServiceGet', `${base}/service/${service}${secrets}`)
          for (const { username } of users) {
            await get('ServiceUserGet', `${base}/service/${service}/user/${username}${secrets}`)
            if (secrets !== '') continue
            const path = `${base}/service/${service}/user/${username}`
            const body = { operation: 'acknowledge-renewal' }
            await ask({ operation: 'ServiceUserCredentialsModify', method: 'PUT', path, body })
            await ask({ operation: 'ServiceUserCredentialsReset', method: 'PUT', path: `${path}/credentials/reset` })
          }
        }
      }
    }
  }

  const { api, requested, ask } = askScenario('default')
  for (const step of WALK) if (!(await ask(step)).ok) problems.push(`${step.method} ${step.path} was refused`)
  const elsewhere = ['UserInfo', 'ProjectList', 'ProjectGet', 'ProjectKmsGetCA', 'ServiceList', 'ServiceGet']
  const users = ['ServiceUserGet', 'ServiceUserCredentialsModify', 'ServiceUserCredentialsReset']
  for (const operation of api.operations)
    if (!requested.has(operation) && !UNDOCUMENTED.has(operation) && ![...elsewhere, ...users].includes(operation))
      problems.push(`${operation}: nothing asks the mock for it`)
  return { answers, problems: [...new Set(problems)] }
}
