/** Requests if the server that serves the page holds the token: `npm run live`. */

/** Storage key under which the server's link stored this run's key (server/desk/entrance.ts). It expires when that process ends. */
const STORAGE_KEY = 'anchor-desk-key'

const readKey = (): string | undefined => {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Sends a request with the key of this origin, without which that server lets nothing through to the API. */
export const fetchAtDesk = (request: Request): Promise<Response> => {
  // Read each time: another run's link may have been opened in another tab.
  const key = readKey()
  if (key !== undefined) request.headers.set('x-anchor-key', key)
  return fetch(request)
}
