import { useState } from 'react'

import { Dialog } from '../ui/dialog.tsx'
import { NotStored } from '../ui/not-stored.tsx'
import { enableSingleKeys, singleKeysEnabled } from '../ui/shortcuts.ts'

interface Shortcut {
  readonly keys: readonly string[]
  readonly what: string
  /** A single character, without a modifier: can be switched off. */
  readonly single?: boolean
}

const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['Ctrl K', '⌘ K'], what: 'Go to a page, project or service' },
  { keys: ['?'], what: 'This sheet', single: true },
  { keys: ['/'], what: 'Search in the list or log on this page', single: true },
  { keys: ['↑', '↓'], what: 'Move between rows of the service list, and between lines of a log' },
  { keys: ['Space'], what: 'Select the service of the row' },
  { keys: ['Esc'], what: 'Close a dialog, menu or explanation, or clear the selection' },
  { keys: ['←', '→', 'Home', 'End'], what: 'Move between tabs' },
]

const Keys = ({ keys }: { keys: readonly string[] }) => (
  <>
    {keys.map((key, index) => (
      <span key={key}>
        {index > 0 && <span className="text-muted"> or </span>}
        <kbd className="rounded border border-control bg-sunken px-1.5 py-0.5 font-mono text-xs whitespace-nowrap">
          {key}
        </kbd>
      </span>
    ))}
  </>
)

/** All shortcuts, and the switch for single-key ones, which speech input and typing errors trigger by accident. */
export const ShortcutSheet = ({ onClose }: { onClose: () => void }) => {
  const [enabled, setEnabled] = useState(singleKeysEnabled)
  const [kept, setKept] = useState(true)
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="mb-4 divide-y divide-border">
        {SHORTCUTS.map(({ keys, what, single = false }) => (
          <div key={what} className="grid gap-x-4 py-2 sm:grid-cols-[14rem_1fr]">
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd className={single && !enabled ? 'text-muted line-through' : ''}>
              {what}
              {single && !enabled && <span className="sr-only"> (switched off)</span>}
            </dd>
          </div>
        ))}
      </dl>
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => {
            setEnabled(event.target.checked)
            setKept(enableSingleKeys(event.target.checked))
          }}
          className="size-4 accent-accent"
        />
        Single-key shortcuts are on
      </label>
      {!kept && <NotStored />}
    </Dialog>
  )
}
