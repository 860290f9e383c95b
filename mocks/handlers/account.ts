import type { HttpHandler } from 'msw'

import { meAnswer } from '../answers.ts'
import type { Routes } from '../routes.ts'

/** The token's owner, and revoking the token. */
export const accountHandlers = ({ db, on, revoke }: Routes): HttpHandler[] => [
  on('UserInfo', 'get', '/me', () => meAnswer(db.projects())),
  on('UserLogout', 'post', '/me/logout', ({ request }) => {
    revoke(request)
    return { message: 'Logged out' }
  }),
]
