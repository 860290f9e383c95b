/** Which endpoints a guide is for. */
import type { ConnectionFacts } from './guide.ts'

type Applies = (facts: ConnectionFacts) => boolean

/** Whether the endpoint speaks this protocol, over TLS: no guide pretends TLS where there is none. */
export const speaks =
  (protocol: ConnectionFacts['protocol']): Applies =>
  (facts) =>
    facts.protocol === protocol && facts.trust !== 'plaintext'

/** The same without pools: replication doesn't work through them, and migrations can't hold their lock. */
export const besidesPools =
  (protocol: ConnectionFacts['protocol']): Applies =>
  (facts) =>
    speaks(protocol)(facts) && facts.component !== 'pgbouncer'

/** For clients that can verify the server only with the CA's file. */
export const onProjectCa =
  (protocol: ConnectionFacts['protocol']): Applies =>
  (facts) =>
    facts.protocol === protocol && facts.trust === 'project-ca'

/** One component of those that speak HTTPS. */
export const isComponent =
  (component: string): Applies =>
  (facts) =>
    speaks('https')(facts) && facts.component === component
