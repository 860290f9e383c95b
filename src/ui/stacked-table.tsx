import type { HTMLAttributes, ReactNode, Ref } from 'react'

/*
 * The parts of a table whose rows become cards where it is narrow. Some browsers forget what a table is once
 * its rows are no table rows to CSS: the roles say it, redundant as they look (.oxlintrc.json lets them).
 */

interface PartProps {
  children?: ReactNode
  className?: string
}

interface StackedTableProps {
  label: string
  /** Rows in all, where the document holds only some of them. */
  rowCount?: number | undefined
  children: ReactNode
}

export const StackedTable = ({ label, rowCount, children }: StackedTableProps) => (
  <div className="overflow-clip rounded-lg border border-border bg-surface">
    <table
      role="table"
      aria-label={label}
      aria-rowcount={rowCount}
      className="w-full border-collapse max-lg:block lg:table-fixed"
    >
      {children}
    </table>
  </div>
)

export const StackedHead = ({ children, className = '' }: PartProps) => (
  <thead role="rowgroup" className="max-lg:block">
    <tr role="row" className={`max-lg:flex max-lg:flex-wrap ${className}`}>
      {children}
    </tr>
  </thead>
)

export const StackedBody = ({ children }: PartProps) => (
  <tbody role="rowgroup" className="max-lg:block">
    {children}
  </tbody>
)

interface StackedRowProps extends HTMLAttributes<HTMLTableRowElement> {
  ref?: Ref<HTMLTableRowElement> | undefined
  'data-index'?: number | undefined
}

export const StackedRow = ({ children, className = '', ...rest }: StackedRowProps) => (
  <tr role="row" className={`border-t border-border max-lg:block max-lg:p-3 ${className}`} {...rest}>
    {children}
  </tr>
)

const CELL = 'px-3 py-2 text-left align-top max-lg:block max-lg:px-0 max-lg:py-0.5'

export const StackedRowHeader = ({ children, className = '' }: PartProps) => (
  <th role="rowheader" scope="row" className={`${CELL} ${className}`}>
    {children}
  </th>
)

export const StackedCell = ({ children, className = '', colSpan }: PartProps & { colSpan?: number }) => (
  <td role="cell" colSpan={colSpan} className={`${CELL} ${className}`}>
    {children}
  </td>
)
