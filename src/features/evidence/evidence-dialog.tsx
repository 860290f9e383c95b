import { useState } from 'react'
import { Link } from 'react-router'

import { formatDay } from '../../lib/date-format.ts'
import { paths } from '../../lib/paths.ts'
import { issuerCommand } from '../../snippets/commands.ts'
import { componentLabel } from '../../domain/connection.ts'
import { API_DOCUMENT, findings, supportQuestion, type Finding } from '../../domain/evidence.ts'
import { FOOTNOTE, type Source } from '../../domain/requirements.ts'
import { consequence, type Basis, type Mark, type Verdict } from '../../domain/verdict.ts'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AsCommand } from '../command-line/as-command.tsx'
import { RequirementMark } from './requirement-mark.tsx'

/** The endpoint or service that the verdict is about. */
export interface EvidenceProps {
  project: string
  service: string
  verdict: Verdict
  /** The mark is the whole service's, not only this endpoint's. */
  ofService?: boolean
  onClose: () => void
}

const TITLES: Record<Mark, string> = {
  required: 'Why is the CA certificate required?',
  optional: 'Why is the CA certificate optional?',
  unknown: 'Why is it unknown whether the CA certificate is needed?',
}

const SOURCE_LABELS: Record<Basis, string> = {
  api: 'The API says which CA signs this endpoint, if any.',
  table: 'A row of the requirements table, matched to what the API says about the service.',
  hint: 'A row of the requirements table, and a hint from the API that its documentation doesn’t describe.',
  observed: 'The server itself: what it showed openssl, as pasted on this page. It takes precedence.',
  unknown: 'Unknown: neither the API nor the table says.',
}

const SourceLink = ({ source: { title, url, read } }: { source: Source }) => (
  <li>
    <a href={url} target="_blank" rel="noreferrer" className="text-accent underline">
      {title}
    </a>
    , read {formatDay(new Date(read))}
  </li>
)

const Fields = ({ found }: { found: readonly Finding[] }) => (
  <dl className="divide-y divide-border rounded-md border border-border">
    {found.map(({ field, value, meaning }) => (
      <div key={field} className="gap-x-4 p-2 sm:grid sm:grid-cols-[15rem_1fr]">
        <dt className="font-mono text-xs wrap-anywhere text-muted">{field}</dt>
        <dd className="wrap-anywhere">
          <span className={value === undefined ? 'text-muted' : 'font-mono text-xs font-semibold'}>
            {value ?? 'absent'}
          </span>
          <span className="block">{meaning}</span>
        </dd>
      </div>
    ))}
  </dl>
)

const Heading = ({ children }: { children: string }) => <h3 className="pt-2 font-semibold">{children}</h3>

/** What the user can do if only Aiven or the server knows the answer. */
const HowToFindOut = ({ project, service, verdict }: Pick<EvidenceProps, 'project' | 'service' | 'verdict'>) => {
  const [refused, setRefused] = useState(0)
  const { endpoint } = verdict.evidence
  const question = supportQuestion(project, service, verdict)
  return (
    <>
      <Heading>How to find out</Heading>
      <p className="text-muted">{FOOTNOTE}</p>
      <ol data-testid="how-to-find-out" className="list-decimal space-y-3 pl-5">
        <li>
          Open the service in the Aiven Console. Its connection information has a row &ldquo;CA certificate&rdquo; only
          if the service uses the project CA.
        </li>
        {endpoint && (
          <li>
            Ask the server who signed its certificate.
            <AsCommand
              what="server’s issuer"
              commands={(shell) => [issuerCommand(shell, endpoint.host, endpoint.port)]}
            />
          </li>
        )}
        <li className="space-y-2">
          <p>Ask Aiven&rsquo;s support:</p>
          <CodeRegion label="Question for support" text={question} selected={refused} />
          <CopyButton
            what="question for support"
            text={question}
            onRefused={() => {
              setRefused((times) => times + 1)
            }}
          />
        </li>
      </ol>
    </>
  )
}

/** Everything that decided a mark, with its sources. */
export const EvidenceDialog = ({ project, service, verdict, ofService = false, onClose }: EvidenceProps) => {
  const { mark, basis, reason, row, evidence } = verdict
  const { endpoint } = evidence
  return (
    <Dialog title={TITLES[mark]} onClose={onClose}>
      <div className="space-y-3">
        <p className="wrap-anywhere text-muted">
          {service}
          {endpoint && `, ${componentLabel(endpoint.component)} at ${endpoint.host}:${String(endpoint.port)}`}
          {ofService && endpoint && (
            <span data-testid="main-endpoint">
              . It is the service&rsquo;s main endpoint; others may need something else
            </span>
          )}
        </p>
        <div className="flex flex-wrap items-start gap-3">
          <RequirementMark mark={mark} />
          <p className="min-w-48 flex-1">
            {reason} {consequence(verdict)}
          </p>
        </div>
        <Heading>What decided it</Heading>
        <p data-testid={`basis-${basis}`}>{SOURCE_LABELS[basis]}</p>
        {row && (
          <p>
            The row:{' '}
            <Link to={paths.tlsRequirements(row.id)} className="text-accent underline">
              {row.service}
            </Link>
            . Certificate download required? {row.answer}.
            {row.inferred &&
              ' Inferred from examples that pass no CA, or from a similar service: no page says it directly.'}
          </p>
        )}
        <Fields found={findings(verdict)} />
        {row?.starred === true && <HowToFindOut project={project} service={service} verdict={verdict} />}
        <Heading>Documentation</Heading>
        <ul className="space-y-1">
          {row && <SourceLink source={row.source} />}
          <SourceLink source={API_DOCUMENT} />
        </ul>
      </div>
    </Dialog>
  )
}
