import { useEffect } from 'react'
import { useLocation } from 'react-router'

import { RequirementMark } from '../../features/evidence/requirement-mark.tsx'
import { FOOTNOTE, REQUIREMENTS, SEED_ROWS, type Requirement } from '../../domain/requirements.ts'
import { consequence } from '../../domain/verdict.ts'
import { formatDay } from '../../ui/relative-time.tsx'
import {
  StackedBody,
  StackedCell,
  StackedColumnHeader,
  StackedHead,
  StackedRow,
  StackedRowHeader,
  StackedTable,
} from '../../ui/stacked-table.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { OwnServices } from './own-services.tsx'

const Row = ({ row, chosen }: { row: Requirement; chosen: boolean }) => (
  <StackedRow id={row.id} className={chosen ? 'bg-accent-soft' : ''}>
    <StackedRowHeader className="font-medium">{row.service}</StackedRowHeader>
    <StackedCell className="max-lg:before:text-muted max-lg:before:content-['Certificate_download_required?_']">
      {row.answer}
    </StackedCell>
    <StackedCell>
      <RequirementMark mark={row.need} />
    </StackedCell>
    <StackedCell className="space-y-1">
      <p>{row.reason}</p>
      <p className="text-muted">{consequence({ mark: row.need, without: row.without })}</p>
      <p className="text-xs text-muted">
        <a href={row.source.url} target="_blank" rel="noreferrer" className="text-accent underline">
          {row.source.title}
        </a>
        , read {formatDay(new Date(row.source.read))}
        {row.inferred && '; inferred, no page says it outright'}
      </p>
      <OwnServices row={row} />
    </StackedCell>
  </StackedRow>
)

const HEADERS = [
  ['Service', 'lg:w-[20%]'],
  ['Certificate download required?', 'lg:w-[20%]'],
  ['CA certificate', 'lg:w-[13%]'],
  ['Why, and what happens without it', ''],
] as const

interface RequirementsTableProps {
  label: string
  rows: readonly Requirement[]
  /** The row that the URL asks for. */
  chosen: string
}

const RequirementsTable = ({ label, rows, chosen }: RequirementsTableProps) => (
  <StackedTable label={label}>
    <StackedHead className="max-lg:sr-only">
      {HEADERS.map(([header, width]) => (
        <StackedColumnHeader key={header} className={width}>
          {header}
        </StackedColumnHeader>
      ))}
    </StackedHead>
    <StackedBody>
      {rows.map((row) => (
        <Row key={row.id} row={row} chosen={row.id === chosen} />
      ))}
    </StackedBody>
  </StackedTable>
)

/** The shared requirements table as a page: the document's nine rows first, then what has been added since. */
export const RequirementsPage = () => {
  useTitle('Certificate requirements')
  const chosen = useLocation().hash.slice(1)
  useEffect(() => {
    document.getElementById(chosen)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">Certificate requirements</h1>
      <p className="mb-4 max-w-3xl text-muted">
        Every project has its own certificate authority (CA). Some services present certificates that it signed: clients
        need its certificate to verify them. The others present certificates of a public CA that browsers and operating
        systems already trust.
      </p>
      <RequirementsTable label="Certificate requirements" rows={REQUIREMENTS.slice(0, SEED_ROWS)} chosen={chosen} />
      <p data-testid="footnote" className="mt-2 mb-8 text-muted">
        * {FOOTNOTE}
      </p>
      <h2 className="mb-1 text-base font-semibold">Added since</h2>
      <p className="mb-3 max-w-3xl text-muted">
        Services that came later, and ways of connecting that need something else than their service does.
      </p>
      <RequirementsTable label="Added since" rows={REQUIREMENTS.slice(SEED_ROWS)} chosen={chosen} />
    </>
  )
}
