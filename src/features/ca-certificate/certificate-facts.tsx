import type { FingerprintedCertificate } from '../../crypto/fingerprints.ts'
import { formatHex, formatKey, formatName } from '../../crypto/x509.ts'
import { capitalised, remaining } from '../../domain/time-left.ts'
import { formatDay } from '../../lib/date-format.ts'

/** When a certificate ends: "7 years left (20 Jun 2034)", "Expired 12 days ago (17 Nov 2026)". */
export const Validity = ({ notAfter }: { notAfter: Date }) => {
  const now = new Date()
  return (
    <span className={notAfter < now ? 'font-medium text-bad' : undefined}>
      {capitalised(remaining(notAfter, now))} ({formatDay(notAfter)})
    </span>
  )
}

const Fact = ({ term, children }: { term: string; children: string }) => (
  <div className="grid gap-x-3 py-0.5 sm:grid-cols-[9rem_1fr]">
    <dt className="text-muted">{term}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

interface CertificateFactsProps {
  /** What the certificate means for the user. */
  words: string
  certificates: readonly FingerprintedCertificate[]
}

const Facts = ({ certificates }: Pick<CertificateFactsProps, 'certificates'>) => {
  const now = new Date()
  return certificates.map(({ certificate, sha256 }, index) => (
    <section key={`${certificate.serial}-${String(index)}`} className="text-xs">
      {certificates.length > 1 && (
        <h3 className="mb-1 font-semibold">
          Certificate {index + 1} of {certificates.length}
        </h3>
      )}
      <dl>
        <Fact term="Subject">{formatName(certificate.subject)}</Fact>
        <Fact term="Issuer">{formatName(certificate.issuer)}</Fact>
        <Fact term="Valid from">{formatDay(certificate.notBefore)}</Fact>
        <Fact term="Valid until">{`${formatDay(certificate.notAfter)} (${remaining(certificate.notAfter, now)})`}</Fact>
        <Fact term="SHA-256 fingerprint">{sha256 ?? 'Needs a page opened over https or on localhost'}</Fact>
        <Fact term="Serial number">{formatHex(certificate.serial)}</Fact>
        <Fact term="Key">{formatKey(certificate.publicKey)}</Fact>
        <Fact term="Signature algorithm">{certificate.signatureAlgorithm}</Fact>
      </dl>
    </section>
  ))
}

/** What each certificate of a file means, and its own fields: one list per certificate. */
export const CertificateFacts = ({ words, certificates }: CertificateFactsProps) => (
  <div className="space-y-3">
    <p data-testid="meaning" className="wrap-anywhere">
      {words}
    </p>
    <Facts certificates={certificates} />
  </div>
)
