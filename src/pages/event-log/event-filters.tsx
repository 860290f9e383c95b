import type { ProjectEvent } from '../../api/events.ts'
import { eventWords } from '../../features/events/event-words.ts'
import { Select } from '../../ui/select.tsx'
import { SearchField } from '../../features/search/search-field.tsx'
import { choicesOf, FIELD_NAMES, type Field } from './filter-events.ts'

const LABELS: Readonly<Record<Field, string>> = { service: 'Service', actor: 'Who', type: 'What' }
const ANY: Readonly<Record<Field, string>> = { service: 'Any service', actor: 'Anyone', type: 'Anything' }

interface EventFiltersProps {
  /** All that are loaded. */
  events: readonly ProjectEvent[]
  params: URLSearchParams
  text: string
  onText: (text: string) => void
  onSettle: () => void
  /** '' removes the filter. */
  onFilter: (field: Field, value: string) => void
}

export const EventFilters = ({ events, params, text, onText, onSettle, onFilter }: EventFiltersProps) => (
  <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
    <div className="w-full max-w-64">
      <SearchField label="Search events" value={text} onChange={onText} onBlur={onSettle} />
    </div>
    {FIELD_NAMES.map((field) => (
      <Select
        key={field}
        label={LABELS[field]}
        value={params.get(field) ?? ''}
        options={[
          { value: '', label: ANY[field] },
          ...choicesOf(events, field, params.get(field)).map((value) => ({
            value,
            label: field === 'type' ? eventWords(value) : value,
          })),
        ]}
        onChange={(value) => {
          onFilter(field, value)
        }}
      />
    ))}
  </div>
)
