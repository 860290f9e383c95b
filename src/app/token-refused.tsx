import { useQueryClient } from '@tanstack/react-query'

import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'
import { sentence } from '../lib/sentence.ts'
import { useTitle } from '../ui/use-title.ts'
import type { Session } from './session.ts'

/** Shown instead of any page when the token has become invalid. */
export const TokenRefused = ({ session, message }: { session: Session; message: string }) => {
  useTitle('Token refused')
  const queryClient = useQueryClient()
  const retry = () => {
    session.setRefusal(undefined)
    void queryClient.resetQueries()
  }
  // There, the refusal may also come from `npm run live`, if the page wasn't opened by its link.
  const atDesk = session.holder === 'desk'
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">{atDesk ? 'Access refused' : 'The API refused the token'}</h1>
      <Problem testId="token-refused" actions={<Button onClick={retry}>Retry</Button>}>
        {atDesk ? 'The API, or npm run live in front of it, said: ' : 'The API said: '}
        {sentence(message)} Tokens expire, and can be revoked.{' '}
        {atDesk
          ? 'If the token given to npm run live was refused, stop it and restart it with a valid one.'
          : 'Restart with a valid token.'}
      </Problem>
    </>
  )
}
