/** Recognises texts that hold nothing to check but that people often paste: what they are, and what to do. */
import { isRecord } from '../../lib/is-record.ts'
import type { Answer } from '../words.ts'

const KINDS: readonly (readonly [sign: RegExp, words: string])[] = [
  [
    /^\s*<redacted>\s*$|"(?:access_key|access_cert|ca_cert|certificate|password)": ?"<redacted>"/,
    'The API returns “<redacted>” when a token may not read secrets (service:secrets:read).',
  ],
  [
    /^[ \t]*Certificate:[ \t]*\r?\n[ \t]*Data:[ \t]*\r?\n[ \t]*Version:/m,
    'OpenSSL’s description of a certificate, without the certificate. Run the command without -noout, and paste all of it.',
  ],
  [
    /^(?:Keystore type|Keystore-Typ): /m,
    'keytool’s list of a key store, without its certificates. Add -rfc to the command, or check the store itself here.',
  ],
  [
    /^version https:\/\/git-lfs/,
    'A pointer of Git LFS, not the file itself. Run “git lfs pull”, and check the file again.',
  ],
  [
    /^\s*\$ANSIBLE_VAULT;|\bENC\[AES256_GCM,data:/,
    'Encrypted with Ansible Vault or SOPS. Decrypt it, and check what comes out.',
  ],
  [
    /^\s*["']?(?:[a-z]:\\|~?\/|\.{1,2}\/)[^\s"']{1,300}["']?\s*$/i,
    'The path of a file, not the file. Drop the file itself here, or paste what’s in it.',
  ],
  [/^\s*H4sI[A-Za-z0-9+/]/, 'A gzip archive in base64. Decode and unpack it, and check what’s in it.'],
  [/^\s*(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-[\w-]+) AAAA/, 'An SSH public key. TLS clients don’t accept it.'],
]

const read = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What APIs tell of an error; a log's line has a level, and names of its own. */
const OF_ERRORS = new Set(['message', 'errors', 'error', 'status', 'statusCode', 'path', 'timestamp', 'more_info'])

const isApiError = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value['message'] === 'string' &&
  Object.keys(value).every((name) => OF_ERRORS.has(name)) &&
  (Array.isArray(value['errors']) || Number(value['status'] ?? value['statusCode']) >= 400)

/** An API's answer that says what went wrong, saved in the certificate's place; and keys in JSON. */
const fromJson = (text: string): Answer | undefined => {
  const value = read(text)
  if (!isRecord(value)) return undefined
  const { keys } = value
  if (Array.isArray(keys) && keys.length > 0 && keys.every((key) => isRecord(key) && typeof key['kty'] === 'string'))
    return { tone: 'attention', words: ['A list of keys (JWKS), without certificates.'] }
  if (!isApiError(value)) return undefined
  return { tone: 'bad', words: ['An API’s error message, not a certificate. Download it again.'] }
}

/**
 * What a text is in which nothing was found; undefined where it's nothing known.
 * @param text at most some ten thousand characters
 */
export const nameText = (text: string): Answer | undefined => {
  const kind = KINDS.find(([sign]) => sign.test(text))
  return kind ? { tone: 'attention', words: [kind[1]] } : fromJson(text)
}
