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
  [
    'list: filter words, good and bad',
    `${paths.services()}?search=${encodeURIComponent('service:kafka,pg -status:poweroff expires:soon')}`,
    (page) => expect(page.getByText('is left out')).toBeVisible(),
  ],
  [
    'list: filter words offered',
    paths.services(),
    async (page) => {
      await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible()
      await page.getByRole('searchbox').fill('s')
      await page.keyboard.press('ArrowDown')
      await expect(
        page.getByRole('listbox', { name: 'Filter words' }).getByRole('option', { selected: true }),
      ).toBeVisible()
    },
  ],
  [
    'list: more columns, and their choice',
    `${paths.services()}?columns=name,status,ca,nodes,expires,tags`,
    (page) => page.getByRole('button', { name: 'Columns' }).click(),
  ],
  [
    'list: saved searches',
    `${paths.services()}?search=kafka`,
    async (page) => {
      await page.getByRole('button', { name: 'Saved searches' }).click()
      await page.getByRole('button', { name: 'Save this search' }).click()
      await expect(page.getByRole('button', { name: 'Delete saved search kafka' })).toBeVisible()
    },
  ],
  [
    'list: selection, and its CA saved',
    paths.services(),
    async (page) => {
      await page.getByRole('checkbox', { name: 'Select events', exact: true }).check()
      await page.getByRole('button', { name: 'Download CA', exact: true }).click()
      await expect(page.getByRole('region', { name: 'Selection' })).toContainText('Saved demo-shop-ca.pem')
    },
  ],
  [
    'list: many',
    `${paths.services()}?scenario=1000`,
    (page) => expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1001'),
  ],
  ['all services', '/services', (page) => expect(page.getByText('28 services')).toBeVisible()],
  [
    'all services: on their way',
    '/services?scenario=slow',
    (page) => expect(page.getByRole('progressbar')).toBeVisible({ timeout: 10_000 }),
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
