/** Serves the files of a build, for all our servers: deep links, caching, precompressed files. */
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

import { SECURITY_HEADERS } from './security-headers.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Answers with plain text. */
export const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}

/** The path of a request as it was sent, without its query. */
export const rawPath = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/s, '')

/** A build is 3 MB including its compressed files. A larger folder isn't a build. */
const MAX_BYTES = 100_000_000

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Compressed variants of a file, best first: name of the coding and file suffix. */
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/**
 * Every file of a folder by its URL path, in memory, so that the server keeps serving the same build when the folder is
 * rebuilt.
 * @throws if the folder is too large to be a build
 */
const readFiles = (folder: string): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>()
  let total = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    total += bytes.length
    if (total > MAX_BYTES) throw new Error(`${folder} has more than ${String(MAX_BYTES)} bytes: it isn’t a build.`)
    files.set(path.slice(join(folder).length).replaceAll('\\', '/'), bytes)
  }
  return files
}

/** Whether an Accept-Encoding header accepts a coding. */
const takes = (header: string, coding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

/**
 * A handler for the folder's current files. Paths without a file get index.html, for the app's router; they may contain
 * dots. Paths below `/v1` and `/assets` don't: `/v1` belongs to the API, and `/assets` has only files.
 * @param page changes index.html before it is served
 */
export const createSite = (folder: string, page: (html: string) => string = (html) => html): Handler => {
  const files = readFiles(folder)
  const index = files.get('/index.html')
  if (!index) throw new Error(`${folder} has no index.html: it isn’t a build.`)
  const html = Buffer.from(page(index.toString()))

  const sendFile = (request: IncomingMessage, response: ServerResponse, path: string, bytes: Buffer) => {
    // index.html may differ from the compressed one.
    const coded = CODINGS.flatMap(([coding, suffix]) => {
      const compressed = bytes === html ? undefined : files.get(path + suffix)
      return compressed ? [{ coding, compressed }] : []
    })
    const accepted = request.headers['accept-encoding'] ?? ''
    const chosen = coded.find(({ coding }) => takes(accepted, coding))
    const body = chosen?.compressed ?? bytes
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(coded.length > 0 && { vary: 'accept-encoding' }),
      ...(chosen && { 'content-encoding': chosen.coding }),
    })
    // Node sends no body for HEAD.
    response.end(body)
  }

  return (request, response) => {
    const path = rawPath(request)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const bytes = files.get(path)
    if (request.method !== 'GET' && request.method !== 'HEAD') sendText(response, 405, 'Method not allowed')
    else if (/^\/v1(\/|$)/.test(path)) sendText(response, 404, 'Not found')
    else if (bytes && path !== '/index.html') sendFile(request, response, path, bytes)
    else if (path.startsWith('/assets/')) sendText(response, 404, 'Not found')
    else sendFile(request, response, '/index.html', html)
  }
}
