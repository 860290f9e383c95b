import { useId, useState } from 'react'

import { BrandIcon } from '../../../features/brand-icons/brand-icon.tsx'
import type { Guide, Protocol } from '../../../snippets/guide.ts'
import { ANOTHER_CLIENT } from '../../../snippets/guides.ts'
import { Button } from '../../../ui/button.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { usePromptValue } from '../../../ui/use-prompt-value.ts'
import { findClients, toClient, type Client } from './clients.ts'

const ClosestClients = onDemand(async () => (await import('./closest-clients.tsx')).ClosestClients)

/** Number of tiles: two rows at 1280 px, including "Another client". */
const FEW = 12

/** On a phone: five tiles, the chosen one, and the last. */
const FEW_ON_PHONES = 'max-sm:*:nth-[n+6]:not-last:not-has-checked:hidden'

interface ClientTilesProps {
  /** In display order; the last is for any other client. */
  guides: readonly Guide[]
  protocol: Protocol
  chosen: string
  onChoose: (id: string) => void
}

interface TileProps {
  client: Client
  group: string
  checked: boolean
  onChoose: (id: string) => void
}

const Monogram = ({ letters }: { letters: string }) => (
  <span
    aria-hidden="true"
    className="grid size-8 shrink-0 place-items-center rounded-md bg-sunken font-semibold text-muted"
  >
    {letters}
  </span>
)

const Tile = ({ client: { guide, title, platform, mark, monogram }, group, checked, onChoose }: TileProps) => (
  <label className="relative flex min-h-12 min-w-0 cursor-pointer items-center gap-2 rounded-md border border-control p-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
    <input
      type="radio"
      name={group}
      value={guide.id}
      checked={checked}
      onChange={() => {
        onChoose(guide.id)
      }}
      className="absolute inset-0 cursor-pointer appearance-none opacity-0"
    />
    {mark ? (
      <BrandIcon mark={mark} className="size-8 rounded-md bg-sunken p-1.5 text-muted">
        <Monogram letters={monogram} />
      </BrandIcon>
    ) : (
      <Monogram letters={monogram} />
    )}
    <span className="min-w-0">
      <span className="block font-medium wrap-anywhere">{title}</span>
      {guide !== ANOTHER_CLIENT && <span className="block text-xs text-muted">{platform}</span>}
    </span>
  </label>
)

/** The first, with the chosen one among them; one place is left for "Another client". */
const fold = (clients: readonly Client[], chosen: string): readonly Client[] => {
  const few = clients.slice(0, FEW - 1)
  const current = clients.find(({ guide }) => guide.id === chosen)
  return current === undefined || few.includes(current) ? few : [...few.slice(0, -1), current]
}

/** Clients to choose from, found by name, language or framework. One that has no guide leads to what comes closest. */
export const ClientTiles = ({ guides, protocol, chosen: value, onChoose }: ClientTilesProps) => {
  const group = useId()
  const [query, setQuery] = useState('')
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = usePromptValue(value)
  const choose = (id: string) => {
    setChosen(id)
    onChoose(id)
  }
  const clients = guides.map(toClient)
  const last = clients.at(-1)
  const found = findClients(clients.slice(0, -1), query)
  const folded = !all && query.trim() === '' && clients.length > FEW
  const shown = [...(folded ? fold(found, chosen) : found), ...(last ? [last] : [])]
  return (
    <div className="space-y-3 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-72 max-w-full">
          <TextField label="Search clients" placeholder="Client or language" value={query} onChange={setQuery} />
        </div>
        {clients.length > FEW && query.trim() === '' && (
          <Button
            variant="quiet"
            aria-expanded={all}
            iconAfter={all ? 'up' : 'chevron'}
            onClick={() => {
              setAll(!all)
            }}
          >
            {all ? 'Fewer clients' : `All ${String(clients.length)} clients`}
          </Button>
        )}
      </div>
      {query.trim() !== '' && (
        <ClosestClients
          query={query}
          protocol={protocol}
          guides={guides}
          alone={found.length === 0}
          onChoose={(id) => {
            setQuery('')
            choose(id)
          }}
        />
      )}
      <fieldset className="min-w-0">
        <legend className="sr-only">Client</legend>
        <div
          className={`grid grid-cols-[repeat(auto-fill,minmax(min(9rem,100%),1fr))] gap-2 ${folded ? FEW_ON_PHONES : ''}`}
        >
          {shown.map((client) => (
            <Tile
              key={client.guide.id}
              client={client}
              group={group}
              checked={client.guide.id === chosen}
              onChoose={choose}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}
