/**
 * Every request of the console as React Query options, keyed `[operationId, params]`. Functions are named
 * after the operation in Aiven's OpenAPI document.
 */
import { queryOptions } from '@tanstack/react-query'
import * as v from 'valibot'

import type { ApiClient } from './client.ts'
import { isChanging, readAnswer, readProjectList, readServiceGet, readServiceList, readUserInfo } from './read.ts'
import { ProjectKmsGetCaSchema, ServiceUserGetSchema } from './schemas.ts'

const SECOND = 1000
const segment = encodeURIComponent

/** The query client's default `meta` carries the API client, so that pages, loaders and tests reach the same one. */
declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { api?: ApiClient }
  }
}

interface Operation<T> {
  readonly id: string
  readonly params: Record<string, string>
  /** Path below `/v1`. */
  readonly path: string
  readonly read: (body: unknown) => T
  /** How long an answer is shown without asking again, in milliseconds. */
  readonly staleTime: number
  /** How long an answer is kept once nobody shows it, in milliseconds. */
  readonly gcTime?: number
  /** While the answer is shown: milliseconds after which it is asked for again. Never when hidden or offline. */
  readonly refreshAfter?: (answer: T) => number
}

/** A page that nobody touches is still true a minute later. */
const SLOWLY = 60 * SECOND

/** An operation of Aiven's API document that reads, as query options. */
export const operation = <T>({ id, params, path, read, staleTime, gcTime, refreshAfter }: Operation<T>) =>
  queryOptions({
    queryKey: [id, params] as const,
    queryFn: async ({ meta, signal }) => {
      if (!meta?.api) throw new Error('The query client was made without an API client.')
      return readAnswer(id, await meta.api({ operation: id, path, signal }), read)
    },
    staleTime,
    ...(gcTime !== undefined && { gcTime }),
    // What has never come is Retry's to ask for; what came once and then failed is asked for without haste.
    ...(refreshAfter && {
      refetchInterval: ({ state: { data, error } }: { state: { data: T | undefined; error: Error | null } }) =>
        data === undefined ? false : error === null ? refreshAfter(data) : SLOWLY,
    }),
  })

/** `GET /v1/me`: who the token belongs to; also how a doubtful token is checked. */
export const userInfo = () =>
  operation({
    id: 'UserInfo',
    params: {},
    path: '/me',
    read: readUserInfo,
    staleTime: 60 * SECOND,
  })

/** `GET /v1/project`: the projects that the user can see (what avn uses). */
export const projectList = () =>
  operation({ id: 'ProjectList', params: {}, path: '/project', read: readProjectList, staleTime: 60 * SECOND })

/** `GET /v1/project/{project}/service`, without secrets. */
export const serviceList = (project: string) =>
  operation({
    id: 'ServiceList',
    params: { project },
    path: `/project/${segment(project)}/service?include_secrets=false`,
    read: readServiceList,
    staleTime: 10 * SECOND,
    // Thousands of services take the page a while to read: it does so more seldom.
    refreshAfter: ({ items }) => (items.some(isChanging) ? 15 * SECOND : SLOWLY) + items.length * 30,
  })

/** `GET /v1/project/{project}/service/{service}`, without secrets. */
export const serviceGet = (project: string, service: string) =>
  operation({
    id: 'ServiceGet',
    params: { project, service },
    path: `/project/${segment(project)}/service/${segment(service)}?include_secrets=false`,
    read: readServiceGet,
    staleTime: 10 * SECOND,
    refreshAfter: (answer) => (isChanging(answer) ? 5 * SECOND : SLOWLY),
  })

/**
 * `GET /v1/project/{project}/kms/ca`: the PEM as the API sent it, to be checked by `tls/files.ts`.
 * A CA can rotate, so an answer older than two minutes is not saved.
 */
export const projectKmsGetCa = (project: string) =>
  operation({
    id: 'ProjectKmsGetCA',
    params: { project },
    path: `/project/${segment(project)}/kms/ca`,
    read: (body) => v.parse(ProjectKmsGetCaSchema, body).certificate,
    staleTime: 120 * SECOND,
  })

/** `GET …/user/{user}?include_secrets=true`: fetched when asked for, and not kept. */
export const serviceUserGet = (project: string, service: string, username: string) =>
  operation({
    id: 'ServiceUserGet',
    params: { project, service, username },
    path: `/project/${segment(project)}/service/${segment(service)}/user/${segment(username)}?include_secrets=true`,
    read: (body) => v.parse(ServiceUserGetSchema, body).user,
    staleTime: 0,
    gcTime: 0,
  })
