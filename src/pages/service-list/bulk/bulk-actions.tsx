import { lazy, Suspense, useState } from 'react'

import { Menu } from '../../../ui/menu/menu.tsx'
import type { BulkAction, BulkTarget } from './bulk-plan.ts'

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }))

const LABELS: readonly (readonly [action: BulkAction, label: string])[] = [
  ['power-off', 'Power off'],
  ['power-on', 'Power on'],
  ['add-tag', 'Add a tag'],
]

/** Actions on several services at once: a menu, and a dialog that explains the effect on each. */
export const BulkActions = ({ targets }: { targets: readonly BulkTarget[] }) => {
  const [open, setOpen] = useState<{ action: BulkAction; targets: readonly BulkTarget[] }>()
  return (
    <>
      <Menu
        label="Change"
        groups={[
          LABELS.map(([action, label]) => ({
            label,
            onSelect: () => {
              // The dialog's services stay fixed, even if the list changes.
              setOpen({ action, targets })
            },
          })),
        ]}
      />
      {open && (
        <Suspense>
          <BulkDialog
            {...open}
            onClose={() => {
              setOpen(undefined)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
