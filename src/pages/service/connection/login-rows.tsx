import { Button } from '../../../ui/button.tsx'
import { Secret } from '../../../ui/secret.tsx'
import { PasswordState } from '../../../features/credentials/password-state.tsx'
import type { Password } from '../../../features/credentials/use-password.ts'
import { ValueRow } from './value-row.tsx'

/** The password: masked until asked for, and fetched only then. */
export const PasswordRow = ({ password }: { password: Password }) => {
  const { revealed, busy, load, toggle } = password
  return (
    <ValueRow
      header="Password"
      value={async () => revealed ?? (await load())}
      inSight={revealed !== undefined}
      actions={
        <Button
          variant="quiet"
          icon="eye"
          aria-label={revealed === undefined ? 'Show password' : 'Hide password'}
          busy={busy}
          onClick={toggle}
        >
          {revealed === undefined ? 'Show' : 'Hide'}
        </Button>
      }
    >
      {revealed === undefined ? (
        <>
          <span aria-hidden="true">••••••••••••</span>
          <span className="sr-only">Masked</span>
        </>
      ) : (
        <Secret>{revealed}</Secret>
      )}
      <PasswordState password={password} what="There is no password to show or copy." />
    </ValueRow>
  )
}
