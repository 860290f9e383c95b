import { expect, it } from 'vitest'

import { REQUIREMENTS } from '../../domain/requirements.ts'
import { endpointVerdict } from '../../domain/verdict.ts'
import { advise } from './advice.ts'

const ENDPOINT = { host: 'h.example.com', port: 1, route: 'dynamic', usage: 'primary' } as const

/** Every service type whose table row is Optional, with whether old services of it may still use the project's CA. */
const OPTIONAL = REQUIREMENTS.filter(({ need }) => need === 'optional').flatMap(({ match, starred }) =>
  match.flatMap(({ service_type, components = [] }) =>
    service_type === undefined ? [] : components.map((component) => [service_type, component, starred] as const),
  ),
)

it.each(OPTIONAL)(
  'an untrusted CA at %s, %s: names the project’s CA where it may be the one',
  (type, component, starred) => {
    const endpoint = { ...ENDPOINT, component }
    const service = { service_type: type, components: [endpoint] }
    const verdict = endpointVerdict(service, endpoint)
    if (verdict.mark !== 'optional' || verdict.plaintext) return
    const facts = { project: 'project-of-mine', service: 's', state: 'RUNNING', endpoint, verdict }
    const advice = advise(['untrusted'], {
      ...facts,
      endpoints: [endpoint],
      named: true,
      client: 'c',
      expiredUsers: [],
    }).join(' ')
    expect(advice.includes('project-of-mine')).toBe(starred)
  },
)
