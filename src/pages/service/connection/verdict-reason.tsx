import { consequence } from '../../../domain/verdict.ts'
import { WhyButton } from '../../../features/evidence/evidence.tsx'
import type { EvidenceProps } from '../../../features/evidence/evidence-dialog.tsx'

/** Why a mark is what it is, what happens without the certificate, and the way to what decided it. */
export const VerdictReason = (props: Omit<EvidenceProps, 'onClose'>) => (
  <p data-testid={`basis-${props.verdict.basis}`}>
    {props.verdict.reason} <span className="text-muted">{consequence(props.verdict)}</span> <WhyButton {...props} />
  </p>
)
