import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

import { revokeToken, TokenStillAcceptedError } from '../api/token.ts'
import { wasRefused } from '../api/errors.ts'
import { useApi } from '../api/use-api.ts'
import { sentence } from '../lib/sentence.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { Problem } from '../ui/notice.tsx'
import type { Session } from './session.ts'

const ELSEWHERE = (
  <>
    Revoke it in the Aiven Console, or with <code className="font-mono">avn user access-token revoke</code>.
  </>
)

/** It was refused, had no effect, or the outcome is unknown. */
const NotRevoked = ({ error }: { error: Error }) => {
  if (error instanceof TokenStillAcceptedError) {
    return <Problem testId="still-taken">The API says it revoked the token, but still accepts it. {ELSEWHERE}</Problem>
  }
  return wasRefused(error) ? (
    <Problem testId="not-revoked">
      The token wasn’t revoked. The API said: {sentence(error.message)} {ELSEWHERE}
    </Problem>
  ) : (
    <Problem testId="outcome-unknown">
      It isn’t known whether the token was revoked. {sentence(error.message)} Retry, or check your tokens in the Aiven
      Console.
    </Problem>
  )
}

/** Asks before revoking the token, and signs out once the API refuses it. */
export const RevokeDialog = ({ session, onClose }: { session: Session; onClose: () => void }) => {
  const api = useApi()
  const token = session.token()
  // Two clicks may come before the page renders the first, and the API refuses the second request of a revoked token.
  const sending = useRef(false)
  const { isPending, error, mutate } = useMutation({
    networkMode: 'always',
    mutationFn: () => revokeToken(api, token),
    onSuccess: () => {
      session.signOut('revoked')
    },
    onSettled: () => {
      sending.current = false
    },
  })
  return (
    <ConfirmDialog
      title="Revoke this token?"
      confirm="Revoke token"
      dangerous
      busy={isPending}
      onConfirm={() => {
        if (sending.current) return
        sending.current = true
        mutate()
      }}
      onClose={onClose}
    >
      <p>
        The token you signed in with stops working for good: in this browser, and in every script or program that uses
        it. Then you’re signed out in every tab. This can’t be undone.
      </p>
      {error && <NotRevoked error={error} />}
    </ConfirmDialog>
  )
}
