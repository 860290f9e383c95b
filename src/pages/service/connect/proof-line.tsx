import { formatDay } from '../../../lib/date-format.ts'
import { proofKey, type ConnectionFacts, type Guide, type System } from '../../../snippets/guide.ts'
import { PROOFS, type Outcome, type Proof, type ProofCase } from '../../../snippets/proof.ts'
import { Badge } from '../../../ui/badge.tsx'

const CASES: readonly { readonly name: ProofCase; readonly label: string; readonly good: Outcome }[] = [
  { name: 'right', label: 'Right server', good: 'connected' },
  { name: 'rogue', label: 'Rogue CA', good: 'refused' },
  { name: 'wrongHost', label: 'Wrong host', good: 'refused' },
  { name: 'expired', label: 'Expired certificate', good: 'refused' },
]

const WORDS: Record<Outcome, string> = {
  connected: 'connected',
  refused: 'rejected before login',
  leaked: 'not rejected: the login was sent',
  'not run': 'not run',
}

const tone = (outcome: Outcome, good: Outcome): string => {
  if (outcome === good) return 'text-ok'
  return outcome === 'not run' ? 'text-muted' : 'text-bad'
}

const holds = ({ outcomes }: Proof): boolean => CASES.every(({ name, good }) => outcomes[name] === good)

interface ProofLineProps {
  guide: Guide
  facts: ConnectionFacts
  system: System
}

/** A badge beside the title: whether this guide was tested against fake servers. The result is below. */
export const ProofBadge = ({ guide, facts }: Omit<ProofLineProps, 'system'>) => {
  const proof = PROOFS[proofKey(guide, facts)]
  if (proof === undefined)
    return (
      <Badge tone="optional" icon="circle">
        Not tested
      </Badge>
    )
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {holds(proof) ? (
        <Badge tone="ok" icon="check">
          Tested
        </Badge>
      ) : (
        <Badge tone="required" icon="alert">
          Run, with findings
        </Badge>
      )}
      <span className="text-xs text-muted">
        with {proof.client} {proof.version}
      </span>
    </p>
  )
}

/** The result of running exactly this guide against a real server and three fake ones, or that it wasn't tested. */
export const ProofLine = ({ guide, facts, system }: ProofLineProps) => {
  const proof = PROOFS[proofKey(guide, facts)]
  return (
    <section aria-labelledby="proof" className="space-y-2 border-t border-border pt-4">
      <h3 id="proof" className="font-semibold">
        Proof
      </h3>
      {proof === undefined ? (
        <p data-testid="not-run">
          <span className="font-medium">Not tested here.</span>{' '}
          <span className="text-muted">
            Written from the client&rsquo;s documentation. Not tested against a fake server.
          </span>
        </p>
      ) : (
        <>
          <p>
            <span className="font-medium">{holds(proof) ? 'Tested' : 'Run'}</span> with {proof.client} {proof.version}{' '}
            on {formatDay(new Date(proof.date))}.
          </p>
          <dl className="grid max-w-xl gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr]">
            {CASES.map(({ name, label, good }) => (
              <div key={name} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className={`font-medium max-sm:mb-1 ${tone(proof.outcomes[name], good)}`}>
                  {WORDS[proof.outcomes[name]]}
                </dd>
              </div>
            ))}
          </dl>
          {system !== 'linux' && (
            <p className="text-xs text-muted">
              Tested on Linux. The paths and commands for your system weren’t tested.
            </p>
          )}
        </>
      )}
    </section>
  )
}
