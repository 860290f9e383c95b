import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'

import { apiCa, expect, paths, row, test } from './fixtures.ts'

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

const runIt: Prepare = (page) => expect(page.getByRole('region', { name: 'command to run' })).toBeVisible()
const putPasswordIn =
  (result: string): Prepare =>
  async (page) => {
    await page.getByRole('button', { name: 'Put the password in' }).click()
    await expect(page.getByRole('main')).toContainText(result)
  }
const users = (service: string, search = '') => paths.service(service).replace(/overview$/, `users${search}`)
const askWhy: Prepare = async (page) => {
  await row(page, 'CA Certificate').getByRole('button', { name: 'Why?' }).click()
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
}
const openPalette: Prepare = async (page) => {
  await page.getByRole('button', { name: 'Go to' }).click()
  await expect(page.getByRole('option').nth(5)).toBeVisible()
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
      await expect(page.getByRole('option', { selected: true })).toBeVisible()
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
  [
    'service: save as',
    paths.service('warehouse', '', 'demo-rotation'),
    async (page) => {
      await page.getByRole('button', { name: 'Save as... CA certificate' }).click()
      await page.getByRole('radio', { name: 'Kubernetes Secret' }).click()
      await expect(page.getByRole('dialog').getByText('kind: Secret')).toBeVisible()
    },
  ],
  [
    'service: save a key as',
    paths.service('events'),
    async (page) => {
      await page.getByRole('button', { name: 'Save as... access key' }).click()
      await expect(page.getByRole('dialog').getByText('Holds a private key')).toBeVisible()
    },
  ],
  [
    'service: key stores, expired',
    paths.service('events', '?user=audit-consumer'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores...' }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toContainText('servers refuse it')
    },
  ],
  [
    'service: key stores, made',
    paths.service('events'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores...' }).click()
      await page.getByLabel('Password of the stores', { exact: true }).fill('käse und brot')
      await page.getByRole('button', { name: 'Make and download' }).click()
      await expect(page.getByText('Saved client.keystore.p12')).toBeVisible()
    },
  ],
  [
    'service: key stores, refused',
    paths.service('events', '?scenario=ca-of-another'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores...' }).click()
      await expect(page.getByText('No key stores can be made.')).toBeVisible()
    },
  ],
  [
    'certificates',
    '/certificates',
    (page) => expect(page.getByRole('main').getByText('7 need attention')).toBeVisible(),
  ],
  [
    'certificates: loading',
    '/certificates?scenario=slow',
    (page) => expect(page.getByText('Loading certificates')).toBeAttached(),
  ],
  [
    'certificates: nothing matches',
    '/certificates?search=zzz',
    (page) => expect(page.getByText('No certificate matches')).toBeVisible(),
  ],
  [
    'certificates: errors',
    '/certificates?scenario=ca-500',
    (page) => expect(page.getByText('3 more projects could not be read')).toBeVisible(),
  ],
  [
    'CA rotation, users checked',
    '/project/demo-rotation/ca-rotation',
    async (page) => {
      await page.getByRole('button', { name: 'Check the users' }).click()
      await expect(page.getByText('1 of 2 certificates are signed by the old CA.')).toBeVisible()
    },
  ],
  ['CA rotation: none', '/project/demo-shop/ca-rotation', shown],
  [
    'service: acknowledge',
    paths.service('events'),
    async (page) => {
      await page.getByRole('button', { name: 'Acknowledge the renewal of invoices-sync' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'service: reset that failed',
    paths.service('events', '?scenario=write-403'),
    async (page) => {
      await page.getByRole('button', { name: 'Reset credentials of avnadmin' }).click()
      await page.getByRole('button', { name: 'Reset avnadmin' }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  ],
  ['check', '/check', shown],
  [
    'check: files and their answers',
    '/check',
    async (page) => {
      const pem = await apiCa('demo-rotation')
      const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
      const files = [
        file('ca.pem', pem.replaceAll('\n', '\r\n')),
        file('junk.p12', '\u0000\u0001'),
        file('cut.pem', pem.slice(0, 700)),
      ]
      await page.getByLabel('Files to check').setInputFiles(files)
      await expect(page.getByText('Compared with the CAs')).toBeVisible()
      await page.getByText('Details of certificate 1').click()
    },
  ],
  [
    'check: a connection string and an error',
    '/check',
    async (page) => {
      for (const text of [
        'postgres://avnadmin:AVNS_secret@db.example.com:20984/defaultdb?sslmode=require',
        'psql: error: SSL error: certificate verify failed',
      ]) {
        await page.getByRole('textbox').fill(text)
        await page.getByRole('button', { name: 'Check text' }).click()
      }
      await expect(page.getByText('What to do')).toBeVisible()
    },
  ],
  [
    'service: looking at the server',
    paths.service('orders-db'),
    async (page) => {
      await page.getByText('Look at the server').click()
      await page.getByLabel('What the command printed').fill('nothing')
      await page.getByRole('button', { name: 'Check what was seen' }).click()
      await expect(page.getByText('This is not what openssl s_client prints')).toBeVisible()
    },
  ],
  ['requirements', '/tls-requirements', (page) => expect(page.getByRole('table').first()).toBeVisible()],
  ['no such page', '/nowhere', (page) => expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()],
  ['connect: psql', paths.connect('orders-db', '?os=linux'), runIt],
  ['connect: key stores', paths.connect('events', '?client=java-keystore&os=linux'), runIt],
  [
    'connect: the password put in',
    paths.connect('events', '?auth=sasl&ca=letsencrypt&client=kcat&os=windows'),
    putPasswordIn('It holds a secret'),
  ],
  ['connect: no password', paths.connect('orders-db', '?scenario=redacted'), putPasswordIn('service:secrets:read')],
  [
    'connect: a form',
    paths.connect('orders-db', '?client=dbeaver'),
    (page) => expect(page.getByText('Not run here')).toBeVisible(),
  ],
  ['connect: which CA?', paths.connect('cache'), runIt],
  ['connect: no TLS', paths.connect('carts'), (page) => expect(page.getByText('TLS is off')).toBeVisible()],
  [
    'connect: nobody',
    paths.connect('orders-db', '?user=nobody'),
    (page) => expect(page.getByRole('alert')).toBeVisible(),
  ],
  ['connect: no endpoint', paths.connect('dashboards'), (page) => expect(page.getByText('powered off,')).toBeVisible()],
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
