import { lazy, Suspense, useState } from 'react'

import { Menu } from '../../../ui/menu/menu.tsx'
import type { BulkAction, BulkTarget } from './bulk-plan.ts'

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }))

const LABELS: readonly (readonly [action: BulkAction, label: string])[] = [
  ['power-off', 'Power off'],
  ['power-on', 'Power on'],
  ['add-tag', 'Add a tag'],
]

/** What can be done to several services at once: a menu, and a dialog that says what it means for each. */
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
              // What is asked about stays as it is, whatever the list says meanwhile.
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
