import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { userInfo } from '../api/account.ts'
import { useApi } from '../api/use-api.ts'
import { Button } from '../ui/button.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { useSignedOut, type Session } from './session.ts'

const RevokeDialog = onDemand(async () => (await import('./revoke-dialog.tsx')).RevokeDialog)

/** "api.aiven.io", with "by way of npm run live" where the token stays with the server at the desk. */
const apiHost = ({ api, holder }: Session): string => {
  const host = URL.parse(api)?.host ?? 'an address that this page was not told'
  return holder === 'desk' ? `${host}, by way of npm run live` : host
}

/** The ways to go, for a user who brought the token. */
const SignOut = ({ session }: { session: Session }) => {
  const [revoking, setRevoking] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        onClick={() => {
          session.signOut('signed-out')
        }}
      >
        Sign out
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          setRevoking(true)
        }}
      >
        Revoke token
      </Button>
      {revoking && (
        <RevokeDialog
          session={session}
          onClose={() => {
            setRevoking(false)
          }}
        />
      )}
    </div>
  )
}

/** As whom the API is asked; where the user brought the token, the way to take it back. */
const Account = ({ session }: { session: Session }) => {
  const { data, error } = useQuery(userInfo(useApi()))
  return (
    <>
      <p className="text-xs wrap-anywhere text-muted">
        {data ? `as ${data.user}` : error ? 'as whom, the API does not say' : 'as …'}
      </p>
      {session.holder === 'sign-in' && <SignOut session={session} />}
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
