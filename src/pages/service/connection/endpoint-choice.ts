/**
 * Which endpoint of a service is shown. The choice lives in the URL; if the URL names none, or one that doesn't exist,
 * the main endpoint is shown: the one that decides the service's mark in the list.
 */
import { componentLabel } from '../../../domain/connection.ts'
import { authenticationMethod, kafkaCa, rankEndpoints, type Endpoint } from '../../../domain/endpoint.ts'
import { lookup } from '../../../lib/lookup.ts'

interface Facet {
  /** Name in the URL. */
  readonly name: string
  readonly legend: string
  readonly value: (endpoint: Endpoint) => string
  readonly labels: Readonly<Record<string, string>>
}

/** Properties that distinguish the endpoints of one component, most important first. */
const FACETS: readonly Facet[] = [
  {
    name: 'auth',
    legend: 'Authentication method',
    value: (endpoint) => (endpoint.component === 'kafka' ? authenticationMethod(endpoint) : ''),
    labels: { certificate: 'Client certificate', sasl: 'SASL' },
  },
  {
    name: 'ca',
    legend: 'Certificate authority',
    value: (endpoint) => (endpoint.component === 'kafka' ? kafkaCa(endpoint) : ''),
    labels: { project_ca: 'Project CA', letsencrypt: 'Public CA (Let’s Encrypt)' },
  },
  {
    name: 'route',
    legend: 'Access route',
    value: ({ route }) => route,
    labels: { dynamic: 'Dynamic', public: 'Public', private: 'Private', privatelink: 'PrivateLink' },
  },
  {
    name: 'usage',
    legend: 'Usage',
    value: ({ usage }) => usage,
    labels: {
      primary: 'Primary',
      replica: 'Read replica',
      ha_replica: 'Standby replica',
      disaster_recovery: 'Disaster recovery',
    },
  },
  { name: 'address', legend: 'Address', value: ({ host, port }) => `${host}:${String(port)}`, labels: {} },
]

export interface Option {
  readonly value: string
  readonly label: string
}

/** One choice on the page, because this component has several endpoints. */
export interface Question {
  readonly name: string
  readonly legend: string
  readonly value: string
  readonly options: readonly Option[]
}

export interface EndpointChoice<T extends Endpoint> {
  /** undefined: the service has no endpoint. */
  readonly endpoint: T | undefined
  readonly tabs: readonly Option[]
  readonly questions: readonly Question[]
  /** The requested choice that doesn't exist: "Access route: privatelink". */
  readonly unmet: readonly string[]
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)]

/** Filters the candidates by a choice, unless none would remain. */
const wish = <T>(candidates: readonly T[], test: (candidate: T) => boolean): readonly T[] => {
  const kept = candidates.filter((candidate) => test(candidate))
  return kept.length > 0 ? kept : candidates
}

/**
 * @param wanted what the URL says: `component`, and the names of the facets
 */
export const chooseEndpoint = <T extends Endpoint>(
  serviceType: string,
  endpoints: readonly T[],
  wanted: (name: string) => string | null,
): EndpointChoice<T> => {
  const ranked = rankEndpoints(serviceType, endpoints)
  const tabs = distinct(ranked.map(({ component }) => component))
  const component = tabs.find((tab) => tab === wanted('component')) ?? tabs[0]
  const inTab = ranked.filter((candidate) => candidate.component === component)
  const [endpoint] = FACETS.reduce<readonly T[]>((candidates, { name, value }) => {
    const want = wanted(name)
    return want === null ? candidates : wish(candidates, (candidate) => value(candidate) === want)
  }, inTab)

  const questions: Question[] = []
  let siblings: readonly T[] = inTab
  for (const { name, legend, value, labels } of endpoint ? FACETS : []) {
    const values = distinct(siblings.map((sibling) => value(sibling)))
    const chosen = endpoint ? value(endpoint) : ''
    if (values.length > 1) {
      const options = values.map((option) => ({ value: option, label: lookup(labels, option) ?? option }))
      questions.push({ name, legend, value: chosen, options })
    }
    siblings = siblings.filter((sibling) => value(sibling) === chosen)
  }
  const wishes = [
    { legend: 'Component', want: wanted('component'), has: component },
    ...FACETS.map(({ name, legend, value }) => ({ legend, want: wanted(name), has: endpoint && value(endpoint) })),
  ]
  return {
    endpoint,
    tabs: tabs.map((tab) => ({ value: tab, label: componentLabel(tab) })),
    questions,
    unmet: wishes.flatMap(({ legend, want, has }) => (want === null || want === has ? [] : [`${legend}: ${want}`])),
  }
}

/** The URL's parameters about endpoints. */
export const ENDPOINT_PARAMS: readonly string[] = ['component', ...FACETS.map(({ name }) => name)]
