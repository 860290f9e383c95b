import type { ComponentProps, ReactNode } from 'react'

import { WriteDialog } from '../../features/writes/write-dialog.tsx'
import { Note } from '../../ui/notice.tsx'
import { isolated } from '../../lib/isolated.ts'

/** Props of a dialog that deletes a named thing of a service. */
export interface DeleteProps {
  name: string
  /** Whether the current list has it. */
  isListed: boolean
  onDone: () => void
  onClose: () => void
}

interface DeleteInsideProps extends DeleteProps, Pick<ComponentProps<typeof WriteDialog>, 'request' | 'terraform'> {
  /** "topic". */
  kind: string
  /** What is deleted with it. */
  children: ReactNode
}

/** Deletes something inside a service. The user must type its name. */
export const DeleteInside = ({ kind, name, isListed, children, ...write }: DeleteInsideProps) => (
  <WriteDialog
    title={`Delete ${kind} ${isolated(name)}?`}
    confirm={`Delete ${kind}`}
    dangerous
    typedName={name}
    refused={`The ${kind} wasn’t deleted. Nothing has changed.`}
    doubtful={`Unknown whether ${isolated(name)} was deleted. See whether it is still in the list before you try again.`}
    {...write}
  >
    {!isListed && (
      <Note testId="gone">
        The list has no {kind} <bdi>{name}</bdi>. It may have been deleted already.
      </Note>
    )}
    {children}
  </WriteDialog>
)
