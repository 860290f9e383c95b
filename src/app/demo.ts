import { createContext } from 'react'

/** What the demo's mock API tells about itself. */
export interface DemoInfo {
  readonly scenario: string
  readonly description: string
  /** In groups, in words. */
  readonly groups: readonly {
    readonly title: string
    readonly scenarios: readonly { readonly name: string; readonly title: string; readonly description: string }[]
  }[]
  /** Forgets what was written in this tab: from the next reload on, all is as it was. */
  readonly forgetWrites: () => void
}

/** The demo's mock API, once it is there; undefined where there is none. */
export const DemoContext = createContext<Promise<{ readonly info: DemoInfo }> | undefined>(undefined)
