/** What is said of PostgreSQL clients alike. */
export const REQUIRE =
  'sslmode=require encrypts, and takes any server that answers: the password goes to an impostor as well.'
export const NO_FALLBACK =
  'It encrypts only if the server offers to: whoever stands between gets the password in the clear.'
export const FULL = 'It verifies the CA and the name.'
export const DISABLED = 'sslmode=disable switches TLS off.'
export const NO_SUCH_MODE = 'It knows no such sslmode.'
