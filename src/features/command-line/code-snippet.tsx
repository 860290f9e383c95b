import { useState, type ReactNode } from 'react'

import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Outcome } from '../../ui/outcome.tsx'

interface CodeSnippetProps {
  /** What it is, for the region's name and for the button's: "Copy connect.py". */
  label: string
  text: string
  /** Holds no secret: may stand on paper. */
  printable?: boolean
  /** As high as its text is, rather than scrolling inside itself. */
  whole?: boolean
  /** Buttons beside Copy. */
  actions?: ReactNode
}

/** Code or a command to copy; selected for copying by hand where the browser refuses the clipboard. */
export const CodeSnippet = ({ label, text, printable = false, whole = false, actions }: CodeSnippetProps) => {
  const [refused, setRefused] = useState(0)
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-center justify-end gap-x-1 print:hidden">
        <p className="mr-auto min-w-0 text-xs wrap-anywhere text-muted">{label}</p>
        {actions}
        <CopyButton
          what={label}
          text={text}
          onRefused={() => {
            setRefused((times) => times + 1)
          }}
        />
      </div>
      <CodeRegion label={label} text={text} selected={refused} whole={whole} printable={printable} />
      {refused > 0 && (
        <Outcome tone="warning" testId="copy-by-hand">
          Your browser blocked the clipboard. The text is selected: copy it with Ctrl+C or ⌘C.
        </Outcome>
      )}
    </div>
  )
}
