import type { ServiceUser } from '../../../api/service-user.ts'
import { FactRow } from '../../../ui/fact-table.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ChosenUser } from './chosen-user.ts'
import { ValueRow } from './value-row.tsx'

interface UserRowProps {
  users: readonly ServiceUser[]
  chosen: ChosenUser
  /** Called with the chosen user; without it, there is no choice. */
  onUser?: ((username: string) => void) | undefined
}

/** The user of these credentials; a choice if there are several, or if nobody is chosen. */
export const UserRow = ({ users, chosen: { user, missing }, onUser }: UserRowProps) => {
  if (users.length === 0) {
    return (
      <FactRow header="User">
        <p className="text-muted">The API lists no service user yet, so there are no credentials.</p>
      </FactRow>
    )
  }
  if (user && (users.length === 1 || !onUser)) return <ValueRow header="User" value={user.username} />
  return (
    <FactRow header="User">
      <Select
        label="User"
        hideLabel
        placeholder="Choose a user"
        value={user?.username ?? ''}
        options={users.map(({ username }) => ({ value: username, label: username }))}
        onChange={(username) => {
          onUser?.(username)
        }}
      />
      {missing !== undefined && (
        <p role="alert" data-testid="no-such-user" className="mt-1 wrap-anywhere text-bad">
          There is no service user &ldquo;{missing}&rdquo;. Select one.
        </p>
      )}
    </FactRow>
  )
}
