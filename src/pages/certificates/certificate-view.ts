/** Filters and order of the inventory: read from the URL, and applied to the rows. */
import { rowName, type CertificateRow } from '../../domain/certificate-row.ts'
import { EXPIRY_STATES, needsAttention, type ExpiryState } from '../../domain/expiry.ts'
import { endsSoon } from '../../domain/health.ts'
import { expiresTest } from '../../domain/expires-word.ts'
import { sortRows } from '../../ui/table/column.ts'

/** Ends within so many days, and hasn't ended yet. */
export const WITHIN = ['within-30', 'within-60', 'within-90'] as const

/** A state, all states that need action, or a period within which something ends. */
export type StateFilter = '' | 'attention' | (typeof WITHIN)[number] | ExpiryState

export const SORTS = ['deadline', 'name', 'project', 'state'] as const
export type SortColumn = (typeof SORTS)[number]

export interface CertificateView {
  readonly search: string
  readonly state: StateFilter
  readonly kind: '' | CertificateRow['kind']
  readonly project: string
  /** The month in which something ends, "2026-12" in UTC; '' for any. */
  readonly month: string
  readonly column: SortColumn
  readonly descending: boolean
}

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | undefined =>
  allowed.find((candidate) => candidate === text)

/** The view in a URL; unknown values become the default. */
export const parseView = (params: URLSearchParams): CertificateView => {
  const sort = params.get('sort') ?? ''
  const descending = sort.startsWith('-')
  const column = oneOf(SORTS, descending ? sort.slice(1) : sort)
  return {
    search: params.get('search') ?? '',
    state: oneOf(['attention', ...WITHIN, ...EXPIRY_STATES], params.get('state')) ?? '',
    kind: oneOf(['ca', 'user'], params.get('kind')) ?? '',
    project: params.get('project') ?? '',
    month: /^\d{4}-(0[1-9]|1[0-2])$/.exec(params.get('month') ?? '')?.[0] ?? '',
    column: column ?? 'deadline',
    descending: column !== undefined && descending,
  }
}

/** A change of the view as URL parameters: '' for defaults, which aren't written. */
export const viewParams = ({ column, descending, ...rest }: Partial<CertificateView>): Record<string, string> => ({
  ...rest,
  ...(column && { sort: column === 'deadline' && !descending ? '' : `${descending ? '-' : ''}${column}` }),
})

const inState = (row: CertificateRow, state: StateFilter, now: Date): boolean => {
  if (state === '') return true
  if (state === 'attention') return needsAttention(row.state)
  const days = oneOf(WITHIN, state)?.slice('within-'.length)
  return days === undefined ? row.state === state : endsSoon(row, Number(days), now)
}

/** One word of the search: `expires:<60d` as in the list of services, anything else as text. */
const hasWord = (row: CertificateRow, word: string, now: Date): boolean => {
  const test = word.startsWith('expires:') ? expiresTest(word.slice('expires:'.length), now.getTime()) : undefined
  if (test) return row.deadline !== undefined && test(row.deadline)
  return [rowName(row), row.project, row.sha256, ...row.usedBy].join('\n').toLowerCase().includes(word)
}

/** "2026-12", in UTC. */
export const monthOf = (date: Date): string => date.toISOString().slice(0, 7)

const matches = (row: CertificateRow, view: CertificateView, words: readonly string[], now: Date): boolean => {
  const { state, kind, project, month } = view
  if (kind !== '' && row.kind !== kind) return false
  if (project !== '' && row.project !== project) return false
  if (month !== '' && (row.deadline === undefined || monthOf(row.deadline) !== month)) return false
  return inState(row, state, now) && words.every((word) => hasWord(row, word, now))
}

/** Unknown ends come first, because they may be the most urgent. Unused certificates come last. */
const time = ({ deadline, state }: CertificateRow): number =>
  deadline?.getTime() ?? (state === 'unused' ? Infinity : -Infinity)

/** Sort value of each order. */
export const SORT_VALUES: Readonly<Record<SortColumn, (row: CertificateRow) => string | number>> = {
  deadline: time,
  name: rowName,
  project: ({ project }) => project,
  state: ({ state }) => EXPIRY_STATES.indexOf(state),
}

const ORDERS = SORTS.map((id) => ({ id, sortValue: SORT_VALUES[id] }))

/** The rows that a view shows, in its order; equal ones by deadline, then by name. */
export const applyView = (
  rows: readonly CertificateRow[],
  view: CertificateView,
  now: Date,
): readonly CertificateRow[] => {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => matches(row, view, words, now))
  const byName = sortRows(found, ORDERS, { column: 'name', descending: false })
  const byDeadline = sortRows(byName, ORDERS, { column: 'deadline', descending: false })
  return sortRows(byDeadline, ORDERS, view)
}
