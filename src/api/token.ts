/** A token: checking its owner before use, and revoking it. */
import { readUserInfo, USER_INFO } from './account.ts'
import type { Api } from './client.ts'
import { ApiError, statusOf } from './errors.ts'
import { readAnswer } from './parse.ts'
import { readAcknowledged } from './service-write.ts'

/**
 * Fetches the token's owner, bypassing the cache: until the token is known to be valid, the session has none.
 * @throws {ApiError}
 */
export const fetchTokenUser = async (api: Api, token: string, signal: AbortSignal): Promise<string> => {
  const answer = await api({ operation: USER_INFO, params: {}, signal, token })
  const { user } = await readAnswer(USER_INFO, answer, readUserInfo)
  return user
}

/** The API said that the token was revoked, but accepted it afterwards. */
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
    const message = 'The API says it revoked the token. That couldn’t be confirmed.'
    throw new ApiError(message, { kind: 'network', operation: 'UserLogout', cause: error })
  }
  throw new StillTakenError()
}
