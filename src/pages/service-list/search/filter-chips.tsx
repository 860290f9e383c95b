import type { RefObject } from 'react'

import { filterOf } from './filters.ts'
import { searchProblems } from './filter-rows.ts'
import { isQuick } from './quick-chips.tsx'
import { parseSearch, removeWord } from './search-words.ts'

interface FilterChipsProps {
  field: RefObject<HTMLInputElement | null>
  search: string
  onSearch: (search: string) => void
}

/** The filter words of the search, each to be removed. */
export const FilterChips = ({ field, search, onSearch }: FilterChipsProps) => {
  const words = parseSearch(search).filter(
    ({ key, values, from, to }) =>
      filterOf(key) && values.some((value) => value !== '') && !isQuick(search.slice(from, to)),
  )
  if (words.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2">
      {words.map((word) => {
        const text = search.slice(word.from, word.to)
        return (
          <li key={word.from} className="max-w-full">
            <button
              type="button"
              aria-label={`${text}, remove filter`}
              onClick={() => {
                onSearch(removeWord(search, word))
                // The button disappears, so move the focus.
                field.current?.focus()
              }}
              className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-md bg-accent-soft px-2 text-left text-accent hover:underline"
            >
              <span className="min-w-0 font-mono text-xs wrap-anywhere">{text}</span>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Parts of the search that don't work, and why. */
export const SearchProblems = ({ search }: { search: string }) => (
  <div role="status" className="basis-full text-required empty:hidden">
    {searchProblems(search).map(({ id, text }) => (
      <p key={text} data-testid={id} className="wrap-anywhere">
        {text}
      </p>
    ))}
  </div>
)
