import { useId, useState } from 'react'

import { readTyped, type TypedAddress } from '../../../domain/allowed-addresses.ts'
import { FAULT_WORDS } from '../../../features/allowed-addresses/fault-words.ts'
import { Button } from '../../../ui/button.tsx'
import { CONTROL } from '../../../ui/form/control.ts'
import { useUnsent } from '../../../ui/form/unsent.ts'

const lineOf = ({ typed, description }: Pick<TypedAddress, 'typed' | 'description'>): string =>
  description === '' ? typed : `${typed} # ${description}`

interface AddAddressProps {
  /** What the list has already, in CIDR notation. */
  present: readonly string[]
  onAdd: (addresses: readonly TypedAddress[]) => void
  /** Closes the form: all addresses were added, or the user cancelled. */
  onClose: () => void
}

/** One address or a pasted list. Invalid entries stay in the field, with the reason and a suggestion. */
export const AddAddress = ({ present, onAdd, onClose }: AddAddressProps) => {
  const [text, setText] = useState('')
  const [faulty, setFaulty] = useState<readonly TypedAddress[]>()
  const id = useId()
  useUnsent(text.trim() !== '')
  const wrong = faulty?.filter(({ fault }) => fault !== 'duplicate') ?? []
  const add = (from: string) => {
    const typed = readTyped(from, present)
    const good = typed.filter(({ network }) => network !== undefined)
    const bad = typed.filter(({ network }) => network === undefined)
    if (good.length > 0) onAdd(good)
    const left = bad.filter(({ fault }) => fault !== 'duplicate')
    if (good.length > 0 && bad.length === 0) {
      onClose()
      return
    }
    setText(left.map(lineOf).join('\n'))
    setFaulty(typed.length === 0 ? [{ typed: '', description: '', network: undefined, fault: 'no-network' }] : bad)
  }
  const choose = (one: TypedAddress, offer: string) => {
    add(wrong.map((other) => lineOf(other === one ? { ...one, typed: offer } : other)).join('\n'))
  }
  return (
    <form
      noValidate
      aria-label="Add address"
      className="max-w-xl space-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        add(text)
      }}
    >
      <label htmlFor={id} className="block font-medium">
        Addresses or networks
      </label>
      <textarea
        id={id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button right above
        autoFocus
        rows={Math.min(Math.max(text.split('\n').length, 1), 8)}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={wrong.length > 0}
        aria-describedby={`${id}-hint ${id}-faults`}
        className={`${CONTROL} font-mono`}
        onChange={(event) => {
          setText(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key !== 'Enter' || event.shiftKey || text.trim().includes('\n')) return
          event.preventDefault()
          add(text)
        }}
      />
      <p id={`${id}-hint`} className="text-xs text-muted">
        Such as 203.0.113.0/24, then a description. You can paste a whole list; Shift+Enter starts a new line.
      </p>
      <div id={`${id}-faults`} role="status">
        {faulty && (
          <ul aria-label="Not added" className="space-y-1 text-xs">
            {faulty.slice(0, 20).map((one, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same text may occur twice
              <li key={index} data-testid={one.fault} className={one.fault === 'duplicate' ? 'text-muted' : 'text-bad'}>
                {one.typed === '' ? (
                  'Enter an address, such as 203.0.113.7, or a network, such as 203.0.113.0/24.'
                ) : (
                  <>
                    <span className="font-mono wrap-anywhere">{one.typed}</span>{' '}
                    {FAULT_WORDS[one.fault ?? 'no-network']}
                  </>
                )}
                {one.offers && (
                  <span className="ml-1 inline-flex flex-wrap gap-1">
                    {one.offers.map((offer) => (
                      <Button
                        key={offer}
                        onClick={() => {
                          choose(one, offer)
                        }}
                      >{`Use ${offer}`}</Button>
                    ))}
                  </span>
                )}
              </li>
            ))}
            {faulty.length > 20 && <li>and {faulty.length - 20} more</li>}
          </ul>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button submit variant="primary">
          Add
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
