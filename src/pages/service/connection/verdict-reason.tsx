import { consequence } from '../../../domain/verdict.ts'
import { WhyButton } from '../../../features/evidence/evidence.tsx'
import type { EvidenceProps } from '../../../features/evidence/evidence-dialog.tsx'

/** The reason for a mark, what happens without the certificate, and the link to its sources. */
export const VerdictReason = (props: Omit<EvidenceProps, 'onClose'>) => (
  <p data-testid={`basis-${props.verdict.basis}`}>
    {props.verdict.reason} <span className="text-muted">{consequence(props.verdict)}</span> <WhyButton {...props} />
  </p>
)
