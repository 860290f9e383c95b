/** WebCrypto, or undefined on a page without a secure context (neither https nor localhost), which has none. */
export const webCrypto = (): SubtleCrypto | undefined => (crypto as Partial<Crypto>).subtle
