/** Suggestions for the word that is being typed. */
import { formatCount } from '../../../lib/format-number.ts'
import type { ServiceRow } from '../service-rows.ts'
import { FILTERS, filterOf } from './filters.ts'
import { formatWord, parseSearch } from './search-words.ts'

export interface Suggestion {
  /** The word that replaces the typed one; a filter word without a value ends in a colon. */
  readonly word: string
  readonly hint: string
}

export interface Suggestions {
  /** What is replaced. */
  readonly from: number
  readonly to: number
  readonly options: readonly Suggestion[]
}

const MAX_SHOWN = 8

type Values = ReadonlyMap<string, number>

const counted = new WeakMap<readonly ServiceRow[], Map<string, Values>>()

/** The values that rows have for a filter word, and how many rows have them, most first. */
const valuesOf = (rows: readonly ServiceRow[], key: string): Values => {
  const known = counted.get(rows) ?? new Map<string, Values>()
  counted.set(rows, known)
  const before = known.get(key)
  if (before) return before
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const value of filterOf(key)?.valuesOf?.(row) ?? []) {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  const sorted = new Map([...counts].toSorted((a, b) => b[1] - a[1]))
  known.set(key, sorted)
  return sorted
}

/** @param lead what stands before the value in the word already: `provider:aws,` */
const valueOptions = (rows: readonly ServiceRow[], key: string, typed: string, lead: string): Suggestion[] => {
  const fixed = (filterOf(key)?.values ?? []).map((value) => ({ value, hint: '' }))
  const found = [...valuesOf(rows, key)].map(([value, count]) => ({ value, hint: formatCount(count, 'service') }))
  return [...fixed, ...found]
    .filter(({ value }) => value.toLowerCase().includes(typed))
    .map(({ value, hint }) => ({ word: lead + formatWord(key, value).slice(key.length + 1), hint }))
}

/** Filter words whose values are also suggested for plain text: `kaf` may mean `service:kafka`. */
const GUESSED = ['service', 'status', 'ca', 'provider']

/**
 * Suggestions for the word at the caret.
 * @param rows the rows whose values are offered
 * @param guesses whether to suggest filters for plain text: only on request, because the list would cover the found rows
 */
export const suggest = (search: string, caret: number, rows: readonly ServiceRow[], guesses: boolean): Suggestions => {
  const word = parseSearch(search).find(({ from, to }) => from < caret && caret <= to)
  const from = word ? word.from : caret
  const minus = word?.negated ? '-' : ''
  const to = word?.to ?? caret
  const typed = search.slice(from + minus.length, caret).toLowerCase()
  const filter = filterOf(word?.key)
  if (word?.key !== undefined && filter) {
    const lastComma = search.slice(from, caret).lastIndexOf(',')
    const lead = search.slice(from, from + (lastComma < 0 ? minus.length + word.key.length : lastComma) + 1)
    const value = search
      .slice(from + lead.length, caret)
      .replaceAll('"', '')
      .toLowerCase()
    const written = search.slice(from, to)
    const options = valueOptions(rows, word.key, value, lead).filter(({ word: offered }) => offered !== written)
    return { from, to, options: options.slice(0, MAX_SHOWN) }
  }
  const keys = Object.entries(FILTERS)
    .filter(([key]) => key.startsWith(typed))
    .map(([key, { hint }]) => ({ word: `${minus}${key}:`, hint }))
  const guessed =
    !guesses || typed.length < 2
      ? []
      : GUESSED.flatMap((key) => valueOptions(rows, key, typed, `${minus}${key}:`)).filter(({ word: offered }) =>
          offered.slice(offered.indexOf(':') + 1).startsWith(typed),
        )
  return { from, to, options: typed === '' ? keys : [...keys, ...guessed].slice(0, MAX_SHOWN) }
}
