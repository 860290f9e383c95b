/**
 * The files that the console hands over: what they are called, and whether what the API sent is fit to
 * become one. Nothing is saved or copied that hasn't passed here.
 */
import { DerError } from './der.ts'
import { PemError, readPem, type PemFault } from './pem.ts'
import { UnusableFileError } from './unusable-file.ts'
import { readCertificate, type Certificate } from './x509.ts'

/** File names as avn's `service user-creds-download` writes them. */
export const FILE_NAMES = { ca: 'ca.pem', certificate: 'service.cert', key: 'service.key' } as const

const LONGEST_STEM = 200

/** Names that are devices to Windows, whatever follows their dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A file name without its ending, made of names from the API. Characters that a file system may reject become `_`. */
export const safeStem = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[.-]+/, '_')
    .replace(DEVICE, '$1_')
    .slice(0, LONGEST_STEM)
    // Windows drops a dot at the end.
    .replace(/\.+$/, '_')
    .replace(/^$/, '_')

/** `<project>-ca.pem`. */
export const projectCaFileName = (project: string): string => `${safeStem(project)}-${FILE_NAMES.ca}`

/** `<service>-<username>.zip`: a service user's certificate and key with the CA. */
export const archiveName = (service: string, username: string): string => `${safeStem(`${service}-${username}`)}.zip`

const REDACTED = '<redacted>'
const WITHHELD = `The API withheld it ("${REDACTED}"): your token doesn't have permission to read secrets (service:secrets:read).`

const FAULTS: Record<PemFault, (what: string) => string> = {
  'no-block': (what) => `something that isn't PEM instead of ${what}`,
  'no-end': (what) => `${what} that is cut off: its last lines are missing`,
  'label-mismatch': (what) => `${what} with a first and last line that don't match`,
  'not-base64': (what) => `${what} with invalid data between its first and last line`,
  'text-outside': (what) => `${what} with other text around it`,
}

/**
 * The text of an answer that may be PEM.
 * @param what the thing that was expected, with its article: "a certificate"
 * @throws {UnusableFileError} when it holds no PEM at all
 */
const requireText = (text: string | null | undefined, what: string): string => {
  const start = text?.trim().slice(0, 200).toLowerCase() ?? ''
  if (text == null || start === '') {
    throw new UnusableFileError('nothing', `The API sent nothing: ${what} was expected.`)
  }
  if (start === REDACTED) throw new UnusableFileError('withheld', WITHHELD)
  if (/^<(!doctype|html|head|body|\?xml)/.test(start)) {
    throw new UnusableFileError('web-page', `The API sent a web page instead of ${what}.`)
  }
  return text
}

const readBlocks = (text: string | null | undefined, what: string) => {
  const pem = requireText(text, what)
  try {
    return readPem(pem)
  } catch (error) {
    if (!(error instanceof PemError)) throw error
    throw new UnusableFileError(error.fault, `The API sent ${FAULTS[error.fault](what)}.`, { cause: error })
  }
}

/**
 * The certificates of a PEM text: one or many, and nothing else.
 * @param what the thing that was expected, with its article, for the message
 * @throws {UnusableFileError}
 */
export const readCertificates = (text: string | null | undefined, what = 'a certificate'): Certificate[] =>
  readBlocks(text, what).map(({ label, der }) => {
    if (label.endsWith('PRIVATE KEY'))
      throw new UnusableFileError('private-key', `The API sent a private key instead of ${what}.`)
    if (label !== 'CERTIFICATE')
      throw new UnusableFileError('other-label', `The API sent a "${label}" instead of ${what}.`)
    try {
      return readCertificate(der)
    } catch (error) {
      if (!(error instanceof DerError)) throw error
      throw new UnusableFileError('broken-certificate', `The API sent invalid certificate data (${error.message}).`, {
        cause: error,
      })
    }
  })

/**
 * The certificates of a project CA's PEM: one, or two during a rotation.
 * @throws {UnusableFileError}
 */
export const readCaCertificates = (text: string | null | undefined): Certificate[] => {
  const certificates = readCertificates(text)
  if (certificates.some(({ isCa }) => !isCa)) {
    throw new UnusableFileError('not-a-ca', 'The API sent a certificate that isn’t a CA certificate.')
  }
  return certificates
}

/** Labels of private keys that the console can check against a certificate. */
export type KeyLabel = 'PRIVATE KEY' | 'RSA PRIVATE KEY'

/**
 * The one private key of a PEM text.
 * @throws {UnusableFileError}
 */
export const readPrivateKey = (text: string | null | undefined): { label: KeyLabel; der: Uint8Array } => {
  const [block, ...rest] = readBlocks(text, 'a private key')
  if (!block || rest.length > 0)
    throw new UnusableFileError('several', 'The API sent several blocks: one key was expected.')
  if (block.label === 'CERTIFICATE')
    throw new UnusableFileError('certificate', 'The API sent a certificate instead of a private key.')
  if (block.label !== 'PRIVATE KEY' && block.label !== 'RSA PRIVATE KEY') {
    throw new UnusableFileError(
      'other-label',
      `The API sent a "${block.label}", a kind of key that this page can’t check.`,
    )
  }
  return { label: block.label, der: block.der }
}

/**
 * A password that may be shown and copied.
 * @throws {UnusableFileError} when the API withheld it or has none
 */
export const readPassword = (text: string | null | undefined): string => {
  if (text?.trim() === REDACTED) throw new UnusableFileError('withheld', WITHHELD)
  if (!text)
    throw new UnusableFileError(
      'no-password',
      'The API has no password for this user. It may have been changed outside of Aiven.',
    )
  return text
}
