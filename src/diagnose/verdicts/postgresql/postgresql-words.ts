/** What is said of PostgreSQL clients alike. */
export const REQUIRE = 'sslmode=require encrypts, but accepts any server that answers: a fake server gets the password.'
export const NO_FALLBACK =
  'It encrypts only if the server offers TLS: anyone in between can get the password in plain text.'
export const DISABLED = 'sslmode=disable turns TLS off.'
export const NO_SUCH_MODE = 'It doesn’t know this sslmode.'
