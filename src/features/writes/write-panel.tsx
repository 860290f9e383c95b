import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

import { sameValue } from '../../api/service-edit.ts'
import type { Service } from '../../api/service.ts'
import type { ServiceWrite, WriteResult } from '../../api/service-write.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useUnsent } from '../../ui/form/unsent.ts'
import { useFocusLeft } from '../../ui/use-focus-left.ts'
import { useWrite } from './use-write.ts'
import { WriteCommand } from './write-command.tsx'
import { WriteProblem } from './write-problem.tsx'

interface WritePanelProps {
  /** The panel's name: "Changes of the tags". */
  label: string
  request: ServiceWrite
  /** Question before sending, if one is needed. */
  question?: { readonly title: string; readonly confirm: string; readonly text: ReactNode } | undefined
  terraform?: string | undefined
  /** Message if the API refused: nothing has changed. */
  refused: string
  /** Message if it isn't known whether the change was made. */
  doubtful: ReactNode
  /** Makes the changes start from that service. */
  onRebase: (service: Service) => void
  /** Shows the result. The panel discards what was sent. */
  onDone: (result: WriteResult) => void
  onDiscard: () => void
  /** The differences, and what they mean. */
  children: ReactNode
}

/** A change that isn't sent yet: the differences, "Save" and "Discard". */
export const WritePanel = (props: WritePanelProps) => {
  const { label, request, question, terraform, onRebase, onDone, onDiscard, children } = props
  const [asking, setAsking] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  useFocusLeft(ref)
  useUnsent(true)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  const { busy, error, send, forget } = useWrite({
    onDone: (result) => {
      onDone(result)
      const now = latest.current
      // What was changed while this was on its way hasn't been sent.
      if (sameValue(now.request.edits, request.edits)) now.onDiscard()
      else if (result.service) now.onRebase(result.service)
    },
  })
  /** Asks again on Retry too: what is sent may have been changed since the refusal. */
  const save = () => {
    if (question) setAsking(true)
    else send(request)
  }
  return (
    <div ref={ref} role="group" aria-label={label} className="space-y-3 rounded-md border border-accent bg-canvas p-3">
      {children}
      <WriteCommand request={request} terraform={terraform} />
      <WriteProblem
        error={error}
        refused={props.refused}
        doubtful={props.doubtful}
        busy={busy}
        onRetry={save}
        onRebase={(service) => {
          forget()
          onRebase(service)
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={save}>
          Save
        </Button>
        <Button
          onClick={() => {
            if (!busy) onDiscard()
          }}
        >
          Discard
        </Button>
      </div>
      {asking && question && (
        <ConfirmDialog
          title={question.title}
          confirm={question.confirm}
          dangerous
          busy={false}
          onConfirm={() => {
            setAsking(false)
            send(request)
          }}
          onClose={() => {
            setAsking(false)
          }}
        >
          {question.text}
        </ConfirmDialog>
      )}
    </div>
  )
}
