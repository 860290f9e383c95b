import { parseSearch, removeWord } from './search-words.ts'

/** The most frequent filters, one click each. */
const QUICK = [
  { label: 'Required', word: 'ca:required' },
  { label: 'Ending soon', word: 'expires:<60d' },
  { label: 'TLS off', word: 'tls:off' },
] as const

const WORDS: ReadonlySet<string> = new Set(QUICK.map(({ word }) => word))

/** Whether a quick chip already shows and removes the filter word. */
export const isQuick = (text: string): boolean => WORDS.has(text)

interface QuickChipsProps {
  search: string
  onSearch: (search: string) => void
}

/** Filters to switch on and off; they are in the search like typed ones. */
export const QuickChips = ({ search, onSearch }: QuickChipsProps) => {
  const words = parseSearch(search)
  return (
    <div role="group" aria-label="Quick filters" className="flex flex-wrap gap-2">
      {QUICK.map(({ label, word }) => {
        const on = words.find(({ from, to }) => search.slice(from, to) === word)
        return (
          <button
            key={word}
            type="button"
            aria-pressed={on !== undefined}
            onClick={() => {
              onSearch(on ? removeWord(search, on) : `${search} ${word}`.trim())
            }}
            className="min-h-8 rounded-full border border-control px-2.5 font-medium whitespace-nowrap hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {label}
          </button>
        )
      })}
    </div>
  )
}
