/** Changes of each kind on the live build: the same script in every engine, checked in the API. */
import assert from 'node:assert/strict'

import { until, type User } from './user.ts'

const PROJECT = '/project/demo-shop'
const service = (name: string, page: string) => `${PROJECT}/services/${name}/${page}`
const TOKEN = 'of-the-engines'

/** A service, read directly from the API. */
const ask = async ({ origin }: User, name: string): Promise<Record<string, unknown>> => {
  const url = `${origin}/v1${PROJECT}/service/${name}?include_secrets=false`
  const response = await fetch(url, { headers: { authorization: `aivenv1 ${TOKEN}` } })
  return ((await response.json()) as { service?: Record<string, unknown> }).service ?? {}
}

/** Waits until a service in the API meets a condition. */
const waitForService = (user: User, name: string, holds: (told: Record<string, unknown>) => boolean) =>
  until(`the API to tell so of ${name}`, async () => holds(await ask(user, name)))

const usersOf = ({ users }: Record<string, unknown>): string[] =>
  (users as { username: string }[]).map(({ username }) => username)

const tagsOf = ({ tags }: Record<string, unknown>) => tags as Readonly<Record<string, string>>

const setTag = async (user: User, button: string) => {
  await user.fill('Key', 'owner')
  await user.fill('Value', 'ada')
  await user.click('button', button)
}

/** Opens a page of the live build, signed in. */
const openSignedIn = async (user: User, path: string) => {
  await user.goTo('/tls-requirements')
  await user.page(`sessionStorage.setItem('token', '${TOKEN}')`)
  await user.goTo(path)
}

export const WRITES: Readonly<Record<string, (user: User) => Promise<void>>> = {
  'live: create a service': async (user) => {
    await openSignedIn(user, `${PROJECT}/new-service?serviceType=valkey`)
    await user.see('radio', 'hobbyist*')
    await user.fill('Service name', 'by-engine')
    await user.click('button', 'Create service')
    await user.see('heading', 'by-engine')
    await waitForService(
      user,
      'by-engine',
      ({ service_type, plan }) => service_type === 'valkey' && plan === 'hobbyist',
    )
  },

  'live: change a setting': async (user) => {
    await openSignedIn(user, service('orders-db', 'settings'))
    await user.click('button', 'Add tag')
    await setTag(user, 'Set tag')
    assert.equal(tagsOf(await ask(user, 'orders-db'))['owner'], undefined)
    await user.click('button', 'Save')
    await waitForService(user, 'orders-db', (now) => tagsOf(now)['owner'] === 'ada' && tagsOf(now)['env'] === 'prod')
  },

  'live: create and delete a user': async (user) => {
    await openSignedIn(user, service('events', 'users'))
    await user.click('button', 'Create user')
    await user.see('dialog', 'Create user')
    // The focus is in the first field.
    await user.tab.type('ada')
    await user.tab.press('Enter')
    await user.see('table', 'Credentials of ada')
    await waitForService(user, 'events', (now) => usersOf(now).includes('ada'))
    await user.click('button', 'Delete user ada')
    await user.see('dialog', '*ada*')
    await user.click('button', 'Delete user')
    await waitForService(user, 'events', (now) => !usersOf(now).includes('ada'))
  },

  'live: power off, from the menu': async (user) => {
    await openSignedIn(user, service('sessions', 'overview'))
    await user.click('button', 'Actions')
    await user.click('menuitem', 'Power off')
    await user.see('dialog', '*sessions*')
    await user.click('button', 'Power off')
    await waitForService(user, 'sessions', ({ state }) => state === 'POWEROFF')
  },

  'live: a tag for several services': async (user) => {
    await openSignedIn(user, `${PROJECT}/services`)
    await user.click('checkbox', 'Select sessions')
    await user.click('checkbox', 'Select connectors')
    await user.click('button', 'Change')
    await user.click('menuitem', 'Add a tag')
    await user.see('dialog', '*')
    await setTag(user, 'Add tag')
    for (const name of ['sessions', 'connectors'])
      await waitForService(user, name, (now) => tagsOf(now)['owner'] === 'ada')
  },
}
