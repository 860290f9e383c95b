/** Whose token it is. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { readAnswer } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

const UserInfoSchema = v.object({ user: v.object({ user: v.string() }) })

const readUserInfo = (body: unknown): { readonly user: string } => v.parse(UserInfoSchema, body).user

/** Id of the one question that tells a bad token from a missing right. */
export const USER_INFO = 'UserInfo'

/** `GET /v1/me`: who the token belongs to; also how a doubtful token is checked. */
export const userInfo = (api: Api) =>
  readQuery(api, { operation: USER_INFO, params: {}, read: readUserInfo, staleTime: 60 * SECOND })

/**
 * Asks whose token this is, past the cache: until it is known to be good, the session has none.
 * @throws {ApiError}
 */
export const fetchTokenUser = async (api: Api, token: string, signal: AbortSignal): Promise<string> => {
  const answer = await api({ operation: USER_INFO, params: {}, signal, token })
  const { user } = await readAnswer(USER_INFO, answer, readUserInfo)
  return user
}
