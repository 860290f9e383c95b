import { useState, type ReactNode } from 'react'

import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FactRow } from '../../ui/fact-table.tsx'
import { Note } from '../../ui/notice.tsx'

interface ValueRowProps {
  header: string
  /** What is copied, or how to get it when asked; undefined when there is no telling. */
  value: string | (() => Promise<string | undefined>)
  /** What is shown, where that isn't the value itself. */
  children?: ReactNode
  /** Buttons before Copy. */
  actions?: ReactNode
}

/** A row of the connection table: a value in monospace, and Copy. */
export const ValueRow = ({ header, value, children, actions }: ValueRowProps) => {
  const [byHand, setByHand] = useState<string>()
  return (
    <FactRow
      header={header}
      actions={
        <>
          {actions}
          <CopyButton what={header} text={value} onRefused={setByHand} />
        </>
      }
      {...(byHand !== undefined && {
        below: (
          <div className="space-y-2">
            <Note>The browser refused the clipboard. The text is selected below: copy it with Ctrl+C or ⌘C.</Note>
            <CodeRegion label={header} text={byHand} selected />
          </div>
        ),
      })}
    >
      <div translate="no" className="font-mono wrap-anywhere">
        {children ?? (typeof value === 'string' ? value : null)}
      </div>
    </FactRow>
  )
}
