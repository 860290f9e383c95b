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
  /** Short buttons beside the content. */
  actions?: ReactNode
  /** A line of buttons below the content. */
  bar?: ReactNode
  /** The result of the buttons, across the full width. */
  below?: ReactNode
}

const BELOW = 'min-w-0 max-xl:col-span-2 xl:col-span-3 xl:col-start-2'

/**
 * On narrow screens, a row shows its header with its mark or short buttons, and the rest below them, each across the full
 * width.
 */
export const FactRow = ({ header, mark, children, actions, bar, below }: FactRowProps) => (
  <tr
    role="row"
    className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-border py-1.5 first:border-t-0 xl:grid-cols-[9rem_7.75rem_1fr_auto]"
  >
    <th role="rowheader" scope="row" className="py-1.5 text-left font-medium min-[22rem]:max-xl:whitespace-nowrap">
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
    {actions !== undefined && (
      <td role="cell" className="max-xl:col-start-2 max-xl:row-start-1 print:hidden">
        <div className="flex flex-wrap gap-1 xl:justify-end">{actions}</div>
      </td>
    )}
    {bar !== undefined && (
      <td role="cell" className={`print:hidden ${BELOW}`}>
        <div className="flex flex-wrap gap-1">{bar}</div>
      </td>
    )}
    {below !== undefined && (
      <td role="cell" className={BELOW}>
        {below}
      </td>
    )}
  </tr>
)
