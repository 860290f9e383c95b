/** How much is read of what people drop. */

/** No certificate file comes near; 10,000 certificates in one paste do. */
export const MAX_BYTES = 32 * 1024 * 1024
/** Of a text's end, errors are looked for in so many characters or bytes: the last error is what matters. */
export const MAX_END = 2 * 1024 * 1024
/** Certificates that are read of one file; the rest is counted. */
export const MAX_CERTIFICATES = 1000
/** Settings, connection strings and messages are looked for in so many characters. */
export const MAX_TEXT = 64 * 1024
