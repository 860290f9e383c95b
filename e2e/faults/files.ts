/** All actions that save files, copy texts or show secrets. */
import type { Page } from '@playwright/test'

import { apiCa, apiUser, expect, paths, row } from '../fixtures.ts'
import type { Action } from './action.ts'
import {
  copies,
  inMain,
  inRow,
  main,
  minutesLater,
  offers,
  press,
  REQUESTS,
  saves,
  savesOne,
  usersPage,
} from './parts.ts'

const user = async () => apiUser('events', 'avnadmin')
const key = async () => (await user()).access_key
const certificate = async () => (await user()).access_cert
const password = async () => (await apiUser('orders-db', 'avnadmin')).password

const cells = (header: string) => (page: Page) => row(page, header).last()

const shows =
  (header: string, content: () => Promise<string>): Action['done'] =>
  async (page) => {
    await expect(cells(header)(page).getByRole('region')).toHaveText(await content())
  }

const seesDialog =
  (name: string): Action['done'] =>
  (page) =>
    expect(page.getByRole('dialog', { name })).toBeVisible()

/** Show, Download, Copy and "Other formats" of one file. */
const ofFile = (
  what: string,
  [header, fileName, content]: readonly [string, string, () => Promise<string>],
  common: Pick<Action, 'url' | 'requests' | 'ready'>,
): Action[] => {
  const message = inRow(header)
  return [
    { ...common, name: `Show ${what}`, act: press(`Show ${what}`), message, done: shows(header, content) },
    { ...common, name: `Download ${what}`, act: press(`Download ${what}`), message, done: saves(fileName, content) },
    { ...common, name: `Copy ${what}`, act: press(`Copy ${what}`), message, done: copies(content) },
    {
      ...common,
      name: `Save ${what} as`,
      act: press(`Other formats of ${what}`),
      message,
      done: seesDialog(`${what} in other formats`),
    },
  ]
}

const ready: Action['ready'] = async (page) => {
  await expect(row(page, 'CA Certificate')).toContainText('2034')
  await minutesLater(page)
}
const ofKafka = { url: paths.service('events'), requests: REQUESTS.user, ready } as const
const ofPostgres = { url: paths.service('orders-db'), requests: REQUESTS.user, ready } as const
const CA_MESSAGE = inRow('CA Certificate')
const ALL_MESSAGE = inRow('All files')

const selectOne: Action['ready'] = async (page) => {
  await page.getByRole('checkbox', { name: 'Select orders-db', exact: true }).check()
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
  // The list has asked for the CA as well: only one that is older is asked for again.
  await page.waitForLoadState('networkidle')
  await minutesLater(page)
}

export const FILES: readonly Action[] = [
  ...ofFile('CA certificate', ['CA Certificate', 'ca.pem', apiCa], {
    url: paths.service('orders-db'),
    requests: REQUESTS.ca,
    ready,
  }),
  {
    name: 'Make a trust store',
    url: paths.service('orders-db'),
    requests: REQUESTS.ca,
    ready,
    act: press('Trust store'),
    message: (page) => CA_MESSAGE(page).last(),
    done: seesDialog('Trust store of project demo-shop'),
  },
  ...ofFile('access key', ['Access Key', 'service.key', key], ofKafka),
  ...ofFile('access certificate', ['Access Certificate', 'service.cert', certificate], ofKafka),
  {
    ...ofKafka,
    name: 'Download all three files: the user',
    act: press('Download all three files'),
    message: ALL_MESSAGE,
    done: savesOne('events-avnadmin.zip'),
  },
  {
    ...ofKafka,
    name: 'Download all three files: the CA',
    requests: REQUESTS.ca,
    act: press('Download all three files'),
    message: ALL_MESSAGE,
    done: savesOne('events-avnadmin.zip'),
  },
  {
    ...ofKafka,
    name: 'Make key stores',
    act: press('Key stores'),
    message: ALL_MESSAGE,
    done: seesDialog('Key stores for avnadmin'),
  },
  {
    ...ofPostgres,
    name: 'Show a password',
    act: press('Show password'),
    message: inRow('Password'),
    done: async (page) => expect(row(page, 'Password')).toContainText(await password()),
  },
  {
    ...ofPostgres,
    name: 'Copy a password',
    act: press('Copy Password'),
    message: inRow('Password'),
    done: copies(password),
  },
  {
    ...ofPostgres,
    name: 'Show the service URI',
    act: press('CLICK_TO:REVEAL_PASSWORD'),
    message: inRow('Password'),
    done: async (page) => expect(row(page, 'Service URI')).toContainText(await password()),
  },
  {
    name: 'Users: show a password',
    url: usersPage,
    requests: REQUESTS.user,
    ready: offers('Show password'),
    act: press('Show password'),
    message: inRow('Password'),
    done: async (page) => expect(row(page, 'Password').last()).toContainText((await user()).password),
  },
  {
    name: 'Users: download access key',
    url: usersPage,
    requests: REQUESTS.user,
    ready: offers('Download access key'),
    act: press('Download access key'),
    message: inRow('Access Key'),
    done: saves('service.key', key),
  },
  {
    name: 'Connect: put the password in',
    url: paths.connect('events', '?auth=sasl&ca=letsencrypt&client=kcat&os=linux'),
    requests: REQUESTS.user,
    ready: offers('Insert the password'),
    act: press('Insert the password'),
    message: inMain,
    done: async (page) => expect(main(page)).toContainText((await user()).password),
  },
  {
    name: 'Connect: download the bundle',
    url: paths.connect('events', '?client=kcat&os=linux'),
    requests: REQUESTS.user,
    ready: (page) => expect(row(page, 'CA Certificate')).toContainText('2034'),
    act: press('Download bundle'),
    message: inMain,
    done: savesOne('events-kcat.zip'),
  },
  {
    name: 'Rotation: download CA certificate',
    url: '/project/demo-rotation/ca-rotation',
    requests: REQUESTS.ca,
    ready: async (page) => {
      await expect(main(page).getByTestId('rotating')).toBeVisible()
      await minutesLater(page)
    },
    act: press('Download CA certificate'),
    message: (page) => inMain(page).last(),
    restored: (page) => main(page).getByRole('button', { name: 'Download CA certificate' }),
    done: saves('ca.pem', () => apiCa('demo-rotation')),
  },
  {
    name: 'Selection: download CA',
    url: paths.services(),
    requests: REQUESTS.ca,
    ready: selectOne,
    act: press('Download CA'),
    message: inMain,
    done: saves('demo-shop-ca.pem', apiCa),
  },
  {
    name: 'Selection: download the bundle',
    url: paths.services(),
    requests: REQUESTS.ca,
    ready: selectOne,
    act: press('Download bundle'),
    message: inMain,
    done: savesOne('aiven-bundles.zip'),
  },
]
