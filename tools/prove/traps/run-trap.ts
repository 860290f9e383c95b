/** Runs one trap, and returns whether the login was sent. */
import type { ConnectionFacts, FileRole } from '../../../src/snippets/guide.ts'
import type { Outcome } from '../../../src/snippets/proof.ts'
import type { Client } from '../client-kinds.ts'
import { proofFacts } from '../facts.ts'
import { startImpostor } from '../servers/impostors.ts'
import type { Trap, TrapTarget } from './trap.ts'
import { makeWorkplace } from '../workplace.ts'
import { identitiesOf, type ProofSetup } from '../proof-setup.ts'

export const FILE_NAMES: Readonly<Record<FileRole, string>> = {
  ca: 'ca.pem',
  certificate: 'service.cert',
  key: 'service.key',
  keystore: 'client.keystore.p12',
  truststore: 'client.truststore.p12',
}

/** What a trap's text is made of. */
export const trapTarget = ({ host, port, user, password = '', storePassword = '' }: ConnectionFacts): TrapTarget => ({
  host,
  port,
  login: `${user}:${encodeURIComponent(password).replaceAll("'", '%27')}`,
  storePassword,
})

export interface TrapResult {
  readonly outcome: Outcome
  readonly output: string
}

/** A login that arrives means "connected" at the right server, and "leaked" at any other. */
export const runTrap = async (setup: ProofSetup, trap: Trap, client: Client): Promise<TrapResult> => {
  const { against, endpoint } = trap
  const withoutTls = against === 'withoutTls'
  const identity = identitiesOf(setup.identities, endpoint.trust)[against === 'withoutTls' ? 'rogue' : against]
  const server = await startImpostor(setup, endpoint, identity, { withoutTls })
  const place = await makeWorkplace(client)
  try {
    const { password = '', ...facts } = proofFacts(setup, endpoint, server.port)
    const text = trapTarget({ password, ...facts })
    await place.write('~/.postgresql/root.crt', setup.strayCa)
    for (const [role, content] of Object.entries(setup.files)) await place.write(FILE_NAMES[role as FileRole], content)
    for (const [name, content] of Object.entries(trap.files?.(text) ?? {})) await place.write(name, content)
    const env = { PGPASSWORD: password, MYSQL_PWD: password, REDISCLI_AUTH: password }
    const until = () => server.seen.logins.length > 0
    const { output } = await place.shell(trap.run(text), { env, until })
    if (server.seen.shown + server.seen.logins.length === 0 && trap.local !== true)
      throw new Error(`The client left before it saw who the server is: ${output}`)
    const arrived = against === 'right' ? 'connected' : 'leaked'
    return { outcome: server.seen.logins.length > 0 ? arrived : 'refused', output }
  } finally {
    await Promise.all([server.close(), place.remove()])
  }
}
