/** A token: checking its owner before use, and revoking it. */
import { readUserInfo, USER_INFO } from './account.ts'
import type { Api } from './client.ts'
import { ApiError, statusOf } from './errors.ts'
import { readAnswer } from './parse.ts'
import { readAcknowledged } from './service-write.ts'

/**
 * Fetches the token's owner, bypassing the cache: the session has no token until it is known to be valid.
 * @throws {ApiError}
 */
export const fetchTokenUser = async (api: Api, token: string, signal: AbortSignal): Promise<string> => {
  const answer = await api({ operation: USER_INFO, params: {}, signal, token })
  const { user } = await readAnswer(USER_INFO, answer, readUserInfo)
  return user
}

/** The API said that the token was revoked, but accepted it afterwards. */
export class TokenStillAcceptedError extends Error {
  override readonly name = 'TokenStillAcceptedError'
}

const isRefused = (error: unknown) => [401, 403].includes(statusOf(error) ?? 0)

/**
 * `POST /v1/me/logout`: revokes the token of the request, whoever else uses it. The document doesn't say which kinds of
 * tokens it revokes, so the token is tried afterwards, and only a refusal counts.
 * @throws {ApiError} if it was refused, or the outcome is unknown
 * @throws {TokenStillAcceptedError}
 */
export const revokeToken = async (api: Api, token: string | undefined): Promise<void> => {
  // Not abortable: it may have been done.
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
  throw new TokenStillAcceptedError()
}
