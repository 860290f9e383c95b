import type { ReactNode } from 'react'

/** A table of named values: row headers on the left, one header's cells beside it; stacked where it is narrow. */
export const FactTable = ({ label, children }: { label: string; children: ReactNode }) => (
  <table aria-label={label} className="w-full table-fixed border-collapse max-lg:block">
    <colgroup className="max-lg:hidden">
      <col className="w-40" />
      <col className="w-30" />
      <col />
      <col className="w-72" />
    </colgroup>
    <tbody className="max-lg:block">{children}</tbody>
  </table>
)

const CELL = 'py-2 align-top max-lg:block max-lg:py-0.5'

interface FactRowProps {
  header: string
  /** Stands alone in a cell of its own between the header and the content. */
  mark?: ReactNode
  children: ReactNode
  actions?: ReactNode
}

export const FactRow = ({ header, mark, children, actions }: FactRowProps) => (
  <tr className="border-t border-border first:border-t-0 max-lg:block max-lg:py-2">
    <th scope="row" className={`${CELL} py-3 pr-4 text-left font-medium`}>
      {header}
    </th>
    {mark !== undefined && <td className={`${CELL} pt-2.5 pr-4`}>{mark}</td>}
    <td colSpan={mark === undefined ? 2 : 1} className={`${CELL} py-3 pr-4`}>
      {children}
    </td>
    <td className={`${CELL} text-right max-lg:text-left`}>
      <div className="inline-flex gap-1 max-lg:flex-wrap">{actions}</div>
    </td>
  </tr>
)
