import { Button } from '../../../ui/button.tsx'
import { PasswordState } from '../../../features/credentials/password-state.tsx'
import type { Password } from '../../../features/credentials/use-password.ts'

/** The switch that puts the password into the snippets; it is fetched only on request. */
export const PasswordLine = ({ username, password }: { username: string; password: Password }) => {
  const { revealed, busy, toggle } = password
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className={`wrap-anywhere ${revealed === undefined ? 'text-muted' : 'text-required'}`}>
          {revealed === undefined
            ? `The password of ${username} isn’t in the snippets.`
            : `The snippets contain the password of ${username}: a secret. Keep it out of repositories, chats and shell histories.`}
        </p>
        <Button busy={busy} onClick={toggle}>
          {revealed === undefined ? 'Insert the password' : 'Remove the password'}
        </Button>
      </div>
      <PasswordState password={password} what="There is no password to put in." />
    </div>
  )
}
