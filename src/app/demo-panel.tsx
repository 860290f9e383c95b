import { Suspense, use } from 'react'

import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { DemoContext, type DemoInfo } from './demo.ts'

/** Plays another scenario of the mock API: the page loads again with it. */
const ScenarioChoice = ({ demo }: { demo: Promise<{ readonly info: DemoInfo }> }) => {
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
      <Button
        onClick={() => {
          info.forgetWrites()
          location.reload()
        }}
      >
        Reset demo
      </Button>
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
