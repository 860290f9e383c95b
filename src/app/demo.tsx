import { createContext, lazy, Suspense, use, type ReactNode } from 'react'

/** What the demo's mock API tells about itself. */
export interface DemoInfo {
  readonly scenario: string
  readonly description: string
  readonly scenarios: readonly string[]
}

export type Demo = Promise<{ readonly info: DemoInfo }> | undefined

const DemoContext = createContext<Demo>(undefined)

export const DemoProvider = ({ demo, children }: { demo: Demo; children: ReactNode }) => (
  <DemoContext value={demo}>{children}</DemoContext>
)

// In a chunk of its own, so that the live build's first screen has no select in it.
const ScenarioChoice = /* @__PURE__ */ lazy(async () => ({
  default: (await import('./scenario-choice.tsx')).ScenarioChoice,
}))

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
