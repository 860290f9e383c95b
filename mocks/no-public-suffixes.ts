/** Stands in for `tldts` (see vite.config.ts): the mock sets no cookies, so no domain is ever asked about. */
export const getDomain = () => null
