/** Describes a page's route. Each page has one in its own file, which is loaded at once and must stay tiny. */
import type { ComponentType } from 'react'

import type { Backend } from '../../api/use-api.ts'

/** The parameters of a route's path, decoded. */
export type RouteParams = Readonly<Record<string, string | undefined>>

export interface PageRoute {
  readonly path: string
  /** The page's title and name, if it is always the same. */
  readonly title?: string
  /** The page's code, fetched when the route is entered. */
  readonly page: () => Promise<ComponentType>
  /** The code that starts the page's requests, fetched in parallel with the page's code. Nothing waits for its requests. */
  readonly loader?: () => Promise<(backend: Backend, params: RouteParams, search: URLSearchParams) => unknown>
  readonly children?: readonly PageRoute[]
}

/** A page with a fixed name. */
export type NamedRoute = PageRoute & { readonly title: string }
