import { createContext, Suspense, use, type ReactNode } from 'react'

import { Select } from '../ui/select.tsx'

/** What the demo's mock API tells about itself. */
export interface DemoInfo {
  readonly scenario: string
  readonly description: string
  readonly scenarios: readonly string[]
}

type Demo = Promise<{ readonly info: DemoInfo }> | undefined

const DemoContext = createContext<Demo>(undefined)

export const DemoProvider = ({ demo, children }: { demo: Demo; children: ReactNode }) => (
  <DemoContext value={demo}>{children}</DemoContext>
)

const ScenarioChoice = ({ demo }: { demo: NonNullable<Demo> }) => {
  const { info } = use(demo)
  return (
    <>
      <Select
        label="Scenario"
        value={info.scenario}
        options={info.scenarios.map((name) => ({ value: name, label: name }))}
        onChange={(scenario) => {
          const url = new URL(location.href)
          url.searchParams.set('scenario', scenario)
          location.assign(url)
        }}
      />
      <p className="text-xs wrap-anywhere text-muted">{info.description}</p>
    </>
  )
}

/** Says that this is the demo, and lets people play its scenarios. Nothing in the live build. */
export const DemoPanel = () => {
  const demo = use(DemoContext)
  if (!demo) return null
  return (
    <div className="space-y-2">
      <p className="text-xs text-muted">Demo: the API is a mock in this page. Nothing here is real.</p>
      <Suspense>
        <ScenarioChoice demo={demo} />
      </Suspense>
    </div>
  )
}
