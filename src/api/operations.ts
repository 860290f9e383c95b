/**
 * Every operation of Aiven's API that the console uses, under its id in Aiven's OpenAPI document. The client makes its
 * requests from this table, and the servers that stand in front of the API forward these and nothing else.
 */

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below `/v1`; a parameter stands in braces for one segment. */
  readonly path: `/${string}`
  /** A `read` changes nothing, whatever its method: it is retried, and allowed where writes are not. */
  readonly kind: 'read' | 'write'
}

const SERVICE = '/project/{project}/service/{service_name}'
const USER = `${SERVICE}/user/{service_username}` as const

export const OPERATIONS = {
  UserInfo: { method: 'GET', path: '/me', kind: 'read' },
  ProjectList: { method: 'GET', path: '/project', kind: 'read' },
  ProjectKmsGetCA: { method: 'GET', path: '/project/{project}/kms/ca', kind: 'read' },
  ServiceList: { method: 'GET', path: '/project/{project}/service', kind: 'read' },
  ServiceGet: { method: 'GET', path: SERVICE, kind: 'read' },
  ServiceUpdate: { method: 'PUT', path: SERVICE, kind: 'write' },
  ServiceDelete: { method: 'DELETE', path: SERVICE, kind: 'write' },
  ServiceUserGet: { method: 'GET', path: USER, kind: 'read' },
  ServiceUserCredentialsModify: { method: 'PUT', path: USER, kind: 'write' },
  ServiceUserCredentialsReset: { method: 'PUT', path: `${USER}/credentials/reset`, kind: 'write' },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof OPERATIONS

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The parameters of an operation's path, by name. */
export type PathParams<Id extends OperationId> = Readonly<Record<NamesIn<(typeof OPERATIONS)[Id]['path']>, string>>

/** The path of a request below `/v1`, its parameters encoded. */
export const operationPath = (id: OperationId, params: Readonly<Record<string, string>>): string =>
  OPERATIONS[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
