/**
 * A strict reader of PEM (RFC 7468). Strict on purpose: what it accepts is saved as it is and
 * passed to clients that differ in what they accept.
 */

export interface PemBlock {
  /** The text between `-----BEGIN ` and `-----`, for example `CERTIFICATE`. */
  readonly label: string
  readonly der: Uint8Array
}

/** Why a text isn't PEM, so that the page can explain it. */
export type PemFault = 'no-block' | 'no-end' | 'label-mismatch' | 'not-base64' | 'text-outside'

export class PemError extends Error {
  override name = 'PemError'
  readonly fault: PemFault

  constructor(fault: PemFault, message: string) {
    super(message)
    this.fault = fault
  }
}

const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----$/
const END = /^-----END ([A-Z0-9 ]+)-----$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

const decodeBase64 = (text: string): Uint8Array => {
  if (!BASE64.test(text) || text.length % 4 !== 0) {
    throw new PemError('not-base64', 'the lines inside are not base64')
  }
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/**
 * All PEM blocks of a text, in order; at least one.
 * Lines may end in LF or CRLF; empty lines between blocks are allowed, other text isn't:
 * an API answer holds PEM and nothing else.
 * @throws {PemError}
 */
export const readPem = (text: string): PemBlock[] => {
  const blocks: PemBlock[] = []
  let open: { label: string; body: string[] } | undefined
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd()
    if (open) {
      const end = END.exec(line)?.[1]
      if (end === undefined) {
        open.body.push(line)
      } else if (end === open.label) {
        blocks.push({ label: open.label, der: decodeBase64(open.body.join('')) })
        open = undefined
      } else {
        throw new PemError('label-mismatch', `BEGIN ${open.label} ends with END ${end}`)
      }
      continue
    }
    const label = BEGIN.exec(line)?.[1]
    if (label !== undefined) open = { label, body: [] }
    else if (line !== '') {
      throw new PemError(blocks.length > 0 ? 'text-outside' : 'no-block', 'text that is not PEM')
    }
  }
  if (open) throw new PemError('no-end', `BEGIN ${open.label} has no END`)
  if (blocks.length === 0) throw new PemError('no-block', 'no BEGIN line')
  return blocks
}
