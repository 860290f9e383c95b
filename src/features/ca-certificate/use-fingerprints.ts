import { useEffect, useState } from 'react'

import type { Certificate } from '../../crypto/x509.ts'
import { withFingerprints } from './ca-certificate.ts'

/** SHA-256 of certificates, once they are worked out; undefined until then, and where the page has no WebCrypto. */
export const useFingerprints = (certificates: readonly Certificate[] | undefined): readonly string[] | undefined => {
  const [known, setKnown] = useState<{ of: readonly Certificate[]; values: readonly string[] }>()
  useEffect(() => {
    if (!certificates) return
    const end = new AbortController()
    const work = async () => {
      const all = await withFingerprints(certificates)
      const values = all.flatMap(({ sha256 }) => sha256 ?? [])
      if (!end.signal.aborted && values.length === all.length) setKnown({ of: certificates, values })
    }
    void work()
    return () => {
      end.abort()
    }
  }, [certificates])
  return known?.of === certificates ? known?.values : undefined
}
