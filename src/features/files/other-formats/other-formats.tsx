import type { FormSource } from '../../../snippets/forms/form.ts'
import { Button } from '../../../ui/button.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import type { CheckedFile, FileActions } from '../use-file-actions.ts'

const OtherFormatsDialog = onDemand(async () => (await import('./other-formats-dialog.tsx')).OtherFormatsDialog)

interface OtherFormatsProps<T extends CheckedFile> {
  /** Name of the file: "CA certificate". */
  what: string
  subject: Omit<FormSource, 'pem'>
  actions: FileActions<T>
}

/** The button that offers a file in other formats. It fetches and checks the file, then opens the dialog. */
export const OtherFormats = <T extends CheckedFile>({ what, subject, actions }: OtherFormatsProps<T>) => {
  const { busy, offered, run, closeOffer } = actions
  return (
    <>
      <Button
        variant="quiet"
        aria-haspopup="dialog"
        busy={busy === 'other-formats'}
        aria-label={`Other formats of ${what}`}
        onClick={() => {
          run('other-formats')
        }}
      >
        Other formats
      </Button>
      {offered && (
        <OtherFormatsDialog
          what={what}
          description={offered.description}
          source={{ ...subject, pem: offered.text }}
          onClose={closeOffer}
        />
      )}
    </>
  )
}
