/** What a page's folder says of its route, in a file of its own that is loaded at once and must stay tiny. */
import type { ComponentType } from 'react'

import type { Backend } from '../../api/use-api.ts'

/** The parameters of a route's path, decoded. */
export type RouteParams = Readonly<Record<string, string | undefined>>

export interface PageRoute {
  readonly path: string
  /** The page's title and name everywhere, where it is always the same. */
  readonly title?: string
  /** The page's code, fetched when the route is entered. */
  readonly page: () => Promise<ComponentType>
  /** The code that starts the page's requests, fetched beside the page's; nobody waits for what it asks. */
  readonly loader?: () => Promise<(backend: Backend, params: RouteParams, search: URLSearchParams) => unknown>
  readonly children?: readonly PageRoute[]
}

/** A page that has one name wherever it is spoken of. */
export type NamedRoute = PageRoute & { readonly title: string }
