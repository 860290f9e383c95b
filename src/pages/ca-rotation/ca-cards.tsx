import { ExpiryMark } from '../../features/certificates/expiry-state.tsx'
import { Validity } from '../../features/ca-certificate/certificate-facts.tsx'
import { caExpiry } from '../../domain/expiry.ts'
import { formatHex, formatKey, formatName, type Certificate } from '../../crypto/x509.ts'
import { formatDay } from '../../lib/date-format.ts'

interface CaCardsProps {
  /** The project's CA certificates, the oldest first. */
  certificates: readonly Certificate[]
  /** SHA-256 of each, once known. */
  fingerprints: readonly string[] | undefined
  /** A rotation appears to be in progress. */
  rotating: boolean
}

const Fact = ({ term, children, mono = false }: { term: string; children: string; mono?: boolean }) => (
  <div>
    <dt className="text-xs text-muted">{term}</dt>
    <dd translate={mono ? 'no' : undefined} className={`wrap-anywhere ${mono ? 'font-mono text-xs' : ''}`}>
      {children}
    </dd>
  </div>
)

/** The CA in use and the one that replaces it, side by side. */
export const CaCards = ({ certificates, fingerprints, rotating }: CaCardsProps) => (
  <ul className="grid gap-3 lg:grid-cols-2">
    {certificates.map((certificate, index) => {
      const next = index > 0
      const { state } = caExpiry(certificate, rotating && !next, new Date())
      return (
        <li key={`${certificate.serial}-${String(index)}`} className="rounded-lg border border-border bg-surface p-4">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 className="text-base font-semibold">{next ? 'New CA' : 'Current CA'}</h2>
            <ExpiryMark state={state} />
          </div>
          <p className="mb-3">
            <Validity notAfter={certificate.notAfter} />
          </p>
          <dl className="space-y-2">
            <Fact term="SHA-256 fingerprint" mono>
              {fingerprints?.[index] ?? 'Needs a page opened over https or on localhost'}
            </Fact>
            <Fact term="Subject">{formatName(certificate.subject)}</Fact>
            <Fact term="Valid">{`${formatDay(certificate.notBefore)} to ${formatDay(certificate.notAfter)}`}</Fact>
            <Fact term="Serial number" mono>
              {formatHex(certificate.serial)}
            </Fact>
            <Fact term="Key">{formatKey(certificate.publicKey)}</Fact>
          </dl>
        </li>
      )
    })}
  </ul>
)
