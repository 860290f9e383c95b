import { Suspense, useDeferredValue, useEffect, useState } from 'react'

import { Icon } from '../ui/icon.tsx'
import { LostPart } from '../ui/lost-part.tsx'
import { loadable } from '../ui/on-demand.tsx'
import { singleKey } from '../ui/shortcuts.ts'
import { EarlyField, type EarlyText } from './early-field.tsx'
import { useSearchKey } from './use-search-key.ts'

const { Part: Overlay, renew } = loadable(async () => (await import('./overlay.tsx')).Overlay)

const NOTHING: EarlyText = { text: '', entered: false }

const commandOf = (event: KeyboardEvent): 'palette' | 'sheet' | undefined => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return 'palette'
  return singleKey(event) === '?' ? 'sheet' : undefined
}

/** "Search", and the shortcuts for every page. What they open is loaded on request. */
export const Shortcuts = ({ project }: { project: string | undefined }) => {
  const [open, setOpen] = useState<ReturnType<typeof commandOf>>()
  const [early, setEarly] = useState(NOTHING)
  // Updates once the code is loaded: React defers it, and shows nothing meanwhile.
  const shown = useDeferredValue(open)
  useSearchKey()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (!command) return
      event.preventDefault()
      setEarly(NOTHING)
      setOpen((now) => (now === command ? undefined : command))
    }
    addEventListener('keydown', press)
    return () => {
      removeEventListener('keydown', press)
    }
  }, [])
  const close = () => {
    setOpen(undefined)
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setEarly(NOTHING)
          setOpen('palette')
        }}
        className="flex min-h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken"
      >
        <Icon name="search" />
        <span className="max-sm:sr-only">Search</span>
        <span aria-hidden="true" className="ml-auto text-xs font-normal max-lg:hidden">
          Ctrl K
        </span>
      </button>
      {open === 'palette' && shown !== open && <EarlyField onType={setEarly} onClose={close} />}
      <LostPart onLost={renew} onClose={close}>
        <Suspense>
          {open && shown && <Overlay open={shown} early={early} project={project} onOpen={setOpen} />}
        </Suspense>
      </LostPart>
    </>
  )
}
