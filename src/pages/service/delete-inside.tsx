import type { ComponentProps, ReactNode } from 'react'

import { WriteDialog } from '../../features/writes/write-dialog.tsx'
import { Note } from '../../ui/notice.tsx'

/** What a dialog needs that deletes a named thing of a service. */
export interface DeleteProps {
  name: string
  /** Whether the list has it, as it is now. */
  isListed: boolean
  onDone: () => void
  onClose: () => void
}

interface DeleteInsideProps extends DeleteProps, Pick<ComponentProps<typeof WriteDialog>, 'request' | 'terraform'> {
  /** "topic". */
  kind: string
  /** What goes with it. */
  children: ReactNode
}

/** Deletes something inside a service, which its name must be typed for. */
export const DeleteInside = ({ kind, name, isListed, children, ...write }: DeleteInsideProps) => (
  <WriteDialog
    title={`Delete ${kind} ${name}?`}
    confirm={`Delete ${kind}`}
    dangerous
    typedName={name}
    refused={`The ${kind} wasn’t deleted. Nothing has changed.`}
    doubtful={`Unknown whether ${name} was deleted. See whether it is still in the list before you try again.`}
    {...write}
  >
    {!isListed && (
      <Note testId="gone">
        The list has no {kind} {name}. It may have been deleted already.
      </Note>
    )}
    {children}
  </WriteDialog>
)
