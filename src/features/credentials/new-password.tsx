import type { UserAddress } from '../../api/user.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Secret } from '../../ui/secret.tsx'
import { PasswordState } from './password-state.tsx'
import { usePassword } from './use-password.ts'

interface NewPasswordProps {
  user: UserAddress
  onCopied: (() => void) | undefined
}

/** Copies a user's password without showing it. */
export const NewPassword = ({ user: { project, service, username }, onCopied }: NewPasswordProps) => {
  const password = usePassword(project, service, username)
  const { revealed, load, toggle } = password
  return (
    <div>
      <CopyButton
        what={`new password of ${username}`}
        label="Copy new password"
        text={async () => revealed ?? (await load())}
        {...(onCopied && { onCopied })}
        onRefused={() => {
          if (revealed === undefined) toggle()
        }}
      />
      {revealed !== undefined && (
        <p className="font-mono wrap-anywhere">
          <Secret>{revealed}</Secret>
        </p>
      )}
      <PasswordState password={password} what="There is no password to copy." />
    </div>
  )
}
