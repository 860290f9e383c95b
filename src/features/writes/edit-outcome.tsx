import { useState } from 'react'

import { reverseEdits, type Edit } from '../../api/service-edit.ts'
import type { ServiceWrite, WriteResult } from '../../api/service-write.ts'
import { sentence } from '../../lib/sentence.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/notice.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { DifferenceList } from './difference-list.tsx'
import { WriteDialog } from './write-dialog.tsx'

/** A change that was made. */
export interface Saved {
  /** The result, as a sentence. */
  readonly message: string
  readonly edits: readonly Edit[]
  readonly result: WriteResult
}

interface EditOutcomeProps {
  /** Test id. */
  testId: string
  saved: Saved | undefined
  /** The request that makes these edits. */
  requestOf?: (edits: readonly Edit[]) => ServiceWrite
  nameOf?: (path: readonly string[]) => string
  onSaved: (saved: Saved) => void
}

/** The result of a change of settings: what else changed, and Undo while the page is open. */
export const EditOutcome = ({ testId, saved, requestOf, nameOf, onSaved }: EditOutcomeProps) => {
  const [asking, setAsking] = useState(false)
  const back = saved && reverseEdits(saved.edits)
  const named = nameOf && { nameOf }
  return (
    // Always present, so that screen readers announce it; takes no space while empty.
    <div className={saved ? 'space-y-2' : 'sr-only'}>
      <div className="flex flex-wrap items-center gap-2">
        <Outcome testId={testId}>{saved?.message}</Outcome>
        {back && requestOf && (
          <Button
            variant="quiet"
            onClick={() => {
              setAsking(true)
            }}
          >
            Put back
          </Button>
        )}
      </div>
      {saved && saved.result.unrequested.length > 0 && (
        <Note testId="unasked">
          <p className="font-medium">This also changed in the service:</p>
          <DifferenceList label="Also changed" differences={saved.result.unrequested} />
        </Note>
      )}
      {saved?.result.unread && (
        <Note testId="not-read-back">
          The change was made, but couldn&rsquo;t be read back. {sentence(saved.result.unread.message)}
        </Note>
      )}
      {asking && back && requestOf && (
        <WriteDialog
          title="Put back?"
          confirm="Put back"
          request={requestOf(back)}
          refused="It wasn’t put back."
          doubtful="Unknown whether it was put back. It’s safe to try again."
          onDone={(result) => {
            setAsking(false)
            onSaved({ message: 'Put back.', edits: back, result })
          }}
          onClose={() => {
            setAsking(false)
          }}
        >
          <DifferenceList label="Put back" differences={back} {...named} />
        </WriteDialog>
      )}
    </div>
  )
}
