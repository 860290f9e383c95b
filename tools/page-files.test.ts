import { describe, expect, it } from 'vitest'

import { pageGroups } from './page-files.ts'

const SERVICE = '/x/src/pages/service/route.ts'
const HOME = '/x/src/pages/home/route.ts'
const PAGES = ['acl', 'backups', 'logs', 'metrics', 'topics', 'users']

/** What each module imports, and what each route loads when it is entered. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  '/x/src/pages/home/home-page.tsx': ['every.ts', 'home-and-acl.ts'],
  '/x/src/pages/service/frame.tsx': ['frame-part.ts'],
  ...Object.fromEntries(
    PAGES.map((page) => [`/x/src/pages/service/${page}/${page}-page.tsx`, ['every.ts', 'inside.ts']]),
  ),
  '/x/src/pages/service/acl/acl-page.tsx': ['every.ts', 'inside.ts', 'home-and-acl.ts', 'lists.ts', 'acl-only.ts'],
  '/x/src/pages/service/users/users-page.tsx': ['every.ts', 'inside.ts', 'lists.ts'],
  'lists.ts': ['below-lists.ts'],
  'dialog.tsx': ['acl-only.ts', 'lists.ts'],
}
const LOADS: Readonly<Record<string, readonly string[]>> = {
  [HOME]: ['/x/src/pages/home/home-page.tsx'],
  [SERVICE]: Object.keys(IMPORTS).filter((id) => id.startsWith('/x/src/pages/service/')),
  // Not a page: what only a dialog needs isn't asked for with one.
  '/x/src/pages/service/acl/acl-page.tsx': ['dialog.tsx'],
}
const importersIn = (graph: typeof IMPORTS, id: string) =>
  Object.keys(graph).filter((from) => graph[from]?.includes(id))

const bundler = {
  getModuleInfo: (id: string) => ({
    importers: importersIn(IMPORTS, id),
    dynamicImporters: importersIn(LOADS, id),
    dynamicallyImportedIds: LOADS[id] ?? [],
  }),
}

/** The first group that takes a module, and the file's name there. */
const place = (id: string) => {
  const names = pageGroups().map(({ name }) => name(id, bundler))
  const group = names.findIndex((name) => name !== null)
  return { group, file: names[group] ?? null }
}

describe('the file that a module goes into', () => {
  it.each([
    ['every.ts', 'pages'],
    ['inside.ts', 'service-pages'],
    // A service's pages all stand in its frame.
    ['frame-part.ts', 'service-pages'],
    ['lists.ts', 'acl-users'],
    ['below-lists.ts', 'acl-users'],
    ['home-and-acl.ts', 'home-acl'],
    ['acl-only.ts', null],
    ['dialog.tsx', null],
  ])('%s: %s', (id, file) => {
    expect(place(id).file).toBe(file)
  })

  it('is chosen for what more pages need first: groups take along what their modules import', () => {
    const groups = ['every.ts', 'inside.ts', 'lists.ts'].map((id) => place(id).group)
    expect(groups).toEqual(groups.toSorted((one, other) => one - other))
    expect(new Set(groups).size).toBe(groups.length)
  })
})
