import { useQuery } from '@tanstack/react-query'

import { userInfo } from '../api/account.ts'
import { useApi } from '../api/use-api.ts'
import { Button } from '../ui/button.tsx'
import { useSignedOut, type Session } from './session.ts'

/** "api.aiven.io"; adds "by way of npm run live" if that server holds the token. */
const apiHost = ({ api, holder }: Session): string => {
  const host = URL.parse(api)?.host ?? 'an unknown address'
  return holder === 'desk' ? `${host}, through npm run live` : host
}

interface AccountPanelProps {
  session: Session
  /** Opens the dialog that revokes the token. */
  onRevoke: () => void
}

/** Sign out and revoke, for a user who pasted the token. */
const SignOut = ({ session, onRevoke }: AccountPanelProps) => (
  <div className="flex flex-wrap gap-2">
    <Button
      onClick={() => {
        session.signOut('signed-out')
      }}
    >
      Sign out
    </Button>
    <Button variant="quiet" onClick={onRevoke}>
      Revoke token
    </Button>
  </div>
)

/** The user that the token belongs to and, if they pasted the token, sign out and revoke. */
const Account = ({ session, onRevoke }: AccountPanelProps) => {
  const { data, error } = useQuery(userInfo(useApi()))
  return (
    <>
      <p className="text-xs wrap-anywhere text-muted">
        {data ? `as ${data.user}` : error ? 'as an unknown user' : 'as …'}
      </p>
      {session.holder === 'sign-in' && <SignOut session={session} onRevoke={onRevoke} />}
    </>
  )
}

/** The API and the user. */
export const AccountPanel = ({ session, onRevoke }: AccountPanelProps) => {
  const signedOut = useSignedOut(session)
  return (
    <div className="space-y-1">
      <p className="text-xs wrap-anywhere text-muted">API: {apiHost(session)}</p>
      {!signedOut && <Account session={session} onRevoke={onRevoke} />}
    </div>
  )
}
