/** Service users: their credentials, and what the console changes of them. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { readQuery } from './query.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'
import { ServiceUserSchema } from './service-user.ts'

/** Which service user. */
export interface UserAddress {
  readonly project: string
  readonly service: string
  readonly username: string
}

const paramsOf = ({ project, service, username }: UserAddress) => ({
  project,
  service_name: service,
  service_username: username,
})

const UserSchema = v.object({ user: ServiceUserSchema })

/** `GET …/user/{user}?include_secrets=true`: fetched on request, and not kept. */
export const serviceUserGet = (api: Api, user: UserAddress) =>
  readQuery(api, {
    operation: 'ServiceUserGet',
    params: paramsOf(user),
    query: { include_secrets: 'true' },
    read: (body) => v.parse(UserSchema, body).user,
    staleTime: 0,
    gcTime: 0,
  })

const CertificatesSchema = v.object({
  service: v.object({
    users: v.nullish(v.array(v.object({ username: v.string(), access_cert: v.nullish(v.string()) })), []),
  }),
})

/** `GET …/service/{service}?include_secrets=true`, reduced to certificates at once; requested only by a button, and not kept. */
export const serviceUserCertificates = (api: Api, project: string, service: string) =>
  readQuery(api, {
    operation: 'ServiceGet',
    params: { project, service_name: service },
    query: { include_secrets: 'true' },
    view: 'certificates',
    read: (body) => v.parse(CertificatesSchema, body).service.users,
    staleTime: 0,
    gcTime: 0,
  })

/** `PUT …/user/{user}`, `acknowledge-renewal`: Aiven stops its reminders. No certificate changes. */
export const acknowledgeRenewal = (user: UserAddress) =>
  makeWrite({
    operation: 'ServiceUserCredentialsModify',
    params: paramsOf(user),
    body: { operation: 'acknowledge-renewal' },
  })

/**
 * `PUT …/user/{user}/credentials/reset`: a new password and, where the user has them, a new key and certificate.
 * The old ones stop working.
 */
export const resetCredentials = (user: UserAddress) =>
  makeWrite({ operation: 'ServiceUserCredentialsReset', params: paramsOf(user), body: {} })

/** A new user; the API decides what is left out. */
export interface NewUser {
  readonly username: string
  /** Of MySQL: `caching_sha2_password` or `mysql_native_password`. */
  readonly authentication?: string
  /** By the type: `pg_allow_replication`, `valkey_acl_keys` and the like. */
  readonly access_control?: Readonly<Record<string, unknown>>
}

/** `POST …/user`: a user with its own credentials. The answer contains them; none of it is kept. */
export const createUser = ({ project, service }: Omit<UserAddress, 'username'>, user: NewUser) =>
  makeWrite({
    operation: 'ServiceUserCreate',
    params: { project, service_name: service },
    body: user,
    check: (answer) => v.parse(UserSchema, answer),
  })

/** `DELETE …/user/{user}`: its credentials stop working. */
export const deleteUser = (user: UserAddress) =>
  makeWrite({ operation: 'ServiceUserDelete', params: paramsOf(user), check: readAcknowledged })
