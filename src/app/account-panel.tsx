import { useQuery, useQueryClient } from '@tanstack/react-query'

import { userInfo } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { apiHost } from './api-host.ts'
import { forgetProject } from '../components/last-project.ts'
import type { Session } from './session.ts'

/** Which API the page talks to and as whom; where the user brought the token, the way to take it back. */
export const AccountPanel = ({ session }: { session: Session }) => {
  const queryClient = useQueryClient()
  const { data, error } = useQuery(userInfo())
  const signOut = () => {
    forgetProject()
    session.forget()
    queryClient.clear()
  }
  return (
    <div className="space-y-2">
      <p className="text-xs wrap-anywhere text-muted">
        API: {apiHost(session)}
        <br />
        {data ? `as ${data.user}` : error ? 'as whom, the API does not say' : 'as …'}
      </p>
      {session.holder === 'sign-in' && <Button onClick={signOut}>Sign out</Button>}
    </div>
  )
}
