/** What the actions are made of. */
import type { Page } from '@playwright/test'

import { digest, expect, paths, PROJECT, row, TODAY } from '../fixtures.ts'
import type { Action } from './action.ts'

const inProject = (rest: string): RegExp => new RegExp(`^GET /v1/project/[^/]+${rest}$`)

export const REQUESTS = {
  me: /^GET \/v1\/me$/,
  projects: /^GET \/v1\/project$/,
  services: inProject(String.raw`/service\?.*`),
  service: inProject(String.raw`/service/[^/]+\?.*`),
  user: inProject(String.raw`/service/[^/]+/user/[^/]+\?.*`),
  ca: inProject('/kms/ca'),
  servicesOfOne: new RegExp(`^GET /v1/project/${PROJECT}/service\\?`),
  caOfOne: new RegExp(`^GET /v1/project/${PROJECT}/kms/ca$`),
} as const

type Message = Action['message']

export const main = (page: Page) => page.getByRole('main')

export const inMain: Message = (page) => main(page).getByRole('alert')

/** Of one of several projects. */
export const ofProject: Message = (page) => inMain(page).filter({ hasText: PROJECT })

export const inRow =
  (header: string): Message =>
  (page) =>
    row(page, header).last().getByRole('alert')

export const inDialog: Message = (page) => page.getByRole('dialog').getByRole('alert')

/** A page of a service. */
export const servicePage = (service: string, page: string, search = '') =>
  paths.service(service).replace(/overview$/, `${page}${search}`)

export const usersPage = paths.service('events', '?user=avnadmin').replace('overview', 'users')

export const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()

/** The CA was fetched along with the page; minutes later it is too old to be handed out. */
export const minutesLater = (page: Page) => page.clock.setSystemTime(TODAY.getTime() + 180_000)

/** The page is there, as far as it has what is pressed next. */
export const offers =
  (name: string): NonNullable<Action['ready']> =>
  (page) =>
    expect(main(page).getByRole('button', { name, exact: true })).toBeVisible()

export const press =
  (name: string | RegExp, scope: (page: Page) => ReturnType<typeof main> = main): NonNullable<Action['act']> =>
  (page) =>
    scope(page).getByRole('button', { name, exact: true }).click()

export const saves =
  (name: string, content: () => Promise<string>): Action['done'] =>
  async (_, { saved }) => {
    const wanted = `${name} ${digest(await content())}`
    await expect.poll(saved).toEqual([wanted])
  }

/** Archives and stores differ each time: only their names are known. */
export const savesOne =
  (name: string): Action['done'] =>
  async (_, { saved }) => {
    await expect.poll(async () => (await saved()).map((file) => file.replace(/ [0-9a-f]{64}$/, ''))).toEqual([name])
  }

export const copies =
  (content: () => Promise<string>): Action['done'] =>
  async (_, { copied }) => {
    const wanted = digest(await content())
    await expect.poll(copied).toEqual([wanted])
  }
