import { generateKeyPairSync } from 'node:crypto'

import { IN_ALL_PROJECTS } from '../../mocks/testing/how-many.ts'
import { expect, paths } from '../fixtures.ts'
import { type Prepare, type State } from './state.ts'

const openPalette: Prepare = async (page) => {
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('option').nth(5)).toBeVisible()
}

/** A private key that asks for its password. */
const lockedKey = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'of-the-test' },
  }).privateKey

/** Pages over several services. */
export const PAGE_STATES: readonly State[] = [
  ['home', '/', (page) => expect(page.getByTestId('ca-ended')).toBeVisible()],
  ['home: no projects', '/?scenario=no-projects', (page) => expect(page.getByTestId('no-projects')).toBeVisible()],
  [
    'projects',
    '/projects',
    (page) => expect(page.getByRole('main').getByRole('link', { name: 'demo-shop', exact: true })).toBeVisible(),
  ],
  ['projects: none', '/projects?scenario=no-projects', (page) => expect(page.getByTestId('no-projects')).toBeVisible()],
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
    (page) => expect(page.getByTestId('unread')).toBeVisible(),
  ],
  ['list: odd items', `${paths.services()}?scenario=odd`, (page) => expect(page.getByRole('table')).toBeVisible()],
  [
    'list: reason of a mark',
    `${paths.services()}?search=orders-db`,
    async (page) => {
      await page
        .getByRole('row', { name: /orders-db/ })
        .last()
        .getByRole('button', { name: 'Required' })
        .focus()
      await expect(page.getByRole('tooltip')).toContainText('verify-ca')
    },
  ],
  [
    'list: filter words, good and bad',
    `${paths.services()}?search=${encodeURIComponent('service:kafka,pg -status:poweroff expires:soon')}`,
    (page) => expect(page.getByTestId('bad-value')).toBeVisible(),
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
    // Few rows: none is behind what floats at the bottom, which would cover half of one by chance.
    `${paths.services()}?search=events`,
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
  [
    'create service',
    `/project/demo-shop/new-service?serviceType=kafka&cloud=do-fra`,
    (page) => expect(page.getByTestId('price')).toContainText('$'),
  ],
  [
    'create service: what is wrong',
    '/project/demo-shop/new-service?serviceType=pg',
    async (page) => {
      await expect(page.getByRole('radio', { name: /^hobbyist/ })).toBeChecked()
      await page.getByRole('button', { name: 'Create service' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
    },
  ],
  [
    'list: several to power off',
    paths.services(),
    async (page) => {
      for (const name of ['orders-db', 'sessions'])
        await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Power off' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  ['all services', '/services', (page) => expect(page.getByText(`${String(IN_ALL_PROJECTS)} services`)).toBeVisible()],
  [
    'all services: on their way',
    '/services?scenario=slow',
    (page) => expect(page.getByRole('progressbar')).toBeVisible(),
  ],
  ['switcher open', paths.services(), (page) => page.getByRole('button', { name: /^Project/ }).click()],
  [
    'token refused',
    `${paths.services()}?scenario=401`,
    (page) => expect(page.getByTestId('token-refused')).toBeVisible(),
  ],
  ['palette', paths.services(), openPalette],
  [
    'shortcuts',
    paths.services(),
    async (page) => {
      await openPalette(page)
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await expect(page.getByRole('dialog').getByRole('checkbox')).toBeVisible()
    },
  ],
  ['requirements', '/tls-requirements', (page) => expect(page.getByRole('table').first()).toBeVisible()],
  [
    'check: a locked key',
    '/check',
    async (page) => {
      await page.getByRole('textbox').fill(lockedKey())
      await page.getByRole('button', { name: /^Check/ }).click()
      await expect(page.getByLabel(/^Password/)).toBeVisible()
    },
  ],
  ['no such page', '/nowhere', (page) => expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()],
]
