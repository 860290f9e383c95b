import { Palette } from './palette/palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import type { TypedEarly } from './early-field.tsx'

interface OverlayProps {
  /** What was asked for last. */
  open: 'palette' | 'sheet'
  /** What was typed while this was on its way. */
  early: TypedEarly
  /** The project that is open, if any. */
  project: string | undefined
  /** Another one is to open, or none. */
  onOpen: (next?: 'sheet') => void
}

/** What the app's shortcuts open. */
export const Overlay = ({ open, early, project, onOpen }: OverlayProps) =>
  open === 'palette' ? (
    <Palette
      early={early}
      project={project}
      onClose={onOpen}
      onShortcuts={() => {
        onOpen('sheet')
      }}
    />
  ) : (
    <ShortcutSheet onClose={onOpen} />
  )
