/** Every search field searches for a possible secret without writing it into the URL. */
import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { makeTimersMovable } from '../../app/testing/movable-timers.ts'
import { renderApp } from '../../app/testing/render-app.tsx'
import { SECRETS } from './testing/secrets.ts'

const PG = '/project/demo-shop/services/orders-db'
const KAFKA = '/project/demo-shop/services/events'

/** Where to find each file's search fields, and whether the URL contains the search. */
const PLACES: Readonly<Record<string, readonly (readonly [url: string, field: string, inUrl: boolean])[]>> = {
  'pages/service-list/service-browser.tsx': [['/project/demo-shop/services', 'Search services', true]],
  'pages/certificates/certificate-filters.tsx': [['/certificates', 'Search certificates', true]],
  'pages/event-log/event-filters.tsx': [['/project/demo-shop/event-log', 'Search events', true]],
  'pages/service/logs/log-bar.tsx': [[`${PG}/logs`, 'Search logs', false]],
  'pages/service/settings/config-settings.tsx': [[`${PG}/settings`, 'Search settings', true]],
  // Fields that aren't in the URL, and appear only with many rows.
  'pages/service/settings/searchable-table.tsx': [],
  'pages/service/acl/acl-page.tsx': [[`${KAFKA}/acl`, 'Search entries', true]],
  'pages/service/acl/access-panel.tsx': [[`${KAFKA}/acl`, 'Topic', true]],
  'pages/service/topics/topics-page.tsx': [[`${KAFKA}/topics`, 'Search topics', true]],
  'pages/service/databases/databases-page.tsx': [[`${PG}/databases`, 'Search databases', true]],
  'pages/service/indexes/indexes-page.tsx': [['/project/demo-shop/services/search/indexes', 'Search indexes', true]],
  // No service of the mock has two pools, and one pool needs no search.
  'pages/service/connection-pools/pools-page.tsx': [],
  'pages/service/users/users-page.tsx': [[`${KAFKA}/users`, 'Search users', true]],
}

/** Each takes a moment per page; `secret-like.test.ts` tests the others against the rule itself. */
const SOME = SECRETS.filter(([what]) => ['a service URI', "Aiven's own password", 'a private key'].includes(what))

const sources = import.meta.glob<string>(['../../{pages,features,app}/**/*.tsx', '!**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const filesWith = (pattern: RegExp) =>
  Object.entries(sources)
    .filter(([, text]) => pattern.test(text))
    .map(([path]) =>
      path
        .replace(/^\.\.\/\.\.\//, '')
        .replace(/^\.\//, 'features/search/')
        .replace(/^\.\.\//, 'features/'),
    )

it('every search field checks its text for secrets', () => {
  const found = filesWith(/<(SearchField|ListTools|ResourceList)\b/).filter(
    (path) => !path.startsWith('features/resources/'),
  )
  expect(found.toSorted()).toEqual(Object.keys(PLACES).toSorted())
  // Fields that find a project or a client never write the URL.
  expect(filesWith(/ui\/text-field\.tsx/).toSorted()).toEqual([
    'app/project-menu.tsx',
    'features/search/search-field.tsx',
    'pages/service/connect/client-tiles.tsx',
  ])
})

it.each(Object.values(PLACES).flat())('%s: %s', async (url, name, inUrl) => {
  makeTimersMovable()
  const app = await renderApp(url)
  const field = page.getByRole('searchbox', { name, exact: true })
  const urls: string[] = []
  const troubleshoot = page.getByRole('button', { name: 'Troubleshoot this' })
  const look = async (text: string) => {
    await userEvent.fill(field, text)
    // Longer than the delay after which any field writes the URL.
    await vi.advanceTimersByTimeAsync(450)
    urls.push(app.url())
    await userEvent.tab()
    urls.push(app.url())
    await expect.element(field).toHaveValue(text)
  }
  await look('orders')
  expect(urls.some((seen) => seen.includes('orders', url.length))).toBe(inUrl)
  for (const [, text] of SOME) {
    await look(text)
    await expect.element(troubleshoot).toBeVisible()
  }
  expect(urls.filter((seen) => /S3cret/i.test(decodeURIComponent(seen)))).toEqual([])
  expect(JSON.stringify([localStorage, sessionStorage, document.title])).not.toContain('S3cret')
  expect(
    app.queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryHash }) => queryHash)
      .join(''),
  ).not.toContain('S3cret')
  // If the user goes on typing a name, the URL contains it again.
  await look('orders')
  await expect.element(troubleshoot).not.toBeInTheDocument()
})

it('hands a pasted text to Troubleshoot', async () => {
  const app = await renderApp('/project/demo-shop/services')
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search services' }), SECRETS[0]?.[1] ?? '')
  await userEvent.click(page.getByRole('button', { name: 'Troubleshoot this' }))
  await expect.poll(app.url).toBe('/check')
  await expect.element(page.getByRole('main')).toHaveTextContent('orders-db.example.com')
})
