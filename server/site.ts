/** The files of a build, as every server of ours serves them: deep links, caching, precompressed files. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import sirv from 'sirv'

import { SECURITY_HEADERS } from './security-headers.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Answers with a sentence and nothing else. */
export const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}

/** The path of a request as it was sent, without its query. */
export const rawPath = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/s, '')

/**
 * A handler for the files of a folder. Paths that are no file get index.html, for the app's router: a part of them
 * may hold dots. Paths below `/v1` and `/assets` never do: one is the API's, and the other has files or nothing.
 * @param page what becomes of index.html before it is served
 */
export const createSite = (folder: string, page: (html: string) => string = (html) => html): Handler => {
  const html = page(readFileSync(join(folder, 'index.html'), 'utf8'))
  const files = sirv(folder, {
    extensions: [],
    gzip: true,
    brotli: true,
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith('/assets/')
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return (request, response) => {
    const path = rawPath(request)
    const sendPage = () => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      response.end(html)
    }
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') sendText(response, 405, 'Method not allowed')
    else if (/^\/v1(\/|$)/.test(path)) sendText(response, 404, 'Not found')
    else if (path === '/index.html') sendPage()
    else
      files(request, response, () => {
        if (path.startsWith('/assets/')) sendText(response, 404, 'Not found')
        else sendPage()
      })
  }
}
