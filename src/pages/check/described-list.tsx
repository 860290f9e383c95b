import { useState } from 'react'

import { AnswerList, ToneMark } from '../../features/diagnosis/answer-list.tsx'
import type { Described } from '../../diagnose/describe.ts'
import { worst } from '../../diagnose/check-reading.ts'
import { Button } from '../../ui/button.tsx'
import { CertificateDetails } from './certificate-details.tsx'

/** Number of certificates open at first: hundreds of open ones would help nobody. */
const FIRST = 10
const STEP = 100

const DescribedItem = ({
  described: { certificate, answers },
  number,
  of,
}: {
  described: Described
  number: number
  of: number
}) => (
  <li className="space-y-2 border-t border-border pt-3">
    {of > 1 && (
      <>
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          Certificate {number} of {of} <ToneMark tone={worst(answers)} />
        </h3>
        <AnswerList answers={answers} />
      </>
    )}
    <details>
      <summary className="min-h-6 text-accent">Details{of > 1 ? ` of certificate ${String(number)}` : ''}</summary>
      <div className="pt-2">
        <CertificateDetails certificate={certificate} />
      </div>
    </details>
  </li>
)

/** Every certificate of a file, the first ones open. The answers for a single one are already above. */
export const DescribedList = ({ described }: { described: readonly Described[] }) => {
  const [count, setCount] = useState(FIRST)
  const rest = described.length - count
  if (described.length === 0) return null
  return (
    <>
      <ol className="space-y-3">
        {described.slice(0, count).map((one, index) => (
          // The certificates of one file never change order.
          // oxlint-disable-next-line react/no-array-index-key
          <DescribedItem key={index} described={one} number={index + 1} of={described.length} />
        ))}
      </ol>
      {rest > 0 && (
        <Button
          onClick={() => {
            setCount(count + STEP)
          }}
        >
          {`Show ${String(Math.min(rest, STEP))} more`}
        </Button>
      )}
    </>
  )
}
