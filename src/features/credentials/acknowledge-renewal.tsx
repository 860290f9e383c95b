import { acknowledgeRenewal, type UserAddress } from '../../api/user.ts'
import { formatDay } from '../../lib/date-format.ts'
import { UserWrite } from './user-write.tsx'
import { isolated } from '../../lib/isolated.ts'

interface AcknowledgeRenewalProps {
  user: UserAddress
  oldEnds: Date
  /** Called when the renewal is acknowledged. This button disappears then, so its parent shows the result. */
  onDone: (message: string) => void
}

/** Tells Aiven that a user's renewed certificate is deployed. Asks for confirmation first. */
export const AcknowledgeRenewal = ({ user, oldEnds, onDone }: AcknowledgeRenewalProps) => (
  <UserWrite
    user={user}
    label="Acknowledge"
    title={`Acknowledge the renewal of ${isolated(user.username)}?`}
    confirm="Acknowledge"
    request={acknowledgeRenewal}
    done={`Acknowledged. Aiven won’t remind you about the renewal of ${isolated(user.username)} again.`}
    onDone={onDone}
    refused="The renewal wasn’t acknowledged. Nothing has changed."
    doubtful="It isn’t known whether the renewal has been acknowledged. It’s safe to try again."
  >
    <p>
      Do this once every client of <bdi>{user.username}</bdi> uses the new key and certificate. It stops Aiven&rsquo;s
      reminders, and nothing else: no certificate changes.
    </p>
    <p>
      The old certificate {oldEnds > new Date() ? 'keeps working until' : 'expired on'} {formatDay(oldEnds)}. After
      that, clients that still have it can’t connect, and nobody reminds you.
    </p>
  </UserWrite>
)
