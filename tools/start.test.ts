import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

import { afterEach, describe, expect, it } from 'vitest'

const started: ChildProcess[] = []
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
})

/** `npm start` without npm in between, so that the process that is ended is the one that was started. */
const start = (environment: Record<string, string>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    env: { ...process.env, ...environment },
  })
  started.push(child)
  return child
}

/** The first line that is an address and nothing else. */
const addressOf = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) if (/^http:\/\/\S+$/.test(line)) return line
  throw new Error('it ended without an address')
}

describe('npm start', () => {
  it('prints its address alone on a line, and takes the next port when one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const url = await addressOf(start({ PORT: String(port), AIVEN_TOKEN: 'token-of-the-environment' }))
    other.close()
    expect(Number(new URL(url).port)).toBeGreaterThan(port)
    const page = await fetch(new URL('/project/demo-shop/services', url))
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('<div id="root">')
    expect(text).not.toContain('token-of-the-environment')
  })

  it.each(['http', '-1', '70000'])('refuses PORT=%s in words', async (PORT) => {
    const child = start({ PORT })
    const [errors, [code]] = await Promise.all([child.stderr.toArray(), once(child, 'exit')])
    expect(code).toBe(1)
    expect(Buffer.concat(errors as Buffer[]).toString()).toContain(
      `PORT must be a number from 0 to 65535, but is "${PORT}"`,
    )
  })
})
