import { useState, type ReactNode } from 'react'

import { ManualCopy } from '../../../ui/manual-copy.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { FactRow } from '../../../ui/fact-table.tsx'

interface ValueRowProps {
  header: string
  /** What is copied, or a function that fetches it. */
  value: string | (() => Promise<string | undefined>)
  /** What is shown, if it isn't the value itself. */
  children?: ReactNode
  /** Buttons before Copy. */
  actions?: ReactNode
  /** For secrets: whether the value is visible. When hidden, the copy for manual copying is hidden too. */
  inSight?: boolean
}

/** A row of the connection table: a value in monospace, and Copy. */
export const ValueRow = ({ header, value, children, actions, inSight = true }: ValueRowProps) => {
  const [byHand, setByHand] = useState({ text: '', times: 0 })
  const [wasInSight, setWasInSight] = useState(inSight)
  const forget = () => {
    setByHand({ text: '', times: 0 })
  }
  if (inSight !== wasInSight) {
    setWasInSight(inSight)
    if (!inSight) forget()
  }
  return (
    <FactRow
      header={header}
      actions={
        <>
          {actions}
          <CopyButton
            what={header}
            text={value}
            onRefused={(text) => {
              setByHand(({ times }) => ({ text, times: times + 1 }))
            }}
          />
        </>
      }
      {...(byHand.times > 0 && {
        below: <ManualCopy label={header} text={byHand.text} times={byHand.times} onClose={forget} />,
      })}
    >
      <div translate="no" className="font-mono wrap-anywhere">
        {children ?? (typeof value === 'string' ? value : null)}
      </div>
    </FactRow>
  )
}
