import type { UserAddress } from '../../api/user.ts'
import { Button } from '../../ui/button.tsx'
import { ArchiveOutcome } from './archive-outcome.tsx'
import { useClientCredentials } from './client-credentials.ts'
import { useClientArchive } from './use-client-archive.ts'

interface NewPairProps {
  user: UserAddress
  onSaved?: () => void
}

/** The newest certificate and key of a user, with the CA, as one ZIP. */
export const NewPair = ({ user: { project, service, username }, onSaved }: NewPairProps) => {
  const load = useClientCredentials(project, service, username)
  const archive = useClientArchive(project, { service, username, load }, onSaved)
  return (
    <div className="space-y-2">
      <Button icon="download" aria-label={`Download new pair of ${username}`} busy={archive.busy} onClick={archive.run}>
        Download new pair
      </Button>
      <ArchiveOutcome archive={archive} />
    </div>
  )
}
