/** The mock in the page: no service worker, so that it works after a hard reload and leaves nothing behind. */
import { createMockApi } from './api.ts'
import { isScenarioName, SCENARIOS, scenarioNames, type Scenario } from './scenarios.ts'

const STORAGE_KEY = 'demo-scenario'

/** The scenario named in the URL, else the tab's last one: links within the app don't carry it along. */
const chosenScenario = () => {
  const asked = new URL(location.href).searchParams.get('scenario')
  if (asked !== null) sessionStorage.setItem(STORAGE_KEY, asked)
  const name = asked ?? sessionStorage.getItem(STORAGE_KEY) ?? 'default'
  return isScenarioName(name) ? name : 'default'
}

/** What the demo tells about itself. */
export interface DemoInfo {
  readonly scenario: string
  readonly description: string
  readonly scenarios: readonly string[]
}

export const startDemoApi = (): { fetch: (request: Request) => Promise<Response>; info: DemoInfo } => {
  const scenario = chosenScenario()
  const { description }: Scenario = SCENARIOS[scenario]
  return { ...createMockApi({ scenario }), info: { scenario, description, scenarios: scenarioNames } }
}
