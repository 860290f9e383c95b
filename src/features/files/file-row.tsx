import type { ReactNode } from 'react'

import type { FormSource } from '../../snippets/forms/form.ts'
import type { Mark } from '../../domain/verdict.ts'
import { Button } from '../../ui/button.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { FactRow } from '../../ui/fact-table.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import { RequirementMark } from '../evidence/requirement-mark.tsx'
import { OtherFormats } from './other-formats/other-formats.tsx'
import type { CheckedFile, FileActions } from './use-file-actions.ts'
import { Outcome } from '../../ui/outcome.tsx'

interface FileRowProps<T extends CheckedFile> {
  header: string
  /** The header as written in sentences and in button names: "CA certificate". */
  what: string
  mark: Mark
  actions: FileActions<T>
  /** What "Other formats" needs to know of the file. */
  subject: Omit<FormSource, 'pem'>
  /** A failure from before the file was requested, shown like a failed action. */
  early?: { readonly error: Error; readonly busy: boolean; readonly retry: () => void } | undefined
  /** Extra buttons, after those that every file has. */
  more?: ReactNode
  /** Content beside the mark. */
  children: ReactNode
  /** Content below everything, across the full width. */
  footer?: ReactNode
  /** Content above the text once it is shown. */
  renderFacts?: (file: T) => ReactNode
}

/** A row of the connection table for a file: mark, text, Show, Download, Copy. */
export const FileRow = <T extends CheckedFile>(props: FileRowProps<T>) => {
  const { header, what, mark, actions, subject, early, more, children, footer, renderFacts } = props
  const { busy, shown, byHand, message, doubts, run, cancel, retry, hide } = actions
  const failure = actions.error ? { error: actions.error, busy: busy !== undefined, retry } : early
  return (
    <FactRow
      header={header}
      mark={<RequirementMark mark={mark} />}
      bar={
        <>
          <Button
            icon="download"
            aria-label={`Download ${what}`}
            busy={busy === 'download'}
            onClick={() => {
              run('download')
            }}
          >
            Download
          </Button>
          <Button
            variant="quiet"
            icon="eye"
            reserve="Show"
            aria-label={`${shown ? 'Hide' : 'Show'} ${what}`}
            aria-expanded={shown !== undefined}
            busy={busy === 'show'}
            onClick={() => {
              if (shown) hide()
              else run('show')
            }}
          >
            {shown ? 'Hide' : 'Show'}
          </Button>
          <Button
            variant="quiet"
            icon="copy"
            aria-label={`Copy ${what}`}
            busy={busy === 'copy'}
            onClick={() => {
              run('copy')
            }}
          >
            Copy
          </Button>
          <OtherFormats what={what} subject={subject} actions={actions} />
          {more}
        </>
      }
      below={
        <div className="space-y-2">
          {busy && <Waiting onCancel={cancel} />}
          {failure && (
            <ApiProblem
              error={failure.error}
              what={`There is no usable ${what}. Nothing was saved or copied.`}
              busy={failure.busy || busy !== undefined}
              onRetry={failure.retry}
            />
          )}
          <Outcome testId={byHand > 0 ? 'copy-by-hand' : undefined} tone={byHand > 0 ? 'warning' : 'ok'}>
            {message}
          </Outcome>
          <DoubtDialog doubts={doubts} />
          {shown && (
            <div className="space-y-3 pb-2">
              {renderFacts?.(shown)}
              <CodeRegion label={`${header}, PEM`} text={shown.text} selected={byHand} />
            </div>
          )}
          {footer}
        </div>
      }
    >
      <div className="max-w-[72ch]">{children}</div>
    </FactRow>
  )
}
