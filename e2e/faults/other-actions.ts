/** Changes, and actions without their own page: signing in, searching, troubleshooting. */
import type { Page } from '@playwright/test'

import { apiCa, expect, paths, PROJECT } from '../fixtures.ts'
import type { Action } from './action.ts'
import { heading, inDialog, inMain, servicePage, main, minutesLater, offers, press, REQUESTS, saves } from './parts.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const banner = (page: Page) => page.getByRole('banner')
const palette = (page: Page) => page.getByRole('combobox', { name: 'Page, project or service' })

const openPalette = (page: Page) => banner(page).getByRole('button', { name: 'Search', exact: true }).click()

const checkText = async (page: Page) => {
  await page.getByLabel(/^Or paste a certificate/).fill(await apiCa())
  await page.getByRole('button', { name: 'Check text' }).click()
}

/** What was known of the projects is what is shown while they are asked for again. */
const projectsKnown: Action['ready'] = async (page) => {
  await heading(page)
  await page.waitForLoadState('networkidle')
  await minutesLater(page)
}

const isCompared: Action['done'] = async (page) => {
  await expect(main(page).getByTestId('compared')).toBeVisible()
  await expect(main(page).getByRole('article')).toContainText(PROJECT)
}

const COMPARING: NonNullable<Action['meanwhile']> = [
  'What can be said without the API, and that it is compared',
  (page) => main(page).getByTestId('comparing'),
]

const LOADING: NonNullable<Action['meanwhile']> = [
  'What is known, and that the rest is loading',
  (page) => dialog(page).getByText(/^Loading/),
]

export const OTHER_ACTIONS: readonly Action[] = [
  {
    name: 'Load older logs',
    url: paths.service('orders-db').replace('overview', 'logs'),
    requests: /^POST .*\/service\/orders-db\/logs$/,
    ready: offers('Load older'),
    act: press('Load older'),
    message: inMain,
    meanwhile: ['What is loaded', (page) => page.getByRole('table', { name: 'Logs' })],
    done: (page) => expect(main(page).getByTestId('loaded')).toHaveText('1,000 loaded'),
  },
  {
    name: 'Acknowledge a renewal',
    url: paths.service('events', '?user=invoices-sync'),
    requests: /^PUT .*\/user\/invoices-sync$/,
    ready: press('Acknowledge the renewal of invoices-sync'),
    act: press('Acknowledge', dialog),
    message: inDialog,
    done: (page) =>
      expect(
        main(page)
          .getByRole('status')
          .filter({ hasText: /^Acknowledged.*invoices-sync/ }),
      ).toBeVisible(),
    writes: true,
  },
  {
    name: 'Reset credentials',
    url: paths.service('events', '?reset=avnadmin'),
    requests: /^PUT .*\/user\/avnadmin\/credentials\/reset$/,
    ready: (page) => expect(dialog(page)).toBeVisible(),
    act: press('Reset avnadmin', dialog),
    message: inDialog,
    meanwhile: ['That it waits', (page) => dialog(page).locator('[aria-busy=true]')],
    done: (page) =>
      expect(
        dialog(page)
          .getByRole('status')
          .filter({ hasText: /avnadmin.* reset/ }),
      ).toBeVisible(),
    writes: true,
  },
  {
    name: 'Power off a service',
    url: paths.service('sessions', '?do=power-off'),
    requests: /^PUT .*\/service\/sessions\?/,
    ready: (page) => expect(dialog(page)).toBeVisible(),
    act: press('Power off', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('action-done')).toContainText('sessions'),
    writes: true,
  },
  {
    name: 'Delete a service',
    url: paths.service('sessions', '?do=delete'),
    requests: /^DELETE .*\/service\/sessions$/,
    ready: (page) => dialog(page).getByRole('textbox').fill('sessions'),
    act: press('Delete service', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('arrival')).toContainText('sessions'),
    writes: true,
  },
  {
    name: 'Delete a database',
    url: servicePage('orders-db', 'databases', '?do=delete-database&database=audit'),
    requests: /^DELETE .*\/db\/audit$/,
    ready: (page) => dialog(page).getByRole('textbox').fill('audit'),
    act: press('Delete database', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('list-outcome')).toContainText('audit'),
    writes: true,
  },
  {
    name: 'Delete an index',
    url: servicePage('search', 'indexes', '?do=delete-index&index=reviews'),
    requests: /^DELETE .*\/index\/reviews$/,
    ready: (page) => dialog(page).getByRole('textbox').fill('reviews'),
    act: press('Delete index', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('list-outcome')).toContainText('reviews'),
    writes: true,
  },
  {
    name: 'Create a user',
    url: servicePage('events', 'users', '?do=create-user'),
    requests: /^POST .*\/service\/events\/user$/,
    ready: (page) => dialog(page).getByRole('textbox', { name: 'Username' }).fill('ada'),
    act: press('Create user', dialog),
    message: inDialog,
    done: (page) => expect(page.getByRole('table', { name: 'Credentials of ada' })).toBeVisible(),
    writes: true,
  },
  {
    name: 'Create a topic',
    url: servicePage('events', 'topics', '?do=create-topic'),
    requests: /^POST .*\/service\/events\/topic$/,
    ready: (page) => dialog(page).getByRole('textbox', { name: 'Topic name' }).fill('returns'),
    act: press('Create topic', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('list-outcome')).toContainText('returns'),
    writes: true,
  },
  {
    name: 'Change a setting',
    url: servicePage('orders-db', 'settings'),
    requests: /^PUT .*\/service\/orders-db$/,
    ready: press('Turn off'),
    act: press('Turn off protection', dialog),
    message: inDialog,
    done: (page) => expect(main(page).getByTestId('protection-saved')).toContainText('orders-db'),
    writes: true,
  },
  {
    name: 'Rotation: check the users',
    url: '/project/demo-rotation/ca-rotation',
    requests: /^GET .*\/service\/[^/]+\?include_secrets=true$/,
    ready: offers('Check the users'),
    act: press('Check the users'),
    message: inMain,
    done: (page) => expect(page.getByRole('list', { name: 'Users and their CA' })).toBeVisible(),
  },
  {
    name: 'Check a certificate: the projects',
    url: '/check',
    requests: REQUESTS.projects,
    ready: projectsKnown,
    act: checkText,
    message: inMain,
    meanwhile: ['What can be said of the projects that are known', (page) => main(page).getByTestId('compared')],
    done: isCompared,
  },
  {
    name: 'Check a certificate: the CA of one project',
    url: '/check',
    requests: REQUESTS.caOfOne,
    ready: heading,
    act: checkText,
    message: (page) => main(page).getByTestId('compared').filter({ hasText: PROJECT }),
    meanwhile: COMPARING,
    done: isCompared,
  },
  {
    name: 'Sign in',
    url: `/sign-in?return=${encodeURIComponent(paths.services())}`,
    requests: REQUESTS.me,
    ready: (page) => page.getByLabel('Token').fill('the-token'),
    act: press('Sign in'),
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Services' })).toBeVisible(),
    signedOut: true,
  },
  {
    name: 'Switch the project',
    url: '/tls-requirements',
    requests: REQUESTS.projects,
    ready: projectsKnown,
    act: (page) =>
      banner(page)
        .getByRole('button', { name: /^Project/ })
        .click(),
    message: (page) => banner(page).getByRole('alert'),
    meanwhile: ['The projects that are known', (page) => banner(page).getByRole('link', { name: 'demo-analytics' })],
    done: (page) => expect(banner(page).getByRole('link', { name: 'demo-analytics' })).toBeVisible(),
  },
  {
    name: 'Go to: the projects',
    url: '/tls-requirements',
    requests: REQUESTS.projects,
    ready: projectsKnown,
    act: openPalette,
    message: inDialog,
    meanwhile: [
      'The projects that are known',
      (page) =>
        dialog(page)
          .getByRole('option', { name: /^demo-analytics/ })
          .first(),
    ],
    done: (page) =>
      expect(
        dialog(page)
          .getByRole('option', { name: /^demo-analytics/ })
          .first(),
      ).toBeVisible(),
  },
  {
    name: 'Go to: the services',
    url: paths.service('orders-db'),
    requests: REQUESTS.services,
    ready: heading,
    act: openPalette,
    message: inDialog,
    meanwhile: LOADING,
    done: (page) => expect(dialog(page).getByRole('option', { name: /^billing-mysql/ })).toBeVisible(),
  },
  {
    name: 'Go to: download CA',
    url: '/tls-requirements',
    requests: REQUESTS.ca,
    ready: async (page) => {
      await heading(page)
      await openPalette(page)
      await palette(page).fill(`download ca ${PROJECT}`)
      await expect(dialog(page).getByRole('option').first()).toContainText(PROJECT)
    },
    act: (page) => palette(page).press('Enter'),
    message: inDialog,
    done: saves(`${PROJECT}-ca.pem`, apiCa),
  },
]
