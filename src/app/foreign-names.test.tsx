/** Names that reverse what follows them, or are in a right-to-left script: on no page do they reorder what is beside them. */
import { expect, describe, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from './testing/render-app.tsx'

const REVERSING = 'שלום\u202e'
/** The keys of names that may contain any character. */
const NAMES = new Set(
  'application_name database database_name datname index_name pool_name topic topic_name usename username'.split(' '),
)
/** These names stand in addresses, and say what a thing is. */
const KEPT = /^(avnadmin|appuser|defaultdb|__|postgres$)/

const reverse = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => reverse(item, key === 'databases' ? 'database_name' : key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reverse(inner, name)]))
  return typeof value === 'string' && NAMES.has(key) && !KEPT.test(value) ? REVERSING + value : value
}

/** Texts with a reversing name beside something else, in a part that isn't isolated from it. */
const spilling = (): string[] => {
  const found = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.nodeValue?.includes(REVERSING) !== true) continue
    let part = node.parentElement
    for (; part !== null; part = part.parentElement) {
      const { unicodeBidi, display } = getComputedStyle(part)
      if (unicodeBidi.includes('isolate') || display !== 'inline') break
    }
    if (part === null || part.closest('option, title, style, script') !== null) continue
    // No name has a space: what has one is more than a name. A plain string isolates it by itself.
    const rest = part.textContent.replaceAll(/\u2068[^\u2069]*\u2069/g, '')
    if (rest.includes(REVERSING) && (!rest.startsWith(REVERSING) || rest.includes(' '))) found.add(part.outerHTML)
  }
  return [...found]
}

const service = (name: string, rest: string) => `/project/demo-shop/services/${name}/${rest}`

describe('foreign names are isolated', () => {
  it.each<readonly [page: string, url: string]>([
    ['users', service('events', 'users')],
    ['overview', service('events', 'overview')],
    ['certificates', '/certificates'],
    ['current queries', service('orders-db', 'current-queries')],
    ['topics', service('events', 'topics')],
    ['ACL', service('events', 'acl')],
    ['databases', service('orders-db', 'databases')],
    ['indexes', service('search', 'indexes')],
    ['pools', service('orders-db', 'connection-pools')],
  ])('%s, and the dialogs of a name', async (_, url) => {
    await renderApp(url, { tamper: (_path, body) => reverse(body) })
    await expect.poll(() => document.querySelector('main')?.textContent).toContain(REVERSING)
    await expect.element(page.getByText(/^Loading/).first()).not.toBeInTheDocument()
    expect(spilling()).toEqual([])
    const actions = [...document.querySelectorAll<HTMLElement>('main button')].filter(({ ariaLabel }) =>
      /^(Open|Edit|Delete) .*\u202e/.test(ariaLabel ?? ''),
    )
    for (const action of new Map(actions.map((one) => [one.textContent, one])).values()) {
      action.click()
      await expect
        .poll(() => document.querySelector('dialog') ?? (action.ariaExpanded === 'true' || null))
        .not.toBeNull()
      expect(spilling()).toEqual([])
      document.querySelector('dialog')?.close()
    }
  })
})
