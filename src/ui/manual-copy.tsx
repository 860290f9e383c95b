import { Button } from './button.tsx'
import { CodeRegion } from './code-region.tsx'
import { Note } from './notice.tsx'

interface ManualCopyProps {
  /** What the text is. */
  label: string
  text: string
  /** How often the browser refused the clipboard: the text is selected each time. */
  times: number
  onClose: () => void
}

/** The text, selected for manual copying, after the browser refused the clipboard. */
export const ManualCopy = ({ label, text, times, onClose }: ManualCopyProps) => (
  <div role="status" data-testid="copy-by-hand" className="space-y-2">
    <Note actions={<Button onClick={onClose}>Close</Button>}>
      Your browser blocked the clipboard. The text is selected below: copy it with Ctrl+C or ⌘C.
    </Note>
    <CodeRegion label={label} text={text} selected={times} />
  </div>
)
