import { seenWith } from '../../diagnose/messages/seen.ts'

/** Number of clients that are named; the rest are counted. */
const MAX_SHOWN = 6

/** Which clients printed such a message when they were run. */
export const SeenClients = ({ pattern }: { pattern: string }) => {
  const clients = seenWith(pattern)
  if (clients.length === 0) return null
  return (
    <p className="text-xs text-muted">
      Seen with {clients.slice(0, MAX_SHOWN).join(', ')}
      {clients.length > MAX_SHOWN && ` and ${String(clients.length - MAX_SHOWN)} more`}, when they were run for this
      console.
    </p>
  )
}
