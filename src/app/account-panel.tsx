import { useQuery, useQueryClient } from '@tanstack/react-query'

import { userInfo } from '../api/account.ts'
import { useApi } from '../api/use-api.ts'
import { forgetBrowserUser } from '../features/user/browser-user.ts'
import { Button } from '../ui/button.tsx'
import { useSignedOut, type Session } from './session.ts'

/** "api.aiven.io", with "by way of npm run live" where the token stays with the server at the desk. */
const apiHost = ({ api, holder }: Session): string => {
  const host = URL.parse(api)?.host ?? 'an address that this page was not told'
  return holder === 'desk' ? `${host}, by way of npm run live` : host
}

/** As whom the API is asked; where the user brought the token, the way to take it back. */
const Account = ({ session }: { session: Session }) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(userInfo(api))
  const signOut = () => {
    session.signOut()
    queryClient.clear()
    forgetBrowserUser()
  }
  return (
    <>
      <p className="text-xs wrap-anywhere text-muted">
        {data ? `as ${data.user}` : error ? 'as whom, the API does not say' : 'as …'}
      </p>
      {session.holder === 'sign-in' && <Button onClick={signOut}>Sign out</Button>}
    </>
  )
}

/** Which API the page talks to, and as whom. */
export const AccountPanel = ({ session }: { session: Session }) => {
  const signedOut = useSignedOut(session)
  return (
    <div className="space-y-1">
      <p className="text-xs wrap-anywhere text-muted">API: {apiHost(session)}</p>
      {!signedOut && <Account session={session} />}
    </div>
  )
}
