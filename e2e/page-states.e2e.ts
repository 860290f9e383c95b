import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'

import { expect, paths, row, test } from './fixtures.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** Everything that axe minds, with no exceptions. */
const axe = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }
    return engine.run()
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

type Prepare = (page: Page) => Promise<unknown>

const shown: Prepare = (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
/** Clicks, and waits for what comes of it. */
const inRow =
  (header: string, button: string, result: string | RegExp): Prepare =>
  async (page) => {
    await row(page, header).getByRole('button', { name: button }).click()
    await expect(row(page, header)).toContainText(result)
  }

const users = (service: string, search = '') => paths.service(service).replace(/overview$/, `users${search}`)
const askWhy: Prepare = async (page) => {
  await row(page, 'CA Certificate').getByRole('button', { name: 'Why?' }).click()
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
}
const openPalette: Prepare = async (page) => {
  await page.getByRole('button', { name: 'Go to' }).click()
  await expect(page.getByRole('dialog').getByRole('option').nth(5)).toBeVisible()
}

/** Every page, in every state that it has. */
const STATES: [string, string, Prepare][] = [
  [
    'projects',
    '/projects',
    (page) => expect(page.getByRole('main').getByRole('link', { name: 'demo-shop' })).toBeVisible(),
  ],
  [
    'projects: none',
    '/projects?scenario=no-projects',
    (page) => expect(page.getByRole('main').getByText('sees no project')).toBeVisible(),
  ],
  ['list', paths.services(), (page) => expect(page.getByRole('table')).toBeVisible()],
  [
    'list: loading',
    `${paths.services()}?scenario=slow`,
    (page) => expect(page.getByText('Loading services')).toBeAttached(),
  ],
  ['list: empty', paths.services('demo-empty'), (page) => expect(page.getByText('No services yet')).toBeVisible()],
  [
    'list: nothing matches',
    `${paths.services()}?search=zzz`,
    (page) => expect(page.getByText('No service matches')).toBeVisible(),
  ],
  ['list: error', `${paths.services()}?scenario=500`, (page) => expect(page.getByRole('alert')).toBeVisible()],
  ['list: closed project', paths.services('demo-restricted'), (page) => expect(page.getByRole('alert')).toBeVisible()],
  [
    'list: broken items',
    `${paths.services()}?scenario=wrong-shapes`,
    (page) => expect(page.getByText('could not be read').first()).toBeVisible(),
  ],
  ['list: odd items', `${paths.services()}?scenario=odd`, (page) => expect(page.getByRole('table')).toBeVisible()],
  [
    'list: reason of a mark',
    paths.services(),
    async (page) => {
      await page
        .getByRole('row', { name: /orders-db/ })
        .first()
        .getByRole('button', { name: 'Required' })
        .focus()
      await expect(page.getByRole('tooltip')).toContainText('sslmode=verify-ca')
    },
  ],
  ['switcher open', paths.services(), (page) => page.getByRole('button', { name: /^Project/ }).click()],
  [
    'token refused',
    `${paths.services()}?scenario=401`,
    (page) => expect(page.getByText('The API refused the token')).toBeVisible(),
  ],
  ['service: pg', paths.service('orders-db'), shown],
  [
    'service: loading',
    paths.service('orders-db', '?scenario=slow'),
    (page) => expect(page.getByText('Loading the service')).toBeAttached(),
  ],
  [
    'service: error',
    paths.service('orders-db', '?scenario=500'),
    (page) => expect(page.getByRole('alert').first()).toBeVisible(),
  ],
  [
    'service: not found',
    paths.service('nowhere'),
    (page) => expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible(),
  ],
  [
    'service: CA shown',
    paths.service('orders-db'),
    inRow('CA Certificate', 'Show CA certificate', 'BEGIN CERTIFICATE'),
  ],
  ['service: CA saved', paths.service('orders-db'), inRow('CA Certificate', 'Download CA certificate', 'Saved ca.pem')],
  [
    'service: CA broken',
    paths.service('orders-db', '?scenario=ca-html'),
    (page) => expect(page.getByRole('alert')).toBeVisible(),
  ],
  ['service: password shown', paths.service('orders-db'), inRow('Password', 'Show password', 'AVNS_')],
  [
    'service: password withheld',
    paths.service('orders-db', '?scenario=redacted'),
    inRow('Password', 'Show password', 'service:secrets:read'),
  ],
  ['service: Kafka', paths.service('events'), (page) => expect(row(page, 'Access Key')).toBeVisible()],
  ['service: Kafka key shown', paths.service('events'), inRow('Access Key', 'Show access key', 'BEGIN PRIVATE KEY')],
  [
    'service: Kafka as a command',
    paths.service('events'),
    async (page) => {
      await expect(row(page, 'CA Certificate')).toContainText('Valid until')
      for (const summary of await page.getByText('As a command').all()) await summary.click()
      await expect(page.getByText('avn service user-kafka-java-creds')).toBeVisible()
    },
  ],
  [
    'service: Kafka SASL',
    paths.service('events', '?auth=sasl&ca=letsencrypt'),
    (page) => expect(row(page, 'Password')).toBeVisible(),
  ],
  [
    'service: rotation',
    paths.service('warehouse', '', 'demo-rotation'),
    (page) => expect(page.getByText('A rotation of this CA')).toBeVisible(),
  ],
  [
    'service: powered off',
    paths.service('dashboards'),
    (page) => expect(page.getByText('is powered off')).toBeVisible(),
  ],
  [
    'service: TLS off',
    paths.service('carts'),
    (page) => expect(page.getByText('TLS is off for this endpoint.', { exact: true })).toBeVisible(),
  ],
  [
    'service: unknown',
    paths.service('prototype'),
    (page) => expect(row(page, 'CA Certificate')).toContainText('Unknown'),
  ],
  ['service: odd', paths.service('unknown-component', '?scenario=odd'), shown],
  [
    'service: rebuilding',
    paths.service('orders-db', '?scenario=rebuilding'),
    (page) => expect(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible(),
  ],
  ['service: why', paths.service('logs-es'), askWhy],
  ['service: why not known', paths.service('prototype'), askWhy],
  ['users', users('events'), (page) => expect(page.getByRole('table', { name: 'Service users' })).toBeVisible()],
  [
    'users: of MySQL',
    users('billing-mysql'),
    (page) => expect(page.getByRole('table', { name: 'Service users' })).toBeVisible(),
  ],
  [
    'users: credentials',
    users('events', '?user=audit-consumer'),
    async (page) => {
      await page.getByRole('button', { name: 'Show password' }).click()
      await page.getByRole('button', { name: 'Show access certificate' }).click()
      await expect(page.getByText('BEGIN CERTIFICATE')).toBeVisible()
    },
  ],
  [
    'users: no right',
    users('events', '?user=avnadmin&scenario=user-403'),
    async (page) => {
      await page.getByRole('button', { name: 'Show access key' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  ],
  [
    'users: many',
    users('events', '?scenario=many-users'),
    (page) => expect(page.getByText('Show 400 more')).toBeVisible(),
  ],
  ['users: none', users('region-mirror'), (page) => expect(page.getByText('No service users')).toBeVisible()],
  ['palette', paths.services(), openPalette],
  [
    'shortcuts',
    paths.services(),
    async (page) => {
      await openPalette(page)
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await expect(page.getByRole('checkbox')).toBeVisible()
    },
  ],
  ['requirements', '/tls-requirements', (page) => expect(page.getByRole('table').first()).toBeVisible()],
  ['no such page', '/nowhere', (page) => expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()],
]

const LOOKS = [
  { name: '1280 px, light', width: 1280, colorScheme: 'light' },
  { name: '320 px, dark', width: 320, colorScheme: 'dark' },
] as const

for (const { name: look, width, colorScheme } of LOOKS) {
  test.describe(look, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme })
    for (const [state, url, prepare] of STATES) {
      test(`${state}: axe finds nothing, and nothing runs out of the page`, async ({ page }) => {
        await page.goto(url)
        await prepare(page)
        expect(await axe(page)).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        await expect(page).toHaveTitle(/ – Anchor$/)
      })
    }
  })
}

test('axe can fail', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('table')).toBeVisible()
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('button'))
  })
  expect(await axe(page)).toEqual([expect.stringMatching(/^button-name/)])
})
