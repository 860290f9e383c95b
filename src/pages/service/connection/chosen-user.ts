import type { ServiceUser } from '../../../api/service-user.ts'

/** The service user whose credentials the page offers. */
export interface ChosenUser {
  readonly user: ServiceUser | undefined
  /** The URL names a user who doesn't exist: then nobody is chosen, instead of another user. */
  readonly missing: string | undefined
}

/** @param wanted the user that the URL names, or null: then the first one, the administrator */
export const chooseUser = (users: readonly ServiceUser[], wanted: string | null): ChosenUser => {
  if (wanted === null) return { user: users[0], missing: undefined }
  const user = users.find(({ username }) => username === wanted)
  return { user, missing: user ? undefined : wanted }
}
