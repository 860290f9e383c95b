import { useQueryClient } from '@tanstack/react-query'

import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'
import { sentence } from '../lib/sentence.ts'
import { useTitle } from '../ui/use-title.ts'
import type { Session } from './session.ts'

/** The token is no good any more: the one failure that takes the place of every page. */
export const TokenRefused = ({ session, message }: { session: Session; message: string }) => {
  useTitle('Token refused')
  const queryClient = useQueryClient()
  const retry = () => {
    session.setRefusal(undefined)
    void queryClient.resetQueries()
  }
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">The API refused the token</h1>
      <Problem testId="token-refused" actions={<Button onClick={retry}>Retry</Button>}>
        The API said: {sentence(message)} Tokens expire, and can be revoked.{' '}
        {session.holder === 'desk'
          ? 'It is the one that npm run live was given: stop that, and start it again with a token that is good.'
          : 'Start the console again with a token that is good.'}
      </Problem>
    </>
  )
}
