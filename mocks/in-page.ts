/** The mock in the page: no service worker, so that it works after a hard reload and leaves nothing behind. */
import { createMockApi } from './api.ts'
import { SCENARIO_GROUPS } from './scenario-names.ts'
import { isScenarioName, SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts'
import { openWriteLog, type WriteStorage } from './write-log.ts'

const STORAGE_KEY = 'demo-scenario'

/** The tab's storage, accessed only on use: a browser that blocks it throws on access. */
const tabStorage: WriteStorage = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => {
    sessionStorage.setItem(key, value)
  },
  removeItem: (key) => {
    sessionStorage.removeItem(key)
  },
}

/** Storage may be blocked: then a scenario lasts as long as its URL. */
const lastScenario = {
  get: () => {
    try {
      return tabStorage.getItem(STORAGE_KEY)
    } catch {
      return null
    }
  },
  set: (name: string) => {
    try {
      tabStorage.setItem(STORAGE_KEY, name)
    } catch {
      // As said.
    }
  },
}

interface NamedScenario {
  readonly name: string
  /** Its name in words: "CA cut off". */
  readonly title: string
  readonly description: string
}

/** Facts about the demo, for its panel. */
export interface DemoInfo {
  readonly scenario: string
  /** Describes the scenario, or says that the URL names an unknown one. */
  readonly description: string
  readonly groups: readonly { readonly title: string; readonly scenarios: readonly NamedScenario[] }[]
  /** Forgets this tab's changes: after the next reload, the demo is in its initial state. */
  readonly forgetWrites: () => void
}

/** The scenario in the URL, else the tab's last one, because links within the app don't include it. */
const chosenScenario = () => {
  const asked = new URL(location.href).searchParams.get('scenario')
  const name = asked ?? lastScenario.get() ?? 'default'
  if (!isScenarioName(name)) return { scenario: 'default', description: `There is no scenario "${name}".` } as const
  if (asked !== null) lastScenario.set(asked)
  const { description }: Scenario = SCENARIOS[name]
  return { scenario: name, description }
}

/** The speed of changes, from `?speed=` in the URL. */
const chosenSpeed = () => {
  const speed = Number(new URL(location.href).searchParams.get('speed') ?? 1)
  return speed > 0 && speed < Infinity ? speed : 1
}

const groups = Object.entries(SCENARIO_GROUPS).map(([title, named]) => ({
  title,
  scenarios: Object.entries(named).map(([name, called]) => ({
    name,
    title: called,
    description: SCENARIOS[name as `${ScenarioName}`].description,
  })),
}))

declare global {
  /** Lets tests of the demo see the API requests, because none leaves the page. */
  var reportRequest: ((method: string, url: string, body: string) => unknown) | undefined
}

export const startDemoApi = (): { fetch: (request: Request) => Promise<Response>; info: DemoInfo } => {
  const { scenario, description } = chosenScenario()
  const log = openWriteLog(tabStorage, scenario)
  const api = createMockApi({ scenario, speed: chosenSpeed(), writes: log.writes, onWrite: log.add })
  const fetch = (request: Request) => {
    const asked = request.clone()
    void asked.text().then((body) => globalThis.reportRequest?.(asked.method, asked.url, body))
    return api.fetch(request)
  }
  return { fetch, info: { scenario, description, groups, forgetWrites: log.clear } }
}
