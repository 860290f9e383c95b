/** Nothing that the API sends is executed, and no secret appears before the user requests it. */
import type { Page } from '@playwright/test'

import { expect, paths, row, test } from './fixtures.ts'

const users = (search: string) => paths.service('events', search).replace('/overview', '/users')
const dialog = (page: Page) => page.getByRole('dialog')
const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()

/** Every page and the dialogs on it: a URL, and how to open what is checked. */
const PLACES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['/projects', (page) => expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()],
  [
    `${paths.services()}?columns=name,status,ca,cloud,nodes,tags`,
    async (page) => {
      await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
      await page.getByRole('button', { name: /^Project/ }).click()
      await expect(page.getByRole('list', { name: 'Projects' }).getByRole('link').first()).toBeVisible()
    },
  ],
  // Projects whose names aren't what they were have no services: that is told in place of the list.
  [
    '/services',
    (page) =>
      expect(
        page.getByRole('table', { name: 'Services' }).or(page.getByRole('main').getByRole('alert')).first(),
      ).toBeVisible(),
  ],
  [paths.service('events'), (page) => expect(row(page, 'Access Key')).toBeVisible()],
  [paths.service('events', '?auth=sasl'), (page) => expect(row(page, 'Service URI')).toBeVisible()],
  [
    paths.service('orders-db'),
    async (page) => {
      await row(page, 'CA Certificate').getByRole('button', { name: 'Why?' }).click()
      await expect(dialog(page)).toBeVisible()
    },
  ],
  [users('?user=avnadmin'), (page) => expect(page.getByRole('table', { name: 'Service users' })).toBeVisible()],
  [paths.connect('events'), heading],
  [paths.connect('orders-db', '?client=psycopg'), heading],
  [
    '/certificates',
    (page) =>
      expect(
        page
          .getByRole('main')
          .getByText(/certificates?/)
          .first(),
      ).toBeVisible(),
  ],
  ['/project/demo-rotation/ca-rotation', heading],
  ['/check', heading],
  [
    '/tls-requirements',
    async (page) => {
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await expect(dialog(page).getByRole('option').first()).toBeVisible()
    },
  ],
]

/** Elements and URLs that aren't the app's, and whether any script ran. */
const injected = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => [
    ...('ran' in globalThis ? ['a script ran'] : []),
    ...[
      ...document.querySelectorAll('script:not([src^="/"]), img:not([src="/icon.svg"]), svg[onload], iframe, object'),
    ].map((element) => element.outerHTML),
    ...[...document.querySelectorAll<HTMLElement>('[href], [src], [action], [formaction]')]
      .flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name) ?? ''))
      .filter((address) => /^\s*(javascript|data|vbscript):/i.test(address)),
    ...[...document.querySelectorAll('*')]
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => name.startsWith('on')),
  ])

for (const scenario of ['markup', 'markup-alone'] as const) {
  test(`scenario ${scenario}: on no page does what the API sends run, or become an element or an address`, async ({
    page,
  }) => {
    test.slow()
    let told = 0
    for (const [index, [address, prepare]] of PLACES.entries()) {
      await page.goto(index === 0 ? `${address}?scenario=${scenario}` : address)
      // Where nothing is but markup, there is less to see.
      if (scenario === 'markup') await prepare(page)
      else await heading(page)
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      expect(await injected(page), address).toEqual([])
      told += await page.getByText('onerror="ran=1"').count()
    }
    // The markup was sent, and shown as text.
    expect(told).toBeGreaterThan(10)
  })
}

test('an injected element, address and script would be seen', async ({ page }) => {
  await page.goto('/projects')
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.setAttribute('href', ' javascript:void(0)')
    document.body.append(link, document.createElement('iframe'))
    Object.assign(globalThis, { ran: 1 })
  })
  expect(await injected(page)).toHaveLength(3)
})

test.describe('the policy', () => {
  // Here it is expected; anywhere else it would fail the test.
  test.use({ expected: /^(error|uncaught|policy): / })
  test('a violation is reported, and would fail the test in which it happens', async ({ page, messages }) => {
    await page.goto('/projects')
    await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<p>')
      } catch {
        // Refused as expected: the report fails the test.
      }
    })
    await expect.poll(() => messages).toContainEqual(expect.stringMatching(/^policy: require-trusted-types-for/))
  })
})

const SECRETS = /AVNS_|PRIVATE KEY/

/** Everywhere a page may contain or leave something: the document, and what outlives it. */
const traces = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => ({
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join('\n'),
    address: location.href,
    title: document.title,
    history: JSON.stringify(history.state),
    storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    cookies: document.cookie,
    caches: (await caches.keys()).join('\n'),
    databases: (await indexedDB.databases()).map(({ name }) => name).join('\n'),
    workers: String((await navigator.serviceWorker.getRegistrations()).length),
  }))

test('the API sends secrets unasked: none is on any page, or left anywhere', async ({ page }) => {
  test.slow()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url(), request.postData() ?? ''))
  for (const [index, [address, prepare]] of PLACES.entries()) {
    const [path = '', search = ''] = address.split('?')
    await page.goto(index === 0 ? `${path}?${search}&scenario=secrets-unasked` : address)
    await prepare(page)
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    const found = await traces(page)
    for (const [where, text] of Object.entries(found)) expect(text, `${address}: ${where}`).not.toMatch(SECRETS)
    expect(found).toMatchObject({ cookies: '', caches: '', databases: '', workers: '0' })
  }
  expect(addresses.filter((address) => SECRETS.test(address))).toEqual([])
})

test('a secret that was shown leaves with its page, and is nowhere else meanwhile', async ({ page }) => {
  for (const [address, what] of [
    [paths.service('orders-db'), 'password'],
    [users('?user=avnadmin'), 'access key'],
    [users('?user=avnadmin'), 'password'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('button', { name: `Show ${what}` }).click()
    await expect(page.getByRole('main').getByText(SECRETS).first()).toBeVisible()
    const { document: shown = '', fields: _, ...left } = await traces(page)
    expect(shown).toMatch(SECRETS)
    expect(JSON.stringify(left)).not.toMatch(SECRETS)
    await page.getByRole('navigation').getByRole('link', { name: 'TLS requirements' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'TLS requirements' })).toBeVisible()
    expect(JSON.stringify(await traces(page))).not.toMatch(SECRETS)
    await page.goBack()
    await expect(page.getByRole('button', { name: `Show ${what}` })).toBeVisible()
    expect(JSON.stringify(await traces(page))).not.toMatch(SECRETS)
  }
})
