import { lookup } from '../../lib/lookup.ts'
import { UnwritableError } from '../escape.ts'
import type { ConnectionFacts, Template } from '../guide.ts'
import { addressOf, CA, command, neededFiles, pathOf } from './parts.ts'

/** The path to request, by component: one that needs a login, where there is one. */
const PATHS: Record<string, string> = {
  schema_registry: '/subjects',
  kafka_rest: '/topics',
  kafka_connect: '/connectors',
  grafana: '/api/org',
  clickhouse_https: '/?query=SELECT%201',
  prometheus: '/metrics',
  jolokia: '/jolokia/version',
}

/** The path that answers without changing anything. */
export const httpsPath = ({ component, path }: ConnectionFacts): string => lookup(PATHS, component) ?? path ?? '/'

/** curl ends the user's name at the first colon. */
const loginOf = ({ user, password }: ConnectionFacts): string => {
  if (user.includes(':')) throw new UnwritableError('curl can’t use a user name with a colon.')
  return password === undefined ? user : `${user}:${password}`
}

export const curl: Template = {
  render: (facts, system) => {
    const windows = system === 'windows'
    const url = `https://${addressOf(facts)}${httpsPath(facts)}`
    const asksPassword = facts.password === undefined
    return {
      needs: neededFiles(facts),
      install: { what: 'curl comes with Linux, macOS and Windows.' },
      files: [],
      environment: [],
      run: {
        ...command(system, [
          windows ? 'curl.exe' : 'curl',
          '--fail',
          ...(facts.trust === 'project-ca' ? ['--cacert', pathOf(facts, system, CA)] : []),
          // Windows looks for a list of revoked certificates, which a project's CA doesn't have.
          ...(windows && facts.trust === 'project-ca' ? ['--ssl-revoke-best-effort'] : []),
          '--user',
          loginOf(facts),
          url,
        ]),
        secret: !asksPassword,
      },
      notes: asksPassword ? ['curl asks for the password.'] : [],
    }
  },
}
