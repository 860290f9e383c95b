/**
 * Stands in for msw's store of cookies (see vite.config.ts): the mock sets none, the store fails where storage is
 * forbidden, and its list of public suffixes is 110 kB gzip.
 */
export const cookieStore = {
  getCookies: () => [],
  setCookie: () => Promise.resolve(),
}
