import { UnusableFileError } from './unusable-file.ts'

/** WebCrypto, or undefined on a page without a secure context (neither https nor localhost), which has none. */
export const webCrypto = (): SubtleCrypto | undefined => (crypto as Partial<Crypto>).subtle

/**
 * WebCrypto, for what can't be done without.
 * @param purpose what the browser is to do, for the message: "check the key"
 * @throws {UnusableFileError} on a page that has none
 */
export const requireWebCrypto = (purpose: string): SubtleCrypto => {
  const subtle = webCrypto()
  if (subtle) return subtle
  throw new UnusableFileError(
    'no-web-crypto',
    `Your browser can’t ${purpose} here: open this page over https or on localhost.`,
  )
}
