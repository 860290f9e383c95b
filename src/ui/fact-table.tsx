import type { ReactNode } from 'react'

/**
 * A table of named values: row headers on the left, values beside them; stacked where it is narrow.
 * Rows are laid out as grids, and some browsers then drop the table semantics, so the roles are explicit.
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
  /** In its own cell between the header and the content. */
  mark?: ReactNode
  children: ReactNode
  actions?: ReactNode
  /** The result of the actions, across the full width. */
  below?: ReactNode
}

/**
 * On narrow screens, a row with a mark shows header and mark, then content, then buttons; a row without one shows header
 * and buttons, then content.
 */
export const FactRow = ({ header, mark, children, actions, below }: FactRowProps) => (
  <tr
    role="row"
    className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-border py-1.5 first:border-t-0 xl:grid-cols-[9rem_6.5rem_1fr_auto]"
  >
    <th role="rowheader" scope="row" className="py-1.5 text-left font-medium max-xl:whitespace-nowrap">
      {header}
    </th>
    {mark !== undefined && (
      <td role="cell" className="py-1">
        {mark}
      </td>
    )}
    <td
      role="cell"
      className={`min-w-0 py-1.5 max-xl:col-span-2 ${mark === undefined ? 'max-xl:row-start-2 xl:col-span-2' : ''}`}
    >
      {children}
    </td>
    <td
      role="cell"
      className={`print:hidden ${mark === undefined ? 'max-xl:col-start-2 max-xl:row-start-1' : 'max-xl:col-span-2'}`}
    >
      <div className="flex flex-wrap gap-1 xl:max-w-68 xl:justify-end">{actions}</div>
    </td>
    {below !== undefined && (
      <td role="cell" className="min-w-0 max-xl:col-span-2 xl:col-span-3 xl:col-start-2">
        {below}
      </td>
    )}
  </tr>
)
