/**
 * Which API this page uses, and who holds the token for it. The page's server writes it into `index.html`:
 * `<meta name="anchor-api" content="https://api.aiven.io" data-token="sign-in">`.
 */

/**
 * - `demo`: nobody; the API is the mock in the page.
 * - `desk`: the server that serves the page, on the user's own machine, adds it to every request.
 * - `sign-in`: the user pastes it on the sign-in page.
 */
export type TokenHolder = 'demo' | 'desk' | 'sign-in'

export interface Access {
  readonly holder: TokenHolder
  /** The API's address, for display only: requests go to the page's own origin. */
  readonly api: string
}

const isHolder = (value: string | undefined): value is TokenHolder =>
  value === 'demo' || value === 'desk' || value === 'sign-in'

/** Reads it from the page's head; without it, the page asks for a token. */
export const readAccess = (head: ParentNode): Access => {
  const meta = head.querySelector<HTMLMetaElement>('meta[name=anchor-api]')
  const holder = meta?.dataset['token']
  return { holder: isHolder(holder) ? holder : 'sign-in', api: meta?.content ?? '' }
}
