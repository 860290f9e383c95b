/** Opens every page that uses the API while one of its requests fails. */
import { expect, paths, PROJECT, row } from '../fixtures.ts'
import type { Action } from './action.ts'
import { inMain, inRow, servicePage, main, ofProject, REQUESTS, usersPage } from './parts.ts'

type Opening = Pick<Action, 'name' | 'url' | 'requests' | 'message' | 'meanwhile' | 'done'>

const seesService: Action['done'] = (page) =>
  expect(main(page).getByRole('link', { name: 'orders-db', exact: true })).toBeVisible()

const seesUsers: Action['done'] = (page) =>
  expect(page.getByRole('table', { name: 'Credentials of avnadmin' })).toBeVisible()

const seesCertificate: Action['done'] = async (page) => {
  await expect(page.getByRole('row').filter({ hasText: 'audit-consumer' }).first()).toBeVisible()
  await expect(ofProject(page)).toHaveCount(0)
}

const seesRotation: Action['done'] = (page) => expect(main(page).getByTestId('rotating')).toBeVisible()

const ROTATION = '/project/demo-rotation/ca-rotation'

export const OPENINGS: readonly Opening[] = [
  {
    name: 'Open the projects',
    url: '/projects',
    requests: REQUESTS.projects,
    message: inMain,
    done: (page) => expect(main(page).getByRole('link', { name: PROJECT, exact: true })).toBeVisible(),
  },
  {
    name: 'Open the services of a project',
    url: paths.services(),
    requests: REQUESTS.services,
    message: inMain,
    done: seesService,
  },
  {
    name: 'Open all services: the projects',
    url: '/services',
    requests: REQUESTS.projects,
    message: inMain,
    done: seesService,
  },
  {
    name: 'Open all services: one project',
    url: '/services',
    requests: REQUESTS.servicesOfOne,
    message: ofProject,
    meanwhile: [
      'The rest of the list, and how many projects have answered',
      (page) => main(page).getByRole('progressbar'),
    ],
    done: seesService,
  },
  {
    name: 'Open the metrics',
    url: paths.service('orders-db').replace('overview', 'metrics'),
    requests: /^POST .*\/service\/orders-db\/metrics$/,
    message: inMain,
    done: (page) => expect(page.getByRole('figure').first()).toBeVisible(),
  },
  {
    name: 'Open the logs',
    url: paths.service('orders-db').replace('overview', 'logs'),
    requests: /^POST .*\/service\/orders-db\/logs$/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Logs' })).toBeVisible(),
  },
  {
    name: 'Open a service',
    url: paths.service('orders-db'),
    requests: REQUESTS.service,
    message: inMain,
    done: (page) => expect(row(page, 'Host')).toBeVisible(),
  },
  {
    name: 'Open a service: its CA',
    url: paths.service('orders-db'),
    requests: REQUESTS.ca,
    message: inRow('CA Certificate'),
    meanwhile: ['The page, without the dates of the CA', (page) => row(page, 'CA Certificate')],
    done: (page) => expect(row(page, 'CA Certificate')).toContainText('2034'),
  },
  {
    name: 'Open the users of a service',
    url: usersPage,
    requests: REQUESTS.service,
    message: inMain,
    done: seesUsers,
  },
  {
    name: 'Open Connect',
    url: paths.connect('orders-db', '?os=linux'),
    requests: REQUESTS.service,
    message: inMain,
    done: (page) => expect(page.getByRole('region', { name: 'command to run' })).toBeVisible(),
  },
  {
    name: 'Open the certificates: the projects',
    url: '/certificates',
    requests: REQUESTS.projects,
    message: inMain,
    done: seesCertificate,
  },
  {
    name: 'Open the certificates: the services of one project',
    url: '/certificates',
    requests: REQUESTS.servicesOfOne,
    message: ofProject,
    meanwhile: ['How many projects have been looked at', (page) => main(page).getByRole('progressbar')],
    done: seesCertificate,
  },
  {
    name: 'Open the certificates: the CA of one project',
    url: '/certificates',
    requests: REQUESTS.caOfOne,
    message: ofProject,
    meanwhile: ['How many projects have been looked at', (page) => main(page).getByRole('progressbar')],
    done: seesCertificate,
  },
  {
    name: 'Open a rotation: the CA',
    url: ROTATION,
    requests: REQUESTS.ca,
    message: inMain,
    done: seesRotation,
  },
  {
    name: 'Open a rotation: the services',
    url: ROTATION,
    requests: REQUESTS.services,
    message: inMain,
    done: seesRotation,
  },
  {
    name: 'Open the topics',
    url: servicePage('events', 'topics'),
    requests: /^GET .*\/topic$/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Topics' })).toBeVisible(),
  },
  {
    name: 'Open the ACL',
    url: servicePage('events', 'acl'),
    requests: /^GET .*\/kafka\/acl$/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'ACL' })).toBeVisible(),
  },
  {
    name: 'Open the event log',
    url: `/project/${PROJECT}/event-log`,
    requests: /^GET .*\/events\?/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Events' })).toBeVisible(),
  },
  {
    name: 'Open the backups',
    url: servicePage('orders-db', 'backups'),
    requests: /^GET .*\/service\/orders-db\/backups$/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Backups' })).toBeVisible(),
  },
  {
    name: 'Open the current queries',
    url: servicePage('orders-db', 'current-queries'),
    requests: /^POST .*\/query\/activity$/,
    message: inMain,
    done: (page) => expect(page.getByRole('table', { name: 'Current queries' })).toBeVisible(),
  },
]
