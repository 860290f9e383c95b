/** WebKitGTK's MiniBrowser, over plain WebDriver: the engine of Safari, without Safari. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { inTime, PATIENCE_MS, type Engine, type Key, type Point, type Tab } from './engine.ts'

const DRIVER = '/usr/bin/WebKitWebDriver'
const DISPLAY = '/usr/bin/xvfb-run'

/** WebDriver's own names of keys. */
const KEYS: Record<Key | 'Control', string> = {
  Tab: '\uE004',
  Escape: '\uE00C',
  Enter: '\uE007',
  Backspace: '\uE003',
  Control: '\uE009',
}

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].filter((path) => existsSync(path))

const findBrowser = (): string | undefined =>
  LIBRARIES.flatMap((path) => readdirSync(path).map((name) => join(path, name, 'MiniBrowser')))
    .filter((path) => /\/webkit2gtk-4\.\d\//.test(path) && existsSync(path))
    .toSorted()
    .at(-1)

/** @returns why it can't be run here, or undefined */
export const missingWebKit = (): string | undefined =>
  existsSync(DRIVER) && existsSync(DISPLAY) && findBrowser() !== undefined
    ? undefined
    : 'WebKit is not installed (Debian: webkit2gtk-driver xvfb xauth)'

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>

const asker =
  (origin: string): Ask =>
  async (method, path, body) => {
    const response = await inTime(
      `${method} ${path.replace(/^\/session\/[^/]+/, '')}`,
      fetch(`${origin}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    )
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }

const openTab = async (ask: Ask, binary: string): Promise<Tab & { readonly version: string }> => {
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } }
  const { sessionId, capabilities: granted } = (await ask('POST', '/session', { capabilities })) as {
    sessionId: string
    capabilities: { browserVersion: string }
  }
  const session = `/session/${sessionId}`
  const post = (path: string, body: unknown = {}) => ask('POST', `${session}${path}`, body)
  await post('/timeouts', { script: PATIENCE_MS, pageLoad: PATIENCE_MS })
  await post('/window/rect', { width: 1280, height: 900 })

  const pointer = (actions: readonly unknown[]) =>
    post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] })
  const moveTo = ({ x, y }: Point) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) })
  const [down, up] = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  const keys = async (values: readonly (readonly ['keyDown' | 'keyUp', string])[]) => {
    const actions = values.map(([type, value]) => ({ type, value }))
    await post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }
  return {
    version: granted.browserVersion,
    goTo: async (url) => void (await post('/url', { url })),
    back: async () => void (await post('/back')),
    run: (body) =>
      post('/execute/async', {
        script: `const done = arguments[0]; (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`,
        args: [],
      }).then((outcome) => {
        const { value, error } = outcome as { value?: unknown; error?: string }
        if (error !== undefined) throw new Error(error)
        return value
      }),
    move: async (to) => void (await pointer([moveTo(to)])),
    click: async (at) => void (await pointer([moveTo(at), down, up])),
    drag: async (from, to) => void (await pointer([moveTo(from), down, moveTo(to), up])),
    press: async (key) =>
      keys([
        ['keyDown', KEYS[key]],
        ['keyUp', KEYS[key]],
      ]),
    control: async (character) =>
      keys([
        ['keyDown', KEYS.Control],
        ['keyDown', character],
        ['keyUp', character],
        ['keyUp', KEYS.Control],
      ]),
    type: async (text) =>
      keys(Array.from(text).flatMap((character) => [['keyDown', character] as const, ['keyUp', character] as const])),
    // There is no printing over WebDriver here: the page is asked to be ready for it, and laid out.
    print: async () =>
      void (await post('/execute/sync', {
        script:
          'dispatchEvent(new Event("beforeprint")); document.body.offsetHeight; dispatchEvent(new Event("afterprint"))',
        args: [],
      })),
    close: async () => void (await ask('DELETE', session)),
  }
}

/** @param folder for what it keeps and saves */
export const startWebKit = async (folder: string): Promise<Engine> => {
  const binary = findBrowser() ?? ''
  const downloads = join(folder, 'downloads')
  const config = join(folder, 'config')
  for (const made of [downloads, config]) mkdirSync(made, { recursive: true })
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
  const port = await freePort()
  const child = spawn(DISPLAY, ['-a', '-s', '-screen 0 1400x1000x24', DRIVER, `--port=${String(port)}`], {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: config, XDG_RUNTIME_DIR: folder },
    stdio: 'ignore',
    detached: true,
  })
  // The display and the browser end with the driver, and with whoever started it: all of them are of one group.
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid)
  }
  process.once('exit', end)
  const ask = asker(`http://127.0.0.1:${String(port)}`)
  const isReady = async () =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    )
  const until = Date.now() + PATIENCE_MS
  while (!(await isReady())) {
    if (Date.now() > until) throw new Error('WebKitWebDriver does not answer')
    await wait(200)
  }
  const first = await openTab(ask, binary)
  await first.close()
  return {
    name: 'WebKit',
    version: first.version,
    downloads,
    open: () => openTab(ask, binary),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      end()
      await ended
      process.off('exit', end)
    },
  }
}
