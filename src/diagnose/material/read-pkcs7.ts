/** PKCS#7 bundles of certificates. */
import { children, DerError, expectTag, readDer, readOid, TAG } from '../../crypto/der.ts'

/** undefined where the bytes are not what is read. */
export const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

/** certificates of a PKCS#7 SignedData (RFC 2315), as .p7b files hold them. */
export const readPkcs7 = (data: Uint8Array): Uint8Array[] | undefined =>
  attempt(() => {
    const [type, content] = children(expectTag(readDer(data), TAG.sequence, 'PKCS#7'))
    if (readOid(type) !== '1.2.840.113549.1.7.2') throw new DerError('not PKCS#7')
    const signed = readDer(expectTag(content, 0xa0, 'the content').content)
    return children(
      expectTag(
        children(signed).find(({ tag }) => tag === 0xa0),
        0xa0,
        'certificates',
      ),
    ).map(({ bytes }) => bytes)
  })
