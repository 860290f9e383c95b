/** Applies a search to the rows, and reports its errors. */
import type { Service } from '../../../api/service.ts'
import type { ServiceRow } from '../service-rows.ts'
import { filterOf } from './filters.ts'
import { parseSearch, type SearchWord } from './search-words.ts'

type Test = (row: ServiceRow) => boolean

interface Context {
  /** Milliseconds of the epoch. */
  readonly now: number
  readonly inProjects: boolean
}

const haystacks = new WeakMap<Service, string>()

/** Everything about a service that free text searches, in lower case. */
const haystackOf = ({ service, typeName }: ServiceRow): string => {
  const known = haystacks.get(service)
  if (known !== undefined) return known
  const tags = Object.entries(service.tags).flatMap(([key, value]) => [key, value, `${key}=${value ?? ''}`])
  const haystack = [
    service.service_name,
    typeName,
    service.service_type,
    service.service_type_description,
    service.plan,
    service.cloud_name,
    service.cloud_description,
    ...tags,
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()
  haystacks.set(service, haystack)
  return haystack
}

/** @param inProjects search the projects' names too; not used if all rows are of one project */
const textTest = (text: string, inProjects: boolean): Test => {
  const needle = text.toLowerCase()
  return (row) => haystackOf(row).includes(needle) || (inProjects && row.project.toLowerCase().includes(needle))
}

const anyOf =
  (tests: readonly Test[]): Test =>
  (row) =>
    tests.some((test) => test(row))

/** A word's condition on a row; undefined if it has none, such as a filter without a usable value. */
const wordTest = (search: string, word: SearchWord, { now, inProjects }: Context): Test | undefined => {
  const filter = filterOf(word.key)
  if (!filter) return textTest(word.key === undefined ? (word.values[0] ?? '') : bare(search, word), inProjects)
  const tests = word.values
    .filter((value) => value !== '')
    .map((value) => filter.test(value.toLowerCase(), now))
    .filter((test) => test !== undefined)
  return tests.length === 0 ? undefined : anyOf(tests)
}

/** A word as it was written, without its minus. */
const bare = (search: string, { from, to, negated }: SearchWord): string => search.slice(negated ? from + 1 : from, to)

/**
 * The rows for which every word of a search holds, in their order.
 * @param now milliseconds of the epoch
 */
export const filterRows = (rows: readonly ServiceRow[], search: string, now = Date.now()): readonly ServiceRow[] => {
  const tests: Test[] = []
  const context = { now, inProjects: rows.some(({ project }) => project !== rows[0]?.project) }
  for (const word of parseSearch(search)) {
    const test = wordTest(search, word, context)
    if (test) tests.push(word.negated ? (row) => !test(row) : test)
  }
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)))
}

/** A part of a search that doesn't work. */
interface SearchProblem {
  readonly id: 'no-such-filter' | 'no-value' | 'bad-value'
  /** The part of the search that it is about: a filter word, or a value of one. */
  readonly about: string
  /** The same, as a sentence. */
  readonly text: string
}

/** The parts of a search that don't work. */
export const searchProblems = (search: string): SearchProblem[] =>
  parseSearch(search).flatMap((word): SearchProblem[] => {
    const written = bare(search, word)
    if (word.key === undefined) return []
    const filter = filterOf(word.key)
    if (!filter) {
      const text = `No filter “${word.key}:”. Searching for the text “${written}”.`
      return [{ id: 'no-such-filter', about: written, text }]
    }
    const wanted = filter.takes ?? 'a value'
    // The last word may be incomplete.
    if (word.values.every((value) => value === '')) {
      const text = `“${word.key}:” takes ${wanted}. It’s ignored.`
      return word.to < search.trimEnd().length ? [{ id: 'no-value', about: word.key, text }] : []
    }
    return word.values
      .filter((value) => value !== '' && !filter.test(value.toLowerCase(), 0))
      .map((value) => ({
        id: 'bad-value',
        about: value,
        text: `“${word.key ?? ''}:” takes ${wanted}. “${value}” is left out.`,
      }))
  })
