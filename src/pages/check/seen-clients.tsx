import { seenWith } from '../../diagnose/messages/seen.ts'

/** Number of clients that are named; the rest are counted. */
const MOST = 6

/** Which clients printed such a message when they were run. */
export const SeenClients = ({ pattern }: { pattern: string }) => {
  const clients = seenWith(pattern)
  if (clients.length === 0) return null
  return (
    <p className="text-xs text-muted">
      Seen with {clients.slice(0, MOST).join(', ')}
      {clients.length > MOST && ` and ${String(clients.length - MOST)} more`}, when they were run for this console.
    </p>
  )
}
