import { useId, useState } from 'react'

import { entriesAdmitting, type AdmittingEntries, type AllowedAddress } from '../../../domain/allowed-addresses.ts'
import { CONTROL } from '../../../ui/form/control.ts'

const MAX_NAMED = 5

/** Entries by name, and how many more there are. */
const Entries = ({ of }: { of: readonly AllowedAddress[] }) => (
  <>
    {of.slice(0, MAX_NAMED).map(({ text: network, description }, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- entries may be there twice
      <span key={index}>
        {index > 0 && ', '}
        <b>{network}</b>
        {description !== undefined && ` (${description})`}
      </span>
    ))}
    {of.length > MAX_NAMED && ` and ${String(of.length - MAX_NAMED)} more`}
  </>
)

const Answer = ({ all, part, unread }: AdmittingEntries) => {
  if (all.length > 0) {
    return (
      <>
        Admitted by <Entries of={all} />
      </>
    )
  }
  return (
    <>
      {part.length > 0 && (
        <>
          Parts of this network are admitted by <Entries of={part} />
        </>
      )}
      {unread.length > 0 && (
        <>
          {part.length > 0 ? '. ' : 'Unknown. '}This page can’t read <Entries of={unread} />
        </>
      )}
      {part.length === 0 && unread.length === 0 && 'No entry: it can’t connect.'}
    </>
  )
}

/** Shows which entries allow an address. The user's own address is never looked up. */
export const WhichEntry = ({ entries }: { entries: readonly AllowedAddress[] }) => {
  const [text, setText] = useState('')
  const id = useId()
  const found = entriesAdmitting(entries, text)
  return (
    <div className="max-w-xl space-y-1">
      <label htmlFor={id} className="block font-medium">
        Which entry admits an address?
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder="203.0.113.7"
        value={text}
        className={`${CONTROL} font-mono placeholder:text-muted`}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <div role="status" data-testid="admitted-by" className="wrap-anywhere">
        {text.trim() !== '' && (found ? <Answer {...found} /> : 'This isn’t an address or a network.')}
      </div>
    </div>
  )
}
