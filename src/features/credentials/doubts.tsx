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

const sentences = ({ doubts, certificate, username }: DoubtsProps): string[] => [
  ...(doubts.expired
    ? [`The access certificate of ${username} ended on ${formatDay(certificate.notAfter)}: servers refuse it.`]
    : []),
  ...(doubts.early
    ? [
        `The access certificate of ${username} begins on ${formatDay(certificate.notBefore)}, says this computer's clock.`,
      ]
    : []),
  ...(doubts.unchecked
    ? ["Whether the project's CA signed the access certificate could not be checked: this browser lacks the algorithm."]
    : []),
]

/** What is wrong with a client certificate, and the choice to use it all the same. */
export const Doubts = (props: DoubtsProps) => (
  <div role="alert">
    {sentences(props).map((text) => (
      <Warning key={text}>{text}</Warning>
    ))}
    <Check label="Use it even so" checked={props.accepted} onChange={props.onAccept} />
  </div>
)
