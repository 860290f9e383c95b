/** The list's rows: what is shown, searched and sorted, worked out once per answer of the API. */
import type { Service } from '../../api/read.ts'
import { markWord } from '../../components/requirement-mark.tsx'
import { stateWord } from '../../components/service-status.tsx'
import { serviceTypeName } from '../../components/service-type.tsx'
import { serviceVerdict, type Verdict } from '../../tls/verdict.ts'

export interface ServiceRow {
  readonly service: Service
  readonly typeName: string
  readonly status: string
  readonly verdict: Verdict
  readonly haystack: string
}

export const toRows = (services: readonly Service[]): ServiceRow[] =>
  services.map((service) => {
    const typeName = serviceTypeName(service)
    const status = stateWord(service.state)
    const tags = Object.entries(service.tags).flatMap(([key, value]) => [key, value, `${key}=${value ?? ''}`])
    const words = [
      service.service_name,
      typeName,
      service.service_type,
      service.service_type_description,
      service.plan,
      service.cloud_name,
      service.cloud_description,
      ...tags,
    ]
    return {
      service,
      typeName,
      status,
      verdict: serviceVerdict(service),
      haystack: words.filter(Boolean).join('\n').toLowerCase(),
    }
  })

/** Rows that hold every word of the text, in any field. */
export const filterRows = (rows: readonly ServiceRow[], text: string): readonly ServiceRow[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return words.length === 0 ? rows : rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)))
}

/**
 * The columns one can sort by, in the table's order, with their widths where there is room, what they are called and what
 * they compare.
 */
export const COLUMNS = [
  { id: 'name', width: 'lg:w-[23%]', label: 'Service', value: ({ service }: ServiceRow) => service.service_name },
  { id: 'status', width: 'lg:w-[13%]', label: 'Status', value: ({ status }: ServiceRow) => status },
  {
    id: 'ca',
    width: 'lg:w-[18%]',
    label: 'CA certificate',
    value: ({ verdict }: ServiceRow) => markWord(verdict.mark),
  },
  { id: 'plan', width: 'lg:w-[12%]', label: 'Plan', value: ({ service }: ServiceRow) => service.plan ?? '' },
  {
    id: 'cloud',
    width: 'lg:w-[21%]',
    label: 'Cloud',
    value: ({ service }: ServiceRow) => service.cloud_description ?? service.cloud_name ?? '',
  },
  {
    id: 'created',
    width: 'lg:w-[13%]',
    label: 'Created',
    value: ({ service }: ServiceRow) => service.create_time ?? '',
  },
] as const

export type ColumnId = (typeof COLUMNS)[number]['id']

export interface Sort {
  readonly column: ColumnId
  readonly descending: boolean
}

/** The order that a URL names: `plan`, `-created`. Anything else is by name. */
export const parseSort = (text: string | null): Sort => {
  const descending = text?.startsWith('-') ?? false
  const id = descending ? text?.slice(1) : text
  const column = COLUMNS.find((candidate) => candidate.id === id)?.id
  return column ? { column, descending } : { column: 'name', descending: false }
}

/** The order as a URL names it; the usual one needs no name. */
export const formatSort = ({ column, descending }: Sort): string =>
  column === 'name' && !descending ? '' : `${descending ? '-' : ''}${column}`

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Sorted rows; equal ones by name. */
export const sortRows = (rows: readonly ServiceRow[], { column, descending }: Sort): ServiceRow[] => {
  const value = COLUMNS.find(({ id }) => id === column)?.value ?? COLUMNS[0].value
  const name = COLUMNS[0].value
  return rows.toSorted(
    (a, b) => collator.compare(value(a), value(b)) * (descending ? -1 : 1) || collator.compare(name(a), name(b)),
  )
}
