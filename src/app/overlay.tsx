import { Palette } from './palette/palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import type { EarlyText } from './early-field.tsx'

interface OverlayProps {
  /** What to open. */
  open: 'palette' | 'sheet'
  /** What was typed while this was loading. */
  early: EarlyText
  /** The open project, if any. */
  project: string | undefined
  /** Opens another one, or closes it. */
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
