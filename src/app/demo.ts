import { createContext } from 'react'

/** What the demo's mock API says about itself. */
export interface DemoInfo {
  readonly scenario: string
  readonly description: string
  /** Names of the scenarios, in groups. */
  readonly groups: readonly {
    readonly title: string
    readonly scenarios: readonly { readonly name: string; readonly title: string; readonly description: string }[]
  }[]
  /** Forgets this tab's changes: after the next reload, the demo is in its initial state. */
  readonly forgetWrites: () => void
}

/** The demo's mock API, once loaded; undefined in the live build. */
export const DemoContext = createContext<Promise<{ readonly info: DemoInfo }> | undefined>(undefined)
