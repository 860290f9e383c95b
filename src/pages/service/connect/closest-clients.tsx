import type { Guide, Protocol } from '../../../snippets/guide.ts'
import { otherClients } from '../../../snippets/other-clients.ts'
import { toClient } from './clients.ts'

interface ClosestClientsProps {
  query: string
  protocol: Protocol
  guides: readonly Guide[]
  /** No client with a guide was found. */
  alone: boolean
  onChoose: (id: string) => void
}

/** For clients without a guide that a search finds: which guide comes closest. */
export const ClosestClients = ({ query, protocol, guides, alone, onChoose }: ClosestClientsProps) => {
  const others = otherClients(query, protocol, guides)
  return (
    <>
      {others.map(({ other, guide }) => (
        <p key={other.name} data-testid="closest">
          <span className="font-medium">{other.name}:</span> {other.why}{' '}
          <button
            type="button"
            className="text-accent underline"
            onClick={() => {
              onChoose(guide.id)
            }}
          >
            Use the guide for {toClient(guide).title}
          </button>
        </p>
      ))}
      {alone && others.length === 0 && (
        <p data-testid="no-client">
          No guide for &ldquo;{query.trim()}&rdquo;. <q>Another client</q> has the settings that any client takes.
        </p>
      )}
    </>
  )
}
