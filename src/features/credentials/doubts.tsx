import type { ClientDoubts } from '../../domain/client-doubts.ts'
import type { Certificate } from '../../crypto/x509.ts'
import { Check } from '../../ui/check.tsx'
import { Warning } from '../../ui/notice.tsx'
import { formatDay } from '../../ui/relative-time.tsx'

interface DoubtsProps {
  doubts: ClientDoubts
  certificate: Certificate
  username: string
  accepted: boolean
  onAccept: (accepted: boolean) => void
}

const sentences = ({
  doubts,
  certificate,
  username,
}: DoubtsProps): (readonly [id: keyof ClientDoubts, text: string])[] => [
  ...(doubts.expired
    ? [
        [
          'expired',
          `The access certificate of ${username} ended on ${formatDay(certificate.notAfter)}: servers refuse it.`,
        ] as const,
      ]
    : []),
  ...(doubts.early
    ? [
        [
          'early',
          `The access certificate of ${username} begins on ${formatDay(certificate.notBefore)}, says this computer's clock.`,
        ] as const,
      ]
    : []),
  ...(doubts.unchecked
    ? [
        [
          'unchecked',
          "Whether the project's CA signed the access certificate could not be checked: this browser lacks the algorithm.",
        ] as const,
      ]
    : []),
]

/** What is wrong with a client certificate, and the choice to use it all the same. */
export const Doubts = (props: DoubtsProps) => (
  <div role="alert">
    {sentences(props).map(([id, text]) => (
      <Warning key={id} testId={id}>
        {text}
      </Warning>
    ))}
    <Check label="Use it even so" checked={props.accepted} onChange={props.onAccept} />
  </div>
)
