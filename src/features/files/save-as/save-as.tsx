import { lazy, Suspense } from 'react'

import type { FormSource } from '../../../snippets/forms/form.ts'
import { Button } from '../../../ui/button.tsx'
import type { CheckedFile, FileActions } from '../use-file-actions.ts'

const SaveAsDialog = lazy(async () => ({ default: (await import('./save-as-dialog.tsx')).SaveAsDialog }))

interface SaveAsProps<T extends CheckedFile> {
  /** What is saved: "CA certificate". */
  what: string
  subject: Omit<FormSource, 'pem'>
  actions: FileActions<T>
}

/** The button that offers a file in other forms: fetched and checked first, then the dialog opens. */
export const SaveAs = <T extends CheckedFile>({ what, subject, actions }: SaveAsProps<T>) => {
  const { busy, offered, run, closeOffer } = actions
  return (
    <>
      <Button
        variant="quiet"
        aria-haspopup="dialog"
        busy={busy === 'save-as'}
        aria-label={`Other formats of ${what}`}
        onClick={() => {
          run('save-as')
        }}
      >
        Other formats
      </Button>
      {offered && (
        <Suspense>
          <SaveAsDialog
            what={what}
            description={offered.description}
            source={{ ...subject, pem: offered.text }}
            onClose={closeOffer}
          />
        </Suspense>
      )}
    </>
  )
}
