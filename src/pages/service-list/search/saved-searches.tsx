import { useId, useState } from 'react'
import { Link } from 'react-router'

import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { NotStored } from '../../../ui/not-stored.tsx'
import { PopoverButton } from '../popover-button.tsx'
import { readSaved, viewOf, writeSaved, type SavedSearch } from './saved.ts'

interface SaveFormProps {
  /** The search part of the URL to save; '' if there is nothing to save. */
  view: string
  onSave: (search: SavedSearch) => void
}

const SaveForm = ({ view, onSave }: SaveFormProps) => {
  const id = useId()
  const search = new URLSearchParams(view).get('search') ?? ''
  const [typed, setTyped] = useState<string>()
  const name = (typed ?? search).trim()
  if (view === '') return <p className="text-xs text-muted">Search, sort or choose columns, then save it here.</p>
  return (
    <form
      className="space-y-2 border-t border-border pt-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        onSave({ name, view })
        setTyped(undefined)
      }}
    >
      <label htmlFor={id} className="block text-xs text-muted">
        Name of this search
      </label>
      <input
        id={id}
        required
        maxLength={80}
        autoComplete="off"
        value={typed ?? search}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
        className="min-h-8 w-full rounded-md border border-control bg-surface px-2"
      />
      <Button type="submit">Save this search</Button>
    </form>
  )
}

/** Searches with their sort and columns, kept under a name. One name, one search: saving again replaces it. */
export const SavedSearches = ({ params }: { params: URLSearchParams }) => {
  const [saved, setSaved] = useState(readSaved)
  const [isLost, setIsLost] = useState(false)

  const change = (next: readonly SavedSearch[], message: string) => {
    setSaved(next)
    setIsLost(!writeSaved(next))
    announce(message)
  }

  return (
    <PopoverButton label="Saved searches">
      {saved.length === 0 ? (
        <p className="text-muted">No saved searches yet.</p>
      ) : (
        <ul>
          {saved.map(({ name, view }) => (
            <li key={name} className="flex items-center gap-2">
              <Link
                to={`?${view}`}
                onClick={({ currentTarget }) => {
                  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
                }}
                className="flex min-h-8 min-w-0 flex-1 items-center rounded-md px-2 wrap-anywhere text-accent hover:bg-sunken"
              >
                {name}
              </Link>
              <Button
                variant="quiet"
                aria-label={`Delete saved search ${name}`}
                onClick={() => {
                  change(
                    saved.filter((other) => other.name !== name),
                    `Deleted ${name}`,
                  )
                }}
              >
                Delete
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SaveForm
        view={viewOf(params)}
        onSave={(search) => {
          change([...saved.filter(({ name }) => name !== search.name), search], `Saved ${search.name}`)
        }}
      />
      {isLost && <NotStored />}
    </PopoverButton>
  )
}
