/**
 * Which file of the build a module goes into. What several pages need is with what the same pages need; what many pages need
 * is one file. Pages and what they need come from the imports, so any module may move (docs/decisions/0061-plain-build.md).
 */
import { basename, dirname, relative } from 'node:path'

/** The used part of what the bundler knows about a module. */
interface ModuleInfo {
  readonly importers: readonly string[]
  readonly dynamicImporters: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}

interface Bundler {
  readonly getModuleInfo: (id: string) => ModuleInfo | null
}

type Look = Bundler['getModuleInfo']

/** From so many pages on, one file less is worth more to each than the bytes that some of them don't need. */
const MANY = 6

const isRoute = (id: string): boolean => /\/src\/pages\/(?:[^/]+\/)*route\.ts$/.test(id)

/** The folder below a route's own that a lazy file is in: a page inside, such as `overview`; undefined beside `route.ts`. */
const inside = (route: string, id: string): string | undefined => {
  const [folder = '', ...rest] = relative(dirname(route), id).split('/')
  return rest.length > 0 ? folder : undefined
}

/** The pages for which a route imports a file. What is beside `route.ts` is for all of them, like the frame of a service's pages. */
const pagesFor = (route: string, id: string, look: Look): readonly string[] => {
  const own = basename(dirname(route))
  const folder = inside(route, id)
  if (folder !== undefined) return [`${own}/${folder}`]
  const folders = (look(route)?.dynamicallyImportedIds ?? []).flatMap((other) => inside(route, other) ?? [])
  return folders.length > 0 ? [...new Set(folders)].map((page) => `${own}/${page}`) : [own]
}

/** The pages that can't be shown without a module, as "service/overview" or "home", sorted. */
const pagesThatNeed = (id: string, look: Look): readonly string[] => {
  const pages = new Set<string>()
  const above = new Set([id])
  for (const each of above) {
    const info = look(each)
    for (const importer of info?.importers ?? []) above.add(importer)
    for (const route of info?.dynamicImporters.filter(isRoute) ?? []) {
      for (const page of pagesFor(route, each, look)) pages.add(page)
    }
  }
  return [...pages].toSorted()
}

/** The file that what these pages need goes into; null where at most one needs it, and the bundler's default is right. */
const fileFor = (pages: readonly string[]): string | null => {
  if (pages.length < 2) return null
  if (pages.length < MANY) return pages.map((page) => basename(page)).join('-')
  const routes = new Set(pages.map((page) => dirname(page)))
  return routes.size === 1 && !routes.has('.') ? `${[...routes].join('')}-pages` : 'pages'
}

/**
 * The bundler's groups. A group takes with it what its modules import, if no earlier one has it. What a module imports is
 * needed by at least the same pages, so what more pages need comes first.
 */
export const pageGroups = () => {
  const known = new Map<string, readonly string[]>()
  const pagesOf = (id: string, bundler: Bundler): readonly string[] => {
    const pages = known.get(id) ?? pagesThatNeed(id, (module) => bundler.getModuleInfo(module))
    known.set(id, pages)
    return pages
  }
  const group = (isMine: (pages: readonly string[], file: string | null) => boolean) => ({
    name: (id: string, bundler: Bundler): string | null => {
      const pages = pagesOf(id, bundler)
      const file = fileFor(pages)
      return isMine(pages, file) ? file : null
    },
  })
  return [
    group((_, file) => file === 'pages'),
    group(({ length }) => length >= MANY),
    ...Array.from({ length: MANY - 2 }, (_, index) => group(({ length }) => length === MANY - 1 - index)),
  ]
}
