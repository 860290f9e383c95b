/**
 * Shows thousands of broken answers: no page crashes, no page contains anything but text from them, and a certificate or
 * key that is saved, copied or shown is the real one.
 */
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { mutate, seeded } from '../../tools/faults/mutate.ts'
import { renderApp } from './testing/render-app.tsx'

const SEED = 20_261_125
/** How many different mutations each page gets. */
const ROUNDS = 50

/** The connection between a page and its mock: good answers first, then mutations of them. */
const createWire = () => {
  const random = seeded(SEED)
  const good = new Map<string, unknown>()
  const sent: unknown[] = []
  let hostile = false
  return {
    tamper: (path: string, body: unknown): unknown => {
      if (!good.has(path)) good.set(path, body)
      if (!hostile) return body
      const mutated = mutate(good.get(path), random)
      sent.push(path, mutated)
      return mutated
    },
    /** Mutates answers from now on. */
    turn: () => {
      hostile = true
    },
    /** The answers since the last call, for debugging. */
    sent: () => JSON.stringify(sent.splice(0)).slice(0, 20_000),
    /** Every string in the good answers. */
    texts: () => JSON.stringify([...good.values()]),
  }
}

/** Problems of the page: a crash message, an executed script, foreign elements. */
const damage = (): string[] => {
  // The test setup spies on the console.
  const { error } = console
  const injected = 'script[src="x"], img:not([src="/icon.svg"]), iframe, a[href^="javascript:"], [onerror], [onload]'
  return [
    ...[...document.querySelectorAll('[data-testid=page-broke], [data-testid=code-lost]')].map(
      ({ textContent }) => textContent,
    ),
    ...[...document.body.querySelectorAll(injected)].map(({ outerHTML }) => outerHTML),
    ...vi.mocked(error).mock.calls.map((call) => `console.error: ${call.map(String).join(' ').slice(0, 500)}`),
  ]
}

/** Waits until the queries have updated the page, including low-priority renders. */
const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve))
  await new Promise((resolve) => requestIdleCallback(resolve))
}

const service = (name: string, rest: string) => `/project/demo-shop/services/${name}/${rest}`

describe('pages with broken answers', () => {
  it.each<readonly [page: string, url: string]>([
    ['list', '/project/demo-analytics/services?columns=name,status,ca,cloud,nodes,tags'],
    ['overview of Kafka', service('events', 'overview')],
    ['overview of PostgreSQL', service('orders-db', 'overview')],
    ['users', service('events', 'users')],
    ['connect', service('orders-db', 'connect?client=psycopg')],
    ['certificates', '/certificates'],
    ['rotation', '/project/demo-rotation/ca-rotation'],
    ['home', '/'],
    ['all services', '/services'],
    ['event log', '/project/demo-shop/event-log'],
    ['new service', '/project/demo-shop/new-service?serviceType=kafka'],
    ['metrics', service('orders-db', 'metrics')],
    ['logs', service('orders-db', 'logs')],
    ['current queries', service('orders-db', 'current-queries')],
    ['query statistics', service('orders-db', 'query-statistics')],
    ['query statistics of MySQL', service('billing-mysql', 'query-statistics')],
    ['backups, with a fork', service('orders-db', 'backups?do=fork')],
    ['topics, one open', service('events', 'topics?topic=customers')],
    ['ACL', service('events', 'acl')],
    ['databases', service('orders-db', 'databases')],
    ['indexes', service('search', 'indexes')],
    ['pools', service('orders-db', 'connection-pools')],
    ['integrations', service('orders-db', 'integrations')],
    ['settings', service('orders-db', 'settings')],
  ])('%s', async (_, url) => {
    const wire = createWire()
    const { queryClient } = await renderApp(url, { tamper: wire.tamper })
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.element(page.getByText(/^Loading/).first()).not.toBeInTheDocument()
    wire.turn()
    const looks = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      await queryClient.refetchQueries({ type: 'active' })
      await settled()
      expect(damage(), `round ${String(round)}: ${wire.sent()}`).toEqual([])
      looks.add(document.querySelector('main')?.textContent ?? '')
    }
    // Some mutations are visible, though most change fields that no page shows.
    expect(looks.size).toBeGreaterThan(ROUNDS / 20)
  })
})

describe('files from broken answers', () => {
  let release: () => void = () => undefined
  afterEach(() => {
    release()
  })

  /** Captures what would be saved and copied. */
  const catchFiles = () => {
    const blobs = new Map<string, Blob>()
    const saved: { name: string; blob: Blob }[] = []
    const copied: string[] = []
    const spies = [
      vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
        const url = `blob:${String(blobs.size)}`
        blobs.set(url, blob as Blob)
        return url
      }),
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        const blob = blobs.get(this.getAttribute('href') ?? '')
        if (blob) saved.push({ name: this.download, blob })
      }),
      vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
        for (const item of items) copied.push(await (await item.getType('text/plain')).text())
      }),
    ]
    // Restores only these mocks: the test setup has its own spies.
    release = () => {
      for (const spy of spies) spy.mockRestore()
    }
    return { saved, copied }
  }

  /** Contents of a saved file, by file name on disk. */
  const contentOf = async ({ name, blob }: { name: string; blob: Blob }): Promise<[string, string][]> => {
    if (!name.endsWith('.zip')) return [[name, await blob.text()]]
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
    return Object.entries(files).map(([inside, bytes]) => [inside, new TextDecoder().decode(bytes)])
  }

  it.each<readonly [page: string, url: string]>([
    ['overview', service('events', 'overview?user=avnadmin')],
    ['users', service('events', 'users?user=avnadmin')],
  ])('%s: the certificate and key themselves, or nothing', async (_, url) => {
    const { saved, copied } = catchFiles()
    const wire = createWire()
    const { queryClient } = await renderApp(url, { tamper: wire.tamper })
    const press = async (name: RegExp) => {
      for (const button of document.querySelectorAll<HTMLElement>('main button')) {
        if (name.test(button.ariaLabel ?? '')) button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      }
      await settled()
      await vi.waitFor(() => {
        if (document.querySelector('main [aria-busy=true]')) throw new Error('still busy')
      }, 20_000)
    }
    await expect.element(page.getByRole('button', { name: 'Download access key' })).toBeVisible()
    await press(/^Download (access|CA|all)/)
    const good = new Map((await Promise.all(saved.map(contentOf))).flat())
    expect([...good.keys()].toSorted()).toEqual(expect.arrayContaining(['service.cert', 'service.key']))
    for (const text of good.values()) expect(wire.texts()).toContain(JSON.stringify(text))
    wire.turn()
    let handed = 0
    for (let round = 0; round < ROUNDS; round++) {
      saved.length = 0
      copied.length = 0
      await queryClient.invalidateQueries({ refetchType: 'active' })
      for (const action of ['Download', 'Copy', 'Show']) {
        await press(new RegExp(`^${action} (access|CA|all)`))
        expect(damage(), `round ${String(round)}: ${wire.sent()}`).toEqual([])
      }
      for (const [name, text] of (await Promise.all(saved.map(contentOf))).flat()) {
        handed++
        expect(text === good.get(name), `round ${String(round)}, ${name}: ${text.slice(0, 500)}`).toBe(true)
      }
      const shown = [...document.querySelectorAll('main pre')].map(({ textContent }) => textContent)
      for (const text of [...copied, ...shown].filter((one) => one.includes('BEGIN'))) {
        handed++
        expect([...good.values()].includes(text), `round ${String(round)}: ${text.slice(0, 500)}`).toBe(true)
      }
      await press(/^Hide/)
    }
    expect(handed).toBeGreaterThan(ROUNDS)
  })
})
