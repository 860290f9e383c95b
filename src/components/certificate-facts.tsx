import {
  daysLeft,
  formatHex,
  formatKey,
  formatName,
  type Certificate,
} from '../tls/x509.ts'
import { formatCount, formatDay } from '../ui/relative-time.tsx'

/** When a certificate ends, in words: "until 21 Feb 2029, 820 days left". */
export const validityWords = (notAfter: Date, now: Date): string => {
  const days = Math.floor((notAfter.getTime() - now.getTime()) / 86_400_000)
  return days < 0
    ? `expired on ${formatDay(notAfter)}, ${formatCount(-days, 'day')} ago`
    : `until ${formatDay(notAfter)}, ${formatCount(days, 'day')} left`
}

const Fact = ({ term, children }: { term: string; children: string }) => (
  <div className="grid gap-x-3 py-0.5 sm:grid-cols-[9rem_1fr]">
    <dt className="text-muted">{term}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

export interface FingerprintedCertificate {
  readonly certificate: Certificate
  /** SHA-256, or undefined where the page has no WebCrypto. */
  readonly sha256: string | undefined
}

/** What a certificate says about itself, one list per certificate of the file. */
export const CertificateFacts = ({ certificates }: { certificates: readonly FingerprintedCertificate[] }) => {
  const now = new Date()
  return certificates.map(({ certificate, sha256 }, index) => (
    <section key={certificate.serial} className="text-xs">
      {certificates.length > 1 && (
        <h4 className="mb-1 font-semibold">
          Certificate {index + 1} of {certificates.length}
        </h4>
      )}
      <dl>
        <Fact term="Subject">{formatName(certificate.subject)}</Fact>
        <Fact term="Issuer">{formatName(certificate.issuer)}</Fact>
        <Fact term="Valid from">{formatDay(certificate.notBefore)}</Fact>
        <Fact term="Valid until">
          {`${formatDay(certificate.notAfter)} (${formatCount(daysLeft(certificate, now), 'day')} left)`}
        </Fact>
        <Fact term="SHA-256 fingerprint">{sha256 ?? 'Only on a page opened over https or on localhost'}</Fact>
        <Fact term="Serial number">{formatHex(certificate.serial)}</Fact>
        <Fact term="Key">{formatKey(certificate.publicKey)}</Fact>
        <Fact term="Signature algorithm">{certificate.signatureAlgorithm}</Fact>
      </dl>
    </section>
  ))
}
