import type { HttpHandler } from 'msw'

import { meAnswer } from '../answers.ts'
import type { Routes } from '../routes.ts'

/** Who the token belongs to, and its end. */
export const accountHandlers = ({ db, on, revoke }: Routes): HttpHandler[] => [
  on('UserInfo', 'get', '/me', () => meAnswer(db.projects())),
  on('UserLogout', 'post', '/me/logout', ({ request }) => {
    revoke(request)
    return { message: 'Logged out' }
  }),
]
