import type { ComponentProps, ReactNode } from 'react'

import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { ListTools } from './list-tools.tsx'
import { NoMatch } from './no-match.tsx'
import type { useListInUrl } from './use-list-in-url.ts'

type ListState = ReturnType<typeof useListInUrl>

interface ResourceListProps<Row>
  extends
    Pick<ComponentProps<typeof ListTools>, 'unit' | 'units' | 'total' | 'placeholder' | 'missing'>,
    Omit<ComponentProps<typeof DataTable<Row>>, 'empty' | 'total'> {
  /** The page's state in the URL. */
  list: Pick<ListState, 'find' | 'outcome' | 'clearSearch'>
  /** The text that was searched for, if it lags behind the field. */
  text?: string
  /** Buttons above the list. */
  buttons?: ReactNode
  /** Between the buttons and the list. */
  note?: ReactNode
  /** Shown while there is nothing to list at all. */
  empty: ReactNode
}

/** A list inside a service: search, count and buttons, the result of the last change, and the table. */
export const ResourceList = <Row,>(props: ResourceListProps<Row>) => {
  const { unit, units, placeholder, missing, list, text = list.find.text, buttons, note, empty, ...table } = props
  const { find, outcome, clearSearch } = list
  return (
    <>
      <ListTools
        unit={unit}
        {...(units !== undefined && { units })}
        total={table.total}
        found={table.rows.length}
        search={find}
        placeholder={placeholder}
        outcome={outcome}
        missing={missing}
      >
        {buttons}
      </ListTools>
      {note}
      <DataTable
        {...table}
        empty={table.total === 0 ? empty : <NoMatch unit={unit} text={text} onClear={clearSearch} />}
      />
    </>
  )
}

interface OpenDialogProps {
  list: Pick<ListState, 'open'>
  /** The dialog's name in the URL: "create-topic". */
  dialog: string
  isPrimary?: boolean
  children: string
}

/** A button that opens one of the list's dialogs. */
export const OpenDialog = ({ list: { open }, dialog, isPrimary = true, children }: OpenDialogProps) => (
  <Button
    variant={isPrimary ? 'primary' : 'outline'}
    onClick={() => {
      open({ do: dialog })
    }}
  >
    {children}
  </Button>
)
