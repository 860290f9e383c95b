/** The page behind the one-time link: stores the key in the origin's storage and redirects to the console. */
import type { ServerResponse } from 'node:http'

/** The script's path. An inline script would violate the page's policy. */
export const ENTRANCE_SCRIPT = '/desk/enter.js'

/** Storage key under which the page stores the key. src/api/access.ts reads it. */
export const KEY_STORAGE = 'anchor-desk-key'

const SCRIPT = `try {
  localStorage.setItem('${KEY_STORAGE}', document.documentElement.dataset.key)
  location.replace('/')
} catch {
  document.body.textContent =
    'Your browser blocks storage for this page, so the console can’t open here. Allow it for this address, and start "npm run live" again.'
}
`

export const sendEntrance = (response: ServerResponse, key: string, cookie: string): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'set-cookie': cookie,
  })
  response.end(
    `<!doctype html><html lang="en" data-key="${key}"><title>Anchor</title><body><noscript>Anchor needs JavaScript.</noscript><script src="${ENTRANCE_SCRIPT}"></script></body></html>`,
  )
}

export const sendEntranceScript = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
  response.end(SCRIPT)
}
