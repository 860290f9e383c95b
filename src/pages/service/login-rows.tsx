import type { serviceUri } from '../../domain/connection.ts'
import { uriLogin } from '../../domain/connection.ts'
import { Button } from '../../ui/button.tsx'
import { Secret } from '../../ui/secret.tsx'
import { PasswordState } from './password-state.tsx'
import type { Password } from './use-password.ts'
import { ValueRow } from './value-row.tsx'

const MASK = 'CLICK_TO:REVEAL_PASSWORD'

interface ServiceUriRowProps {
  uri: ReturnType<typeof serviceUri>
  username: string | undefined
  password: Password
}

/** The service URI; the login in it is masked until asked for. */
export const ServiceUriRow = ({ uri: { before, login, after }, username, password }: ServiceUriRowProps) => {
  const { revealed, load, toggle } = password
  if (!login || username === undefined) return <ValueRow header="Service URI" value={before + after} />
  const withPassword = async () => {
    const value = revealed ?? (await load())
    return value === undefined ? undefined : before + uriLogin(username, value) + after
  }
  return (
    <ValueRow header="Service URI" value={withPassword} inSight={revealed !== undefined}>
      {before}
      <button type="button" onClick={toggle} className="min-h-6 text-left wrap-anywhere text-accent underline">
        {revealed === undefined ? MASK : <Secret>{uriLogin(username, revealed)}</Secret>}
      </button>
      {after}
    </ValueRow>
  )
}

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
