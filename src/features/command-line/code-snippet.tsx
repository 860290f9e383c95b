import { useState, type ReactNode } from 'react'

import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Outcome } from '../../ui/outcome.tsx'

interface CodeSnippetProps {
  /** What the code is, for the names of the region and the button: "Copy connect.py". */
  label: string
  text: string
  /** Contains no secret, so it may be printed. */
  printable?: boolean
  /** As tall as its text, instead of scrolling. */
  whole?: boolean
  /** Buttons beside Copy. */
  actions?: ReactNode
}

/** Code or a command to copy. If the browser refuses the clipboard, the text is selected for manual copying. */
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
