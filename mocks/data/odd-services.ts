/** Odd services, as JSON of the API. */

const MARKUP = '<img src=x onerror=alert(1)>"\'&amp;'

const bare = (name: string, type = 'pg') => ({ service_name: name, service_type: type, state: 'RUNNING' })

/** Missing parts, nulls, unknown words, markup and odd characters: all of it still readable. */
export const hostileServices = (services: readonly unknown[]): unknown[] => [
  ...services.slice(0, 3),
  bare('bare-bones'),
  {
    ...bare('all-null'),
    service_type_description: null,
    plan: null,
    cloud_name: null,
    cloud_description: null,
    create_time: null,
    node_count: null,
    service_uri: null,
    service_uri_params: null,
    components: null,
    users: null,
    connection_pools: null,
    tags: null,
    metadata: null,
    user_config: null,
    features: null,
    connection_info: null,
  },
  { ...bare('unknown-state'), state: 'HIBERNATING', plan: 'business-4', create_time: 'yesterday-ish' },
  {
    ...bare('unknown-component'),
    components: [{ component: 'teleport', host: 'h.example.com', port: 1, route: 'wormhole', usage: 'spare' }],
  },
  {
    ...bare(MARKUP, MARKUP),
    service_type_description: `${MARKUP} - ${MARKUP}`,
    state: MARKUP,
    plan: MARKUP,
    cloud_name: MARKUP,
    cloud_description: MARKUP,
    tags: { [MARKUP]: MARKUP },
    components: [{ component: MARKUP, host: MARKUP, port: 1, route: MARKUP, usage: MARKUP }],
    users: [{ username: MARKUP, type: MARKUP, password: MARKUP }],
  },
  bare('names with spaces/slashes?and#more%'),
  bare('名前-ñandú-שלום-🦀'),
  bare('a'.repeat(300)),
]

/** Unreadable services and endpoints among readable ones. */
export const unreadableServices = (services: readonly unknown[]): unknown[] => [
  null,
  ...services.slice(0, 2),
  { service_name: 12, service_type: 'pg' },
  { service_name: 'no-type' },
  'a text',
  {
    ...bare('half-broken'),
    components: [
      { component: 'pg', host: 'half-broken.example.com', port: 20_984, route: 'dynamic', usage: 'primary' },
      { component: 'pgbouncer', host: 'half-broken.example.com', port: 'not a number', route: 'dynamic' },
      null,
    ],
  },
]
