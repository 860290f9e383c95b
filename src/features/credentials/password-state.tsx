import { ApiProblem } from '../problems/api-problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Password } from './use-password.ts'
import { Outcome } from '../../ui/outcome.tsx'

interface PasswordStateProps {
  password: Password
  /** What to say when it couldn't be read. */
  what: string
}

/** How it stands with a password that was asked for: on its way, given up, or not to be had. */
export const PasswordState = ({ password: { error, busy, message, cancel, retry }, what }: PasswordStateProps) => (
  <div className="font-sans">
    {busy && <Waiting onCancel={cancel} />}
    {error && (
      <div className="mt-2">
        <ApiProblem error={error} what={what} busy={busy} onRetry={retry} />
      </div>
    )}
    <Outcome tone="muted">{message}</Outcome>
  </div>
)
