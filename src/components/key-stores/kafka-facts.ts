import type { ConnectionFacts } from '../../snippets/guide.ts'
import type { Endpoint } from '../../tls/endpoint.ts'

/** A Kafka endpoint whose clients log in with a certificate: the project's CA signs it, always. */
export const kafkaFacts = (
  project: string,
  service: string,
  user: string,
  { component, host, port }: Endpoint,
): ConnectionFacts => ({
  project,
  service,
  protocol: 'kafka',
  component,
  host,
  port,
  user,
  authentication: 'certificate',
  trust: 'project-ca',
  directory: '',
})
