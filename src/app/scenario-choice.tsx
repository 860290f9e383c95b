import { use } from 'react'

import { Select } from '../ui/select.tsx'
import type { Demo } from './demo.tsx'

/** Plays another scenario of the mock API: the page loads again with it. */
export const ScenarioChoice = ({ demo }: { demo: NonNullable<Demo> }) => {
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
