import { useState } from 'react'

import { errorDetails, type ApiError } from '../../api/errors.ts'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

/**
 * Copies operation, status, time and request id of a failure, for support.
 * @param props.of what failed, if several failures are shown side by side: "demo-shop"
 */
export const CopyDetails = ({ error, of }: { error: ApiError; of?: string }) => {
  const [byHand, setByHand] = useState<{ error: ApiError; text: string }>()
  return (
    <>
      <CopyButton
        label="Copy details"
        what={of === undefined ? 'details' : `details of ${of}`}
        text={errorDetails(error)}
        onRefused={(text) => {
          setByHand({ error, text })
        }}
      />
      {byHand?.error === error && (
        <div className="basis-full">
          <CodeRegion label="Details of the error" text={byHand.text} selected={1} />
        </div>
      )}
    </>
  )
}
