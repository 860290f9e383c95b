import { Palette } from './palette/palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'

interface OverlayProps {
  /** What was asked for last. */
  open: 'palette' | 'sheet'
  /** The project that is open, if any. */
  project: string | undefined
  /** Another one is to open, or none. */
  onOpen: (next?: 'sheet') => void
}

/** What the app's shortcuts open. */
export const Overlay = ({ open, project, onOpen }: OverlayProps) =>
  open === 'palette' ? (
    <Palette
      project={project}
      onClose={onOpen}
      onShortcuts={() => {
        onOpen('sheet')
      }}
    />
  ) : (
    <ShortcutSheet onClose={onOpen} />
  )
