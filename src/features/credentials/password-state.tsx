import { ApiProblem } from '../problems/api-problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Password } from './use-password.ts'
import { Outcome } from '../../ui/outcome.tsx'

interface PasswordStateProps {
  password: Password
  /** Message if the password couldn't be read. */
  what: string
}

/** The state of a requested password: loading, cancelled or failed. */
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
