/** Whose token it is, and its end. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { ApiError, statusOf } from './errors.ts'
import { readAnswer } from './parse.ts'
import { readQuery, SECOND } from './query.ts'
import { readAcknowledged } from './service-write.ts'

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

/** The API said that the token has ended, and took it afterwards. */
export class StillTakenError extends Error {
  override readonly name = 'StillTakenError'
}

const isRefused = (error: unknown) => [401, 403].includes(statusOf(error) ?? 0)

/**
 * `POST /v1/me/logout`: ends the token that asks, whoever else uses it. Which kinds of tokens it ends, the document
 * doesn't say: the API is then asked with it, and only its refusal counts.
 * @throws {ApiError} refused, or not known
 * @throws {StillTakenError}
 */
export const revokeToken = async (api: Api, token: string | undefined): Promise<void> => {
  // Not to be aborted: it may have been done.
  const { signal } = new AbortController()
  const request = { params: {}, signal, token } as const
  await readAnswer('UserLogout', await api({ operation: 'UserLogout', ...request }), readAcknowledged)
  try {
    await api({ operation: USER_INFO, ...request })
  } catch (error) {
    if (isRefused(error)) return
    const message = 'The API said that it ended the token. Whether it did could not be seen.'
    throw new ApiError(message, { kind: 'network', operation: 'UserLogout', cause: error })
  }
  throw new StillTakenError()
}
