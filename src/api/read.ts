/** From an answer's JSON to typed data: what is wrong is named, and costs no more than it must. */
import * as v from 'valibot'

import type { ApiAnswer } from './client.ts'
import { ApiError } from './errors.ts'
import {
  ComponentSchema,
  ConnectionPoolSchema,
  ProjectListSchema,
  ProjectSchema,
  RawServiceSchema,
  ServiceGetSchema,
  ServiceListSchema,
  ServiceUserSchema,
  UserInfoSchema,
  type Component,
  type ConnectionPool,
  type Project,
  type ServiceUser,
} from './schemas.ts'

/** A list whose unreadable items have become sentences. */
export interface ReadList<T> {
  readonly items: readonly T[]
  readonly problems: readonly string[]
}

export interface Service extends Omit<
  v.InferOutput<typeof RawServiceSchema>,
  'components' | 'users' | 'connection_pools'
> {
  readonly components: readonly Component[]
  readonly users: readonly ServiceUser[]
  readonly connection_pools: readonly ConnectionPool[]
  /** How many endpoints the API named that could not be read. */
  readonly unreadEndpoints: number
  /** Sentences about parts of this service that could not be read. */
  readonly problems: readonly string[]
}

/** Whether Aiven is at work on the service, or on one of its nodes: then its description changes by itself. */
export const isChanging = ({ state = '', node_states }: Service): boolean =>
  /^REB(UILD|ALANC)ING$/.test(state) || node_states.some((node) => (node.state ?? 'running') !== 'running')

/** The type of a value, never the value: it may be a secret. */
const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** The first thing that a schema minds, in words: `components[2].port: expected number, got null`. */
const issueText = (issues: readonly v.BaseIssue<unknown>[]): string => {
  const [issue] = issues
  if (!issue) return 'it is not what was expected'
  const { kind, message, expected, received, input } = issue
  const what = kind === 'validation' ? message : `expected ${String(expected).toLowerCase()}, got ${typeName(input)}`
  const path = v.getDotPath(issue)
  if (path === null) return what
  return received === 'undefined' ? `${path} is missing` : `${path}: ${what}`
}

/** A name to tell one broken item from another, where it has one. */
const nameOf = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null) return undefined
  const { service_name, project_name, component, username, pool_name } = item as Record<string, unknown>
  return [service_name, project_name, component, username, pool_name]
    .filter((name) => typeof name === 'string')
    .find((name) => name !== '')
}

/**
 * Reads a list item by item.
 * @param what what an item is called, for the sentences
 */
const readItems = <T>(items: readonly unknown[], what: string, read: (item: unknown) => T): ReadList<T> => {
  const good: T[] = []
  const problems: string[] = []
  for (const [index, item] of items.entries()) {
    try {
      good.push(read(item))
    } catch (error) {
      if (!(error instanceof v.ValiError)) throw error
      const name = nameOf(item) ?? `number ${String(index + 1)}`
      problems.push(`${what} ${name} could not be read (${issueText(error.issues)}).`)
    }
  }
  // Twins are told once: sentences are also what lists of them are keyed by.
  return { items: good, problems: [...new Set(problems)] }
}

/** What is listed twice under one name is one: pages tell their items apart by it. */
const onceEach = <T>(items: readonly T[], nameIn: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [nameIn(item), item])).values(),
]

const readService = (raw: unknown): Service => {
  const service = v.parse(RawServiceSchema, raw)
  const components = readItems(service.components, 'Endpoint', (item) => v.parse(ComponentSchema, item))
  const users = readItems(service.users, 'Service user', (item) => v.parse(ServiceUserSchema, item))
  const pools = readItems(service.connection_pools, 'Connection pool', (item) => v.parse(ConnectionPoolSchema, item))
  return {
    ...service,
    components: components.items,
    users: onceEach(users.items, ({ username }) => username),
    connection_pools: pools.items,
    unreadEndpoints: service.components.length - components.items.length,
    problems: [components, users, pools].flatMap(({ problems }) => problems),
  }
}

/**
 * Applies a reader to the body of an answer.
 * @throws {ApiError} of kind `contract` that names the field
 */
export const readAnswer = <T>(
  operation: string,
  { body, status, requestId }: ApiAnswer,
  read: (body: unknown) => T,
): T => {
  try {
    return read(body)
  } catch (error) {
    if (!(error instanceof v.ValiError)) throw error
    const message = `The API's answer is not what its documentation promises (${issueText(error.issues)}).`
    // No cause: the schema's error holds the whole answer, with whatever secrets are in it.
    throw new ApiError(message, { kind: 'contract', operation, status, requestId })
  }
}

export const readProjectList = (body: unknown): ReadList<Project> => {
  const read = readItems(v.parse(ProjectListSchema, body).projects, 'Project', (item) => v.parse(ProjectSchema, item))
  return { ...read, items: onceEach(read.items, ({ project_name }) => project_name) }
}

export const readServiceList = (body: unknown): ReadList<Service> =>
  readItems(v.parse(ServiceListSchema, body).services, 'Service', readService)

export const readServiceGet = (body: unknown): Service => readService(v.parse(ServiceGetSchema, body).service)

export const readUserInfo = (body: unknown): { readonly user: string } => v.parse(UserInfoSchema, body).user
