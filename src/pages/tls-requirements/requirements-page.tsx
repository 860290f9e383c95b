import { RequirementMark } from '../../components/requirement-mark.tsx'
import { FOOTNOTE, REQUIREMENTS, SEED_ROWS, type Requirement } from '../../tls/requirements.ts'
import { formatDay } from '../../ui/relative-time.tsx'
import { useTitle } from '../../ui/use-title.ts'

const CELL = 'px-3 py-2 align-top max-lg:block max-lg:px-0 max-lg:py-0.5'
const HEAD = 'px-3 py-2 text-left font-medium text-muted'

const Row = ({ row }: { row: Requirement }) => (
  <tr className="border-t border-border max-lg:block max-lg:p-3">
    <th scope="row" className={`${CELL} text-left font-medium`}>
      {row.service}
    </th>
    <td className={CELL}>{row.answer}</td>
    <td className={CELL}>
      <RequirementMark mark={row.need} />
    </td>
    <td className={`${CELL} space-y-1`}>
      <p>{row.reason}</p>
      <p className="text-muted">{row.without}</p>
      <p className="text-xs text-muted">
        <a href={row.source.url} target="_blank" rel="noreferrer" className="text-accent underline">
          {row.source.title}
        </a>
        , read {formatDay(new Date(row.source.read))}
        {row.inferred && '; inferred, no page says it outright'}
      </p>
    </td>
  </tr>
)

const RequirementsTable = ({ label, rows }: { label: string; rows: readonly Requirement[] }) => (
  <div className="overflow-clip rounded-lg border border-border bg-surface">
    <table aria-label={label} className="w-full border-collapse max-lg:block">
      <thead className="max-lg:sr-only">
        <tr>
          <th scope="col" className={`${HEAD} w-56`}>
            Service
          </th>
          <th scope="col" className={`${HEAD} w-48`}>
            Certificate download required?
          </th>
          <th scope="col" className={`${HEAD} w-32`}>
            CA certificate
          </th>
          <th scope="col" className={HEAD}>
            Why, and what happens without it
          </th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  </div>
)

/** The shared requirements table as a page: the document's nine rows first, then what has been added since. */
export const RequirementsPage = () => {
  useTitle('Certificate requirements')
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">Certificate requirements</h1>
      <p className="mb-4 max-w-3xl text-muted">
        Every project has its own certificate authority (CA). Some services present certificates that it signed: clients
        need its certificate to verify them. The others present certificates of a public CA that browsers and operating
        systems already trust.
      </p>
      <RequirementsTable label="Certificate requirements" rows={REQUIREMENTS.slice(0, SEED_ROWS)} />
      <p className="mt-2 mb-8 text-muted">* {FOOTNOTE}</p>
      <h2 className="mb-1 text-base font-semibold">Added since</h2>
      <p className="mb-3 max-w-3xl text-muted">
        Services that came later, and ways of connecting that need something else than their service does.
      </p>
      <RequirementsTable label="Added since" rows={REQUIREMENTS.slice(SEED_ROWS)} />
    </>
  )
}
