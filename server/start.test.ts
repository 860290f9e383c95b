import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { addressOf, endOf, endPrograms, startScript } from '../tools/testing/processes.ts'

afterEach(endPrograms)

const start = (environment: Record<string, string>) => startScript('start', [], environment)

describe('npm start', () => {
  it('prints its address alone on a line, and takes the next port when one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const url = await addressOf(
      start({ PORT: String(port), AIVEN_TOKEN: 'token-of-the-environment', AIVEN_WEB_URL: 'nonsense' }),
    )
    other.close()
    expect(Number(new URL(url).port)).toBeGreaterThan(port)
    const page = await fetch(new URL('/project/demo-shop/services', url))
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('<div id="root">')
    expect(text).not.toContain('token-of-the-environment')
    expect(text).toContain('data-token="demo"')
  })

  it.each(['http', '-1', '70000'])('refuses PORT=%s in words', async (PORT) => {
    const { code, output } = await endOf(start({ PORT }))
    expect(code).toBe(1)
    expect(output).toContain(`PORT must be a number from 0 to 65535, but is "${PORT}"`)
  })
})
