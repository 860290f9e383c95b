import { expect, paths, row } from '../fixtures.ts'
import { shown, type Prepare, type State } from './state.ts'

/** Clicks, and waits for what comes of it. */
const inRow =
  (header: string, button: string, result: string | RegExp): Prepare =>
  async (page) => {
    await row(page, header).getByRole('button', { name: button }).click()
    await expect(row(page, header)).toContainText(result)
  }

const runIt: Prepare = (page) => expect(page.getByRole('region', { name: 'command to run' })).toBeVisible()
const putPasswordIn =
  (id: string): Prepare =>
  async (page) => {
    await page.getByRole('button', { name: 'Insert the password' }).click()
    await expect(page.getByTestId(id).first()).toBeVisible()
  }
const users = (service: string, search = '') => paths.service(service).replace(/overview$/, `users${search}`)
const inside = (service: string, page: string, search = '') =>
  paths.service(service).replace(/overview$/, `${page}${search}`)
const askWhy: Prepare = async (page) => {
  await row(page, 'CA Certificate').getByRole('button', { name: 'Why?' }).click()
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
}

const inDialog =
  (id: string): Prepare =>
  (page) =>
    expect(page.getByRole('dialog').getByTestId(id)).toBeVisible()

/** The pages of one service. */
export const SERVICE_STATES: readonly State[] = [
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
      await expect(row(page, 'CA Certificate')).toContainText('2034')
      for (const summary of await page.getByText('Command line').all()) await summary.click()
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
    (page) => expect(page.getByTestId('ca-rotating')).toBeVisible(),
  ],
  [
    'service: powered off',
    paths.service('dashboards'),
    (page) => expect(page.getByTestId('powered-off')).toBeVisible(),
  ],
  ['service: TLS off', paths.service('carts'), (page) => expect(page.getByTestId('plaintext')).toBeVisible()],
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
  [
    'service: actions',
    paths.service('orders-db'),
    async (page) => {
      await page.getByRole('button', { name: 'Actions', exact: true }).click()
      await expect(page.getByRole('menuitem', { name: 'Delete service' })).toBeVisible()
    },
  ],
  [
    'service: integrations',
    paths.service('metrics').replace(/overview$/, 'integrations'),
    (page) => expect(page.getByRole('table', { name: 'Integrations' })).toBeVisible(),
  ],
  ['service: protected', paths.service('orders-db', '?do=delete'), inDialog('protected')],
  [
    'service: the termination protection',
    paths.service('orders-db', '?do=termination-protection'),
    (page) => expect(page.getByRole('dialog')).toBeVisible(),
  ],
  [
    'service: power off refused, and what else can be done',
    paths.service('new-orders-db', '?do=power-off'),
    async (page) => {
      await page.getByRole('dialog').getByText('Command line').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Power off', exact: true }).click()
      await expect(page.getByRole('dialog').getByTestId('unclean-offer')).toBeVisible()
    },
  ],
  [
    'service: delete with another name, then of unknown outcome',
    paths.service('clickstream', '?do=delete&scenario=write-500', 'demo-analytics'),
    async (page) => {
      const dialog = page.getByRole('dialog')
      const button = dialog.getByRole('button', { name: 'Delete service', exact: true })
      await dialog.getByRole('textbox').fill('clickstream')
      await button.click()
      await expect(dialog.getByTestId('outcome-unknown')).toBeVisible()
      await dialog.getByRole('textbox').fill('another')
      await button.click()
      await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    },
  ],
  ['service: nothing to power off', paths.service('dashboards', '?do=power-off'), inDialog('nothing-to-do')],
  ['service: why', paths.service('logs-es'), askWhy],
  ['service: why not known', paths.service('prototype'), askWhy],
  [
    'topics: one is open',
    inside('events', 'topics', '?topic=orders.created'),
    (page) => expect(page.getByRole('table', { name: 'Partitions of orders.created' })).toBeVisible(),
  ],
  [
    'topics: a new one with slips',
    inside('events', 'topics', '?do=create-topic'),
    async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Create topic' }).click()
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    },
  ],
  [
    'ACL: what a user may do',
    inside('events', 'acl', '?user=audit-consumer'),
    (page) => expect(page.getByRole('table', { name: 'Topics for audit-consumer' })).toBeVisible(),
  ],
  [
    'databases: what breaks with one',
    inside('orders-db', 'databases', '?do=delete-database&database=defaultdb'),
    (page) => expect(page.getByRole('list', { name: 'What else breaks' })).toBeVisible(),
  ],
  [
    'indexes: one that goes',
    inside('search', 'indexes', '?do=delete-index&index=orders'),
    (page) => expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible(),
  ],
  [
    'pools: one is open',
    inside('orders-db', 'connection-pools', '?pool=orders-pool'),
    (page) => expect(page.getByRole('meter')).toBeVisible(),
  ],
  [
    'topics: powered off',
    inside('events-archive', 'topics'),
    (page) => expect(page.getByTestId('powered-off')).toBeVisible(),
  ],
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
    (page) => expect(page.getByRole('table', { name: 'Service users' })).toHaveAttribute('aria-rowcount', '501'),
  ],
  ['users: none', users('region-mirror'), (page) => expect(page.getByText('No service users')).toBeVisible()],
  ['connect: psql', paths.connect('orders-db', '?os=linux'), runIt],
  ['connect: key stores', paths.connect('events', '?client=java-keystore&os=linux'), runIt],
  [
    'connect: the password put in',
    paths.connect('events', '?auth=sasl&ca=letsencrypt&client=kcat&os=windows'),
    putPasswordIn('holds-password'),
  ],
  ['connect: no password', paths.connect('orders-db', '?scenario=redacted'), putPasswordIn('withheld')],
  [
    'connect: a form',
    paths.connect('orders-db', '?client=dbeaver'),
    (page) => expect(page.getByTestId('not-run')).toBeVisible(),
  ],
  ['connect: which CA?', paths.connect('cache'), runIt],
  ['connect: no TLS', paths.connect('carts'), (page) => expect(page.getByTestId('plaintext')).toBeVisible()],
  [
    'connect: nobody',
    paths.connect('orders-db', '?user=nobody'),
    (page) => expect(page.getByRole('alert')).toBeVisible(),
  ],
  [
    'connect: no endpoint',
    paths.connect('dashboards'),
    (page) => expect(page.getByTestId('powered-off')).toBeVisible(),
  ],
]
