/**
 * The tag of index.html that tells the app which API it uses and who has the token. Builds write it; a server may replace
 * it.
 */
export interface ApiTag {
  /** Address of the API, for display. */
  readonly api: string
  /** `sign-in`: the user pastes it into the page; `desk`: the server that serves the page has it. */
  readonly token: 'sign-in' | 'desk'
}

const TAG = /<meta\s+name="anchor-api"[^>]*>/g

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * A page with another tag.
 * @throws if the page has no such tag, or two: then it must not be served
 */
export const withApiTag = (html: string, { api, token }: ApiTag): string => {
  const found = html.match(TAG)?.length ?? 0
  if (found !== 1) throw new Error(`index.html must have one <meta name="anchor-api">, but has ${String(found)}.`)
  return html.replace(TAG, () => `<meta name="anchor-api" content="${escape(api)}" data-token="${token}" />`)
}
