import { Button } from './button.tsx'
import { CodeRegion } from './code-region.tsx'
import { Note } from './notice.tsx'

interface ByHandProps {
  /** What the text is. */
  label: string
  text: string
  /** How often the clipboard was refused: the text is selected each time. */
  times: number
  onClose: () => void
}

/** The clipboard was refused: the text, selected, for copying by hand. */
export const ByHand = ({ label, text, times, onClose }: ByHandProps) => (
  <div role="status" data-testid="copy-by-hand" className="space-y-2">
    <Note actions={<Button onClick={onClose}>Close</Button>}>
      Your browser blocked the clipboard. The text is selected below: copy it with Ctrl+C or ⌘C.
    </Note>
    <CodeRegion label={label} text={text} selected={times} />
  </div>
)
