import { useId, useState } from 'react'

import { admitting, type AllowedAddress } from '../../../domain/allowed-addresses.ts'
import { CONTROL } from '../../../ui/form/control.ts'

/** Tells which entries let an address in. The reader's own address is never looked up. */
export const WhichEntry = ({ entries }: { entries: readonly AllowedAddress[] }) => {
  const [text, setText] = useState('')
  const id = useId()
  const found = text.trim() === '' ? undefined : (admitting(entries, text) ?? 'no-address')
  return (
    <div className="max-w-xl space-y-1">
      <label htmlFor={id} className="font-medium">
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
        {found === 'no-address' && 'This isn’t an IP address.'}
        {Array.isArray(found) && found.length === 0 && 'No entry: it can\u2019t connect.'}
        {Array.isArray(found) && found.length > 0 && (
          <>
            Admitted by{' '}
            {found.slice(0, 5).map(({ text: network, description }: AllowedAddress, index: number) => (
              // oxlint-disable-next-line react/no-array-index-key -- entries may be there twice
              <span key={index}>
                {index > 0 && ', '}
                <b>{network}</b>
                {description !== undefined && ` (${description})`}
              </span>
            ))}
            {found.length > 5 && ` and ${String(found.length - 5)} more`}
          </>
        )}
      </div>
    </div>
  )
}
