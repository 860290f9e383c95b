import { useEffect, useState, type ReactNode } from 'react'

import { visible } from '../../diagnose/words.ts'
import { altNames, authorityKeyId, extendedKeyUsage, keyUsage, subjectKeyId } from '../../crypto/x509-extensions.ts'
import { fingerprint, formatHex, formatKey, formatName, type Certificate } from '../../crypto/x509.ts'
import { formatDay } from '../../lib/date-format.ts'

const LONGEST_NAME = 1000
const MAX_NAMES = 50

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="grid gap-x-3 py-0.5 sm:grid-cols-[10rem_1fr]">
    <dt className="text-muted">{term}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

const Foreign = ({ children }: { children: string }) => <bdi>{visible(children, LONGEST_NAME)}</bdi>

const namesOf = (certificate: Certificate): string => {
  const { dns = [], ip = [] } = altNames(certificate) ?? {}
  const all = [...dns, ...ip]
  const more = all.length > MAX_NAMES ? `, and ${String(all.length - MAX_NAMES)} more` : ''
  return all.slice(0, MAX_NAMES).join(', ') + more
}

const useFingerprint = (certificate: Certificate): string | undefined => {
  const [sha256, setSha256] = useState<string>()
  useEffect(() => {
    let current = true
    const find = async () => {
      const found = await fingerprint(certificate)
      if (current) setSha256(found ?? 'Needs a page opened over https or on localhost')
    }
    void find()
    return () => {
      current = false
    }
  }, [certificate])
  return sha256
}

const idOf = (hex: string | undefined) => hex !== undefined && formatHex(hex.slice(0, 128))

/** Everything that a certificate says about itself: for those who want to see it. */
export const CertificateDetails = ({ certificate }: { certificate: Certificate }) => {
  const sha256 = useFingerprint(certificate)
  const names = namesOf(certificate)
  const usages = [...(keyUsage(certificate) ?? []), ...(extendedKeyUsage(certificate) ?? [])].join(', ')
  const subjectId = idOf(subjectKeyId(certificate))
  const authorityId = idOf(authorityKeyId(certificate))
  return (
    <dl className="text-xs">
      <Fact term="Subject">
        <Foreign>{formatName(certificate.subject)}</Foreign>
      </Fact>
      <Fact term="Issuer">
        <Foreign>{formatName(certificate.issuer)}</Foreign>
      </Fact>
      {names !== '' && (
        <Fact term="Names">
          <Foreign>{names}</Foreign>
        </Fact>
      )}
      <Fact term="Valid">
        {formatDay(certificate.notBefore)} to {formatDay(certificate.notAfter)}
      </Fact>
      <Fact term="SHA-256 fingerprint">{sha256 ?? '…'}</Fact>
      <Fact term="Serial number">{visible(formatHex(certificate.serial), 120)}</Fact>
      <Fact term="Key">{formatKey(certificate.publicKey)}</Fact>
      <Fact term="Signature algorithm">{certificate.signatureAlgorithm}</Fact>
      {usages !== '' && <Fact term="Usage">{usages}</Fact>}
      {subjectId !== false && <Fact term="Subject key id">{subjectId}</Fact>}
      {authorityId !== false && <Fact term="Authority key id">{authorityId}</Fact>}
    </dl>
  )
}
