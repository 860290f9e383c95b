/** The mock in the page: no service worker, so that it works after a hard reload and leaves nothing behind. */
import { createMockApi } from './api.ts'
import { isScenarioName, SCENARIOS, scenarioNames, type Scenario } from './scenarios.ts'

const STORAGE_KEY = 'demo-scenario'

/** Storage may be forbidden: then a scenario holds as long as its URL. */
const storage = {
  get: () => {
    try {
      return sessionStorage.getItem(STORAGE_KEY)
    } catch {
      return null
    }
  },
  set: (name: string) => {
    try {
      sessionStorage.setItem(STORAGE_KEY, name)
    } catch {
      // As said.
    }
  },
}

/** What the demo tells about itself. */
export interface DemoInfo {
  readonly scenario: string
  /** What the scenario does, or that there is none of the name that the URL asks for. */
  readonly description: string
  readonly scenarios: readonly string[]
}

/** The scenario named in the URL, else the tab's last one: links within the app don't carry it along. */
const chosenScenario = () => {
  const asked = new URL(location.href).searchParams.get('scenario')
  const name = asked ?? storage.get() ?? 'default'
  if (!isScenarioName(name)) return { scenario: 'default', description: `There is no scenario "${name}".` } as const
  if (asked !== null) storage.set(asked)
  const { description }: Scenario = SCENARIOS[name]
  return { scenario: name, description }
}

export const startDemoApi = (): { fetch: (request: Request) => Promise<Response>; info: DemoInfo } => {
  const { scenario, description } = chosenScenario()
  return { ...createMockApi({ scenario }), info: { scenario, description, scenarios: scenarioNames } }
}
