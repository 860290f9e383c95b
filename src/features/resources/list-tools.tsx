import type { ReactNode } from 'react'

import { formatNumber } from '../../lib/format-number.ts'
import type { useSearchInUrl } from '../search/use-search-in-url.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { SearchField } from '../search/search-field.tsx'
import { NoSuch } from './no-such.tsx'

interface ListToolsProps {
  /** Singular: "topic". */
  unit: string
  /** Plural, if it isn't the singular with an s. */
  units?: string
  total: number
  found: number
  /** The page's search. */
  search: Pick<ReturnType<typeof useSearchInUrl>, 'text' | 'search' | 'settle'>
  placeholder: string
  /** The result of the last change. */
  outcome: string | undefined
  /** What the URL names and the list doesn't have. */
  missing?: string | undefined
  /** Buttons. */
  children?: ReactNode
}

/** The bar above a list: search, count, buttons, and the result of the last change. */
export const ListTools = (props: ListToolsProps) => {
  const { unit, units = `${unit}s`, total, found, search, placeholder, outcome, missing, children } = props
  const all = `${formatNumber(total)} ${total === 1 ? unit : units}`
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {total > 1 && (
          <div className="min-w-0 grow basis-60">
            <SearchField
              label={`Search ${units}`}
              placeholder={placeholder}
              value={search.text}
              onChange={search.search}
              onBlur={search.settle}
            />
          </div>
        )}
        <p role="status" className="grow text-muted">
          {found === total ? all : `${formatNumber(found)} of ${all}`}
        </p>
        <div className="flex flex-wrap gap-2">{children}</div>
      </div>
      <Outcome testId="list-outcome">{outcome}</Outcome>
      {missing !== undefined && <NoSuch unit={unit} name={missing} />}
    </div>
  )
}
