import type { HttpHandler } from 'msw'

import { meAnswer } from '../answers.ts'
import type { Routes } from '../routes.ts'

/** Who the token belongs to. */
export const accountHandlers = ({ db, on }: Routes): HttpHandler[] => [
  on('UserInfo', 'get', '/me', () => meAnswer(db.projects())),
]
