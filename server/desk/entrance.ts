/** What the one-time link shows, for a moment: a page that puts the key into the origin's storage and goes on to the console. */
import type { ServerResponse } from 'node:http'

/** The script's path. Inline it would break the policy of the page. */
export const ENTRANCE_SCRIPT = '/desk/enter.js'

/** Where the page keeps the key. src/api/access.ts reads it. */
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
