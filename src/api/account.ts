/** The owner of the token. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { readQuery, SECOND } from './query.ts'

const UserInfoSchema = v.object({ user: v.object({ user: v.string() }) })

/** The name of the user whose token it is. Throws where the answer holds none. */
export const readUserInfo = (body: unknown): { readonly user: string } => v.parse(UserInfoSchema, body).user

/** Id of the operation that distinguishes an invalid token from a missing permission. */
export const USER_INFO = 'UserInfo'

/** `GET /v1/me`: who the token belongs to; also used to check a doubtful token. */
export const userInfo = (api: Api) =>
  readQuery(api, { operation: USER_INFO, params: {}, read: readUserInfo, staleTime: 60 * SECOND })
