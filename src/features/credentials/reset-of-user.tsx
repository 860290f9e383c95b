import type { Service } from '../../api/service.ts'
import { userExpiry } from '../../domain/expiry.ts'
import { NoSuch } from '../resources/no-such.tsx'
import { useReset } from './use-reset.ts'
import { onDemand } from '../../ui/on-demand.tsx'

const ResetDialog = onDemand(async () => (await import('./reset-dialog.tsx')).ResetDialog)

/** The dialog for the user that the URL names, on a service's page; or that there is no such user. It stays open while the page behind it changes. */
export const ResetOfUser = ({ project, service }: { project: string; service: Service }) => {
  const { username, close } = useReset()
  const user = service.users.find((one) => one.username === username)
  if (!user) {
    const isMissing = username !== null && service.problems.length === 0
    return isMissing && <NoSuch unit="user" name={username} />
  }
  const expiry = userExpiry(user, new Date())
  return (
    <ResetDialog
      key={user.username}
      user={{ project, service: service.service_name, username: user.username }}
      withCertificate={expiry !== undefined}
      oldEnds={expiry?.state === 'renewed' ? expiry.deadline : undefined}
      onClose={close}
    />
  )
}
