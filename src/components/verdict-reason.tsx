import { FOOTNOTE } from '../tls/requirements.ts'
import { consequence, type Basis, type Verdict } from '../tls/verdict.ts'
import { formatDay } from '../ui/relative-time.tsx'

const SAYS_WHO: Record<Basis, string> = {
  api: 'Says the API',
  table: 'From the requirements table',
  hint: 'A hint of the API, not documented',
  observed: 'Observed with openssl',
  unknown: 'Neither the API nor the requirements table says',
}

/** Why a mark is what it is, what happens without the certificate, and who says so. */
export const VerdictReason = ({ verdict }: { verdict: Verdict }) => {
  const { reason, basis, row } = verdict
  return (
    <div className="space-y-1">
      <p>{reason}</p>
      <p className="text-muted">{consequence(verdict)}</p>
      {row?.starred === true && basis === 'table' && <p className="text-muted">{FOOTNOTE}</p>}
      <p className="text-xs text-muted">
        {SAYS_WHO[basis]}
        {row?.inferred === true && ', inferred'}
        {row && (
          <>
            {'. Source: '}
            <a href={row.source.url} target="_blank" rel="noreferrer" className="text-accent underline">
              {row.source.title}
            </a>
            , read {formatDay(new Date(row.source.read))}
          </>
        )}
      </p>
    </div>
  )
}
