/** How much is read of what people drop. */

/** No certificate file comes near; 10,000 certificates in one paste do. */
export const MOST_BYTES = 32 * 1024 * 1024
/** Of a text's end, errors are looked for in so many characters or bytes: the last error is what matters. */
export const MOST_OF_END = 2 * 1024 * 1024
/** Certificates that are read of one file; the rest is counted. */
export const MOST_CERTIFICATES = 1000
/** Settings, connection strings and messages are looked for in so many characters. */
export const MOST_TEXT = 64 * 1024
