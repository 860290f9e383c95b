import type { ReactNode } from 'react'

/**
 * A table of named values: row headers on the left, values beside them; stacked where it is narrow.
 * Rows are laid out as grids, and some browsers forget what a table is then: the roles say it.
 */
export const FactTable = ({ label, children }: { label: string; children: ReactNode }) => (
  <table role="table" aria-label={label} className="block w-full">
    <tbody role="rowgroup" className="block">
      {children}
    </tbody>
  </table>
)

interface FactRowProps {
  header: string
  /** Stands alone in a cell of its own between the header and the content. */
  mark?: ReactNode
  children: ReactNode
  actions?: ReactNode
  /** What came of the actions, across the whole width. */
  below?: ReactNode
}

export const FactRow = ({ header, mark, children, actions, below }: FactRowProps) => (
  <tr
    role="row"
    className="grid gap-x-4 gap-y-1 border-t border-border py-2 first:border-t-0 lg:grid-cols-[9rem_6.5rem_1fr_auto]"
  >
    <th role="rowheader" scope="row" className="py-1.5 text-left font-medium">
      {header}
    </th>
    {mark !== undefined && (
      <td role="cell" className="py-1">
        {mark}
      </td>
    )}
    <td role="cell" className={`min-w-0 py-1.5 ${mark === undefined ? 'lg:col-span-2' : ''}`}>
      {children}
    </td>
    <td role="cell">
      <div className="flex flex-wrap gap-1 lg:flex-nowrap lg:justify-end">{actions}</div>
    </td>
    {below !== undefined && (
      <td role="cell" className="min-w-0 lg:col-span-3 lg:col-start-2">
        {below}
      </td>
    )}
  </tr>
)
