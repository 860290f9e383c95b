/**
 * `npm run screenshots`: pictures of the main pages for README.md and of guides for docs/proof.md, into docs/screenshots.
 * With a folder as argument: every page and state there is, light and dark, wide and narrow, to look at.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'

import { findBrowser } from './browser.ts'
import { serveBuild } from '../server/static-server.ts'

const LIST = '/project/demo-shop/services'
const service = (name: string, search = '') => `${LIST}/${name}/overview${search}`
const guide = (name: string, client: string) => `${LIST}/${name}/connect?client=${client}`
const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

interface Shot {
  readonly path: string
  readonly prepare?: (page: Page) => Promise<unknown>
}

const SHOTS: Record<string, Shot> = {
  'service-list': { path: LIST },
  'service-kafka': { path: service('events') },
  requirements: { path: '/tls-requirements' },
  projects: { path: '/projects' },
  'list-empty': { path: '/project/demo-empty/services' },
  'list-no-match': { path: `${LIST}?search=zzz` },
  'list-loading': { path: `${LIST}?scenario=slow` },
  'list-error': { path: `${LIST}?scenario=500` },
  'list-odd': { path: `${LIST}?scenario=odd` },
  'list-broken': { path: `${LIST}?scenario=wrong-shapes` },
  'list-restricted': { path: '/project/demo-restricted/services' },
  'token-refused': { path: `${LIST}?scenario=401` },
  'not-found': { path: '/nowhere' },
  switcher: { path: LIST, prepare: (page) => page.getByRole('button', { name: /^Project/ }).click() },
  tooltip: { path: LIST, prepare: (page) => page.getByRole('button', { name: 'Required' }).first().hover() },
  'service-pg': { path: service('orders-db'), prepare: click('Download CA certificate') },
  'service-pg-shown': { path: service('orders-db'), prepare: click('Show CA certificate') },
  'service-pg-loading': { path: service('orders-db', '?scenario=slow') },
  'service-ca-html': { path: service('orders-db', '?scenario=ca-html') },
  'service-kafka-sasl': { path: service('events', '?auth=sasl&ca=letsencrypt') },
  'service-kafka-expired': {
    path: service('events', '?user=audit-consumer'),
    prepare: click('Download all three files'),
  },
  'service-rotation': { path: '/project/demo-rotation/services/warehouse/overview' },
  'service-off': { path: service('dashboards') },
  'service-plaintext': { path: service('carts') },
  'service-unknown': { path: service('prototype') },
  'guide-spring-boot': { path: guide('orders-db', 'spring-boot-postgresql') },
  'guide-django': { path: guide('orders-db', 'django-postgresql') },
  'guide-spring-kafka': { path: guide('events', 'spring-kafka') },
  'guide-kafka-connect': { path: guide('events', 'kafka-connect') },
  'guide-lettuce': { path: guide('sessions', 'lettuce') },
}

/** The pictures of README.md: what a window shows. Of guides, docs/proof.md has the whole page. */
const IN_README = new Set(['service-list', 'service-kafka', 'requirements'])
const isGuide = (name: string) => name.startsWith('guide-')
const isInDocs = (name: string) => IN_README.has(name) || isGuide(name)

const LOOKS = [
  { name: 'light', width: 1280, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow', width: 320, colorScheme: 'light' },
  { name: 'narrow-dark', width: 320, colorScheme: 'dark' },
] as const

const folder = process.argv[2]
const shots = Object.entries(SHOTS).filter(([name]) => folder !== undefined || isInDocs(name))
const looks = folder === undefined ? LOOKS.slice(0, 1) : LOOKS
const target = folder ?? 'docs/screenshots'

mkdirSync(target, { recursive: true })
await build({ mode: 'demo', logLevel: 'warn' })
const { executablePath, args } = findBrowser()
const { url, close } = await serveBuild('dist-demo', 0)
const browser = await chromium.launch({ executablePath, args: [...args] })
for (const { name: look, width, colorScheme } of looks) {
  for (const [name, { path, prepare }] of shots) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, baseURL: url })
    await page.goto(path)
    // Icons load after the page.
    await page.waitForTimeout(2500)
    await prepare?.(page)
    await page.waitForTimeout(300)
    const file = folder === undefined ? `${name}.png` : `${name}.${look}.png`
    const options = { path: join(target, file) }
    await (isGuide(name)
      ? page.getByRole('main').screenshot(options)
      : page.screenshot({ ...options, fullPage: folder !== undefined }))
    await page.close()
  }
}
await browser.close()
await close()
