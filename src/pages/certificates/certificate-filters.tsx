import { expiryWord } from '../../features/certificates/expiry-state.tsx'
import { EXPIRY_STATES } from '../../domain/expiry.ts'
import { monthYear } from '../../lib/date-format.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { SearchField } from '../../features/search/search-field.tsx'
import { parseView, WITHIN } from './certificate-view.ts'
import type { useCertificateView } from './use-certificate-view.ts'

const STATE_OPTIONS = [
  { value: '', label: 'Every state' },
  { value: 'attention', label: 'Needs attention' },
  ...WITHIN.map((value) => ({ value, label: `Ends within ${value.slice('within-'.length)} days` })),
  ...EXPIRY_STATES.map((value) => ({ value, label: expiryWord(value) })),
]

const KIND_OPTIONS = [
  { value: '', label: 'CAs and users' },
  { value: 'ca', label: 'Project CAs' },
  { value: 'user', label: 'Service users' },
]

interface CertificateFiltersProps extends Pick<
  ReturnType<typeof useCertificateView>,
  'text' | 'view' | 'search' | 'settle' | 'change'
> {
  projects: readonly string[]
}

/** What narrows the inventory down. */
export const CertificateFilters = ({ projects, text, view, search, settle, change }: CertificateFiltersProps) => {
  /** A select's value is read like a URL's: an unknown value becomes the default. */
  const choose = (name: 'state' | 'kind') => (value: string) => {
    change({ [name]: parseView(new URLSearchParams({ [name]: value }))[name] })
  }
  // A project in the URL that the user can't see still filters the view.
  const named = projects.includes(view.project) || view.project === '' ? projects : [view.project, ...projects]
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="w-full sm:w-80">
        <SearchField
          label="Search certificates"
          placeholder="User, service or fingerprint"
          value={text}
          onChange={search}
          onBlur={settle}
        />
      </div>
      <Select label="State" value={view.state} options={STATE_OPTIONS} onChange={choose('state')} />
      <Select label="Kind" value={view.kind} options={KIND_OPTIONS} onChange={choose('kind')} />
      <Select
        label="Project"
        value={view.project}
        options={[{ value: '', label: 'Every project' }, ...named.map((name) => ({ value: name, label: name }))]}
        onChange={(project) => {
          change({ project })
        }}
      />
      {view.month !== '' && (
        <Button
          aria-label={`Ends in ${monthYear(new Date(view.month))}: remove`}
          onClick={() => {
            change({ month: '' })
          }}
        >
          {`Ends in ${monthYear(new Date(view.month))} \u00d7`}
        </Button>
      )}
    </div>
  )
}
