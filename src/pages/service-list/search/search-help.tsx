import { useEffect, useEffectEvent, useId, useLayoutEffect, useState, type RefObject } from 'react'
import { createPortal, flushSync } from 'react-dom'

import { announce } from '../../../ui/announcer.tsx'
import type { ServiceRow } from '../service-rows.ts'
import { suggest, type Suggestion } from './suggestions.ts'

/** Delay that avoids announcements while the user is typing. */
const SETTLED_MS = 600

interface SearchHelpProps {
  field: RefObject<HTMLInputElement | null>
  text: string
  rows: readonly ServiceRow[]
  onText: (text: string) => void
}

/**
 * Suggests filter words below the search field. The field exists before this code is loaded and must keep focus and
 * caret, so its listeners and ARIA attributes are added here. It stays a search box that controls a listbox, because
 * people look for it as a search box.
 */
export const SearchHelp = ({ field, text, rows, onText }: SearchHelpProps) => {
  /** Whether typing opened it, or the user's request. */
  const [open, setOpen] = useState<false | 'typed' | 'asked'>(false)
  const [active, setActive] = useState(-1)
  const [caret, setCaret] = useState(0)
  const id = useId()

  const { from, to, options } = open ? suggest(text, caret, rows, open === 'asked') : { from: 0, to: 0, options: [] }
  const shown = options.length > 0
  const current = shown ? options[active] : undefined

  const close = () => {
    setOpen(false)
    setActive(-1)
  }

  const accept = ({ word }: Suggestion) => {
    const goesOn = word.endsWith(':')
    const before = text.slice(0, from) + word + (goesOn ? '' : ' ')
    // The caret can be set only after the text.
    flushSync(() => {
      onText(before + text.slice(to).trimStart())
      setCaret(before.length)
      setActive(-1)
      setOpen(goesOn && 'asked')
    })
    field.current?.setSelectionRange(before.length, before.length)
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      setCaret(field.current?.selectionStart ?? 0)
      if (shown) setActive((active + 1) % options.length)
      setOpen('asked')
    },
    ArrowUp: () => {
      if (shown) setActive((active <= 0 ? options.length : active) - 1)
    },
    ...(shown && { Escape: close }),
    ...(current && {
      Enter: () => {
        accept(current)
      },
    }),
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = event.isComposing ? undefined : keys[event.key]
    if (!action) return
    event.preventDefault()
    action()
  })

  useEffect(() => {
    const input = field.current
    if (!input) return
    const onInput = () => {
      setCaret(input.selectionStart ?? 0)
      setActive(-1)
      setOpen(input.value !== '' && 'typed')
    }
    const onBlur = () => {
      setOpen(false)
      setActive(-1)
    }
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-haspopup', 'listbox')
    input.addEventListener('keydown', onKey)
    input.addEventListener('input', onInput)
    input.addEventListener('blur', onBlur)
    return () => {
      input.removeEventListener('keydown', onKey)
      input.removeEventListener('input', onInput)
      input.removeEventListener('blur', onBlur)
    }
  }, [field])

  useLayoutEffect(() => {
    const input = field.current
    if (!input) return
    if (shown) input.setAttribute('aria-controls', id)
    else input.removeAttribute('aria-controls')
    if (current) input.setAttribute('aria-activedescendant', `${id}-${String(active)}`)
    else input.removeAttribute('aria-activedescendant')
  }, [field, id, shown, current, active])

  const count = options.length
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => {
      announce(`${String(count)} filter ${count === 1 ? 'word' : 'words'} to choose from with the arrow keys`)
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [shown, count])

  const place = field.current?.parentElement
  if (!shown || !place) return null
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label="Filter words"
      className="absolute inset-x-0 top-full z-10 mt-1 rounded-lg border border-border bg-surface p-1 shadow-lg"
    >
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus, and the keys
        <div
          key={option.word}
          id={`${id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3 rounded-md px-2 py-1 hover:bg-sunken aria-selected:bg-accent-soft aria-selected:text-accent"
          onPointerDown={(event) => {
            // The focus stays in the field.
            event.preventDefault()
          }}
          onClick={() => {
            accept(option)
          }}
        >
          <span className="font-mono wrap-anywhere">{option.word}</span>
          <span className="text-xs text-muted">{option.hint}</span>
        </div>
      ))}
    </div>,
    place,
  )
}
