import { apiCa, expect, paths, row } from '../fixtures.ts'
import { shown, type State } from './state.ts'

/** What is held, made and renewed. */
export const CERTIFICATE_STATES: readonly State[] = [
  [
    'service: save as',
    paths.service('warehouse', '', 'demo-rotation'),
    async (page) => {
      await page.getByRole('button', { name: 'Other formats of CA certificate' }).click()
      await page.getByRole('radio', { name: 'Kubernetes Secret' }).click()
      await expect(page.getByRole('dialog').getByText('kind: Secret')).toBeVisible()
    },
  ],
  [
    'service: save a key as',
    paths.service('events'),
    async (page) => {
      await page.getByRole('button', { name: 'Other formats of access key' }).click()
      await expect(page.getByRole('dialog').getByRole('button', { name: /^Show / })).toBeVisible()
    },
  ],
  [
    'service: key stores, expired',
    paths.service('events', '?user=audit-consumer'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores' }).click()
      await expect(page.getByRole('dialog').getByTestId('expired')).toBeVisible()
    },
  ],
  [
    'service: key stores, made',
    paths.service('events'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores' }).click()
      await page.getByLabel('Password of the stores', { exact: true }).fill('käse und brot')
      await page.getByRole('button', { name: 'Create and download' }).click()
      await expect(page.getByText('Saved events-avnadmin-key-stores.zip')).toBeVisible()
    },
  ],
  [
    'service: key stores, refused',
    paths.service('events', '?scenario=ca-of-another'),
    async (page) => {
      await page.getByRole('button', { name: 'Key stores' }).click()
      await expect(row(page, 'All files').getByTestId('not-signed')).toBeVisible()
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
    (page) => expect(page.getByRole('main').getByRole('alert').first()).toBeVisible(),
  ],
  [
    'CA rotation, users checked',
    '/project/demo-rotation/ca-rotation',
    async (page) => {
      await page.getByRole('button', { name: 'Check the users' }).click()
      await expect(page.getByRole('list', { name: 'Users and their CA' })).toBeVisible()
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
    'service: reset, and the new pair to download',
    paths.service('events', '?reset=audit-consumer'),
    async (page) => {
      await page.getByRole('button', { name: 'Reset audit-consumer' }).click()
      await expect(page.getByRole('button', { name: 'Download new pair of audit-consumer' })).toBeVisible()
    },
  ],
  [
    'service: reset that failed',
    paths.service('events', '?scenario=write-403&reset=avnadmin'),
    async (page) => {
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
      await expect(page.getByTestId('compared')).toBeVisible()
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
      await page.getByText('Inspect the live certificate').click()
      await page.getByLabel('What the command printed').fill('nothing')
      await page.getByRole('button', { name: 'Check what was seen' }).click()
      await expect(page.getByTestId('observation').getByRole('listitem')).toBeVisible()
    },
  ],
]
