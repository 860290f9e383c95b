/** A desk in front of an API that records requests, for the duration of a test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll } from 'vitest'

import { listenNear, type RunningServer } from '../../listen.ts'
import { serveDesk, type DeskOptions } from '../server.ts'

export const TOKEN = 'token-of-the-desk'

const folder = mkdtempSync(join(tmpdir(), 'anchor-desk-'))
beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<head><meta name="anchor-api" content="https://api.aiven.io" data-token="sign-in"></head><p>page</p>',
  )
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'let a')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const running: RunningServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

/** A server that closes when the test ends. */
export const untilTheEnd = <T extends RunningServer>(server: T): T => {
  running.push(server)
  return server
}

/** An API that records requests. */
export const serveApi = async (
  answer: RequestListener = (_request, response) => {
    response.setHeader('content-type', 'application/json').end('{"good":true}')
  },
) => {
  const seen: IncomingMessage[] = []
  const server = await listenNear(
    createServer((request, response) => {
      seen.push(request)
      answer(request, response)
    }),
    0,
  )
  return { ...untilTheEnd(server), seen }
}

export const serve = async (upstream: string, options: Partial<DeskOptions> = {}) =>
  untilTheEnd(await serveDesk({ folder, port: 0, token: TOKEN, upstream: new URL(upstream), ...options }))

/** The shape of the desk's own refusals. */
export const shape = (status: number, message: unknown) => ({ errors: [{ message, status }], message })
