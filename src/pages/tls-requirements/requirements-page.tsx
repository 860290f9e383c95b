import { useEffect } from 'react'
import { useLocation } from 'react-router'

import { RequirementMark } from '../../features/evidence/requirement-mark.tsx'
import { FOOTNOTE, REQUIREMENTS, SEED_ROWS, type Requirement } from '../../domain/requirements.ts'
import { consequence } from '../../domain/verdict.ts'
import { formatDay } from '../../lib/date-format.ts'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { OwnServices } from './own-services.tsx'
import { requirementsRoute } from './route.ts'

const COLUMNS: readonly Column<Requirement>[] = [
  {
    id: 'service',
    header: 'Service',
    weight: 19,
    cell: ({ service }) => <span className="font-medium">{service}</span>,
  },
  {
    id: 'answer',
    header: 'Certificate download required?',
    weight: 18,
    stacked: 'labelled',
    cell: ({ answer }) => answer,
  },
  { id: 'ca', header: 'CA certificate', weight: 20, cell: ({ need }) => <RequirementMark mark={need} /> },
  {
    id: 'why',
    header: 'Why, and what happens without it',
    weight: 43,
    stacked: 'line',
    cell: (row) => (
      <div className="space-y-1">
        <p>{row.reason}</p>
        <p className="text-muted">{consequence({ mark: row.need, without: row.without })}</p>
        <p className="text-xs text-muted">
          <a href={row.source.url} target="_blank" rel="noreferrer" className="text-accent underline">
            {row.source.title}
          </a>
          , read {formatDay(new Date(row.source.read))}
          {row.inferred && '; inferred, no page says it directly'}
        </p>
        <OwnServices row={row} />
      </div>
    ),
  },
]

const idOf = ({ id }: Requirement): string => id

const SEED = REQUIREMENTS.slice(0, SEED_ROWS)
const ADDED = REQUIREMENTS.slice(SEED_ROWS)

/** The shared requirements table as a page: the document's nine rows first, then what has been added since. */
export const RequirementsPage = () => {
  const chosen = useLocation().hash.slice(1)
  useEffect(() => {
    document.getElementById(chosen)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">{requirementsRoute.title}</h1>
      <p className="mb-4 max-w-3xl text-muted">
        Each project has its own certificate authority (CA). It signs the certificates of some services: their clients
        need its certificate to verify them. Other services use a public CA that browsers and operating systems already
        trust.
      </p>
      <DataTable
        label="Certificate requirements"
        columns={COLUMNS}
        rows={SEED}
        keyOf={idOf}
        idOf={idOf}
        marked={chosen}
      />
      <p data-testid="footnote" className="mt-2 mb-8 text-muted">
        * {FOOTNOTE}
      </p>
      <h2 className="mb-1 text-base font-semibold">Added since</h2>
      <p className="mb-3 max-w-3xl text-muted">
        Newer services, and ways of connecting that differ from the rest of their service.
      </p>
      <DataTable label="Added since" columns={COLUMNS} rows={ADDED} keyOf={idOf} idOf={idOf} marked={chosen} />
    </>
  )
}
