/**
 * Which API this page talks to, and who holds the token for it. The server of the page says so in
 * `index.html`: `<meta name="anchor-api" content="https://api.aiven.io" data-token="sign-in">`.
 */

/**
 * - `demo`: no one; the API is the mock in the page.
 * - `desk`: the server that serves the page, on its user's own machine, adds it to every request.
 * - `sign-in`: the user, who pastes it on the sign-in page.
 */
export type TokenHolder = 'demo' | 'desk' | 'sign-in'

export interface Access {
  readonly holder: TokenHolder
  /** The API's address, for showing: requests go to the page's own origin. */
  readonly api: string
}

const isHolder = (value: string | undefined): value is TokenHolder =>
  value === 'demo' || value === 'desk' || value === 'sign-in'

/** What the page's head says; a page that says nothing asks for a token. */
export const readAccess = (head: ParentNode): Access => {
  const meta = head.querySelector<HTMLMetaElement>('meta[name=anchor-api]')
  const holder = meta?.dataset['token']
  return { holder: isHolder(holder) ? holder : 'sign-in', api: meta?.content ?? '' }
}
