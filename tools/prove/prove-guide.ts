/** Runs one guide against the right server and the impostors, exactly as on the page, and returns the result. */
import { proofKey, renderGuide, type ConnectionFacts, type Guide, type Rendered } from '../../src/snippets/guide.ts'
import type { Outcome, ProofCase } from '../../src/snippets/proof.ts'
import type { Client } from './client-kinds.ts'
import { canBeStripped, startImpostor, type Endpoint } from './servers/impostors.ts'
import type { Identity, TestServer } from './servers/test-server.ts'
import { makeWorkplace, type Ran } from './workplace.ts'
import { factsOf, identitiesOf, type World } from './world.ts'

export interface Trial {
  readonly guide: Guide
  readonly client: Client
  readonly endpoint: Endpoint
}

/** A client's output for one server. */
export interface Said {
  readonly against: ProofCase
  readonly output: string
}

export interface Proven {
  readonly key: string
  readonly outcomes: Readonly<Record<ProofCase, Outcome>>
  readonly said: readonly Said[]
}

/** What the guide's command did: the contract is in `guide.ts`. */
const hasWorked = ({ success = '' }: Rendered, { status, output }: Ran, { shows }: Client): boolean =>
  shows === undefined
    ? status === 0 && output.includes(success)
    : [success, shows].every((text) => output.includes(text))

const environmentOf = (world: World, { client, endpoint }: Trial): Record<string, string> => {
  const trust = endpoint.trust === 'public-ca' ? (client.systemTrust ?? []) : []
  return Object.assign({ ...client.env }, ...trust.map((way) => world.systemTrust[way])) as Record<string, string>
}

/** Follows the guide as a user would. */
const follow = async (
  world: World,
  trial: Trial,
  facts: ConnectionFacts,
  hasSeen?: () => boolean,
): Promise<Ran & { worked: boolean }> => {
  const rendered = renderGuide(await trial.guide.load(), facts, 'linux')
  const { client } = trial
  const place = await makeWorkplace({ ...client, env: environmentOf(world, trial) })
  try {
    // libpq and the JDBC driver look here if no CA is set: put a foreign CA there.
    await place.write('~/.postgresql/root.crt', world.strayCa)
    for (const { role, name } of rendered.needs) await place.write(name, world.files[role])
    for (const { name, text } of rendered.files) await place.write(name, text)
    const variables = Object.fromEntries(rendered.environment.map(({ name, value }) => [name, value ?? '']))
    const { shows } = client
    const until = (printed: string) => hasSeen?.() === true || (shows !== undefined && printed.includes(shows))
    const shell = (text: string, input?: string) => place.shell(text, { env: variables, input, until })
    if (rendered.prepare) await shell(rendered.prepare.text)
    const ran = await shell(rendered.run?.text ?? 'false', rendered.input)
    return { ...ran, worked: hasWorked(rendered, ran, client) }
  } finally {
    await place.remove()
  }
}

interface Met {
  readonly worked: boolean
  readonly output: string
  readonly logins: readonly string[]
}

/** Protocols whose impostor answers queries and is the right server too: their clients run to the end. */
const answers = ({ protocol }: Endpoint): boolean => protocol === 'https'

/** @throws if the run has no result: the client never connected, or never ended */
const meet = async (world: World, trial: Trial, server: TestServer): Promise<Met> => {
  const hasSeen = () => server.seen.logins.length > 0
  const until = answers(trial.endpoint) ? undefined : hasSeen
  try {
    const facts = factsOf(world, trial.endpoint, server.port)
    const { status, worked, output } = await follow(world, trial, facts, until)
    if (until?.() === true) return { worked, output, logins: server.seen.logins }
    if (server.seen.connections === 0) throw new Error(`The client never came to the server: ${output}`)
    if (status === undefined) throw new Error(`The client did not end: ${output}`)
    if (server.seen.shown + server.seen.logins.length === 0)
      throw new Error(`The client left before it saw who the server is: ${output}`)
    return { worked, output, logins: server.seen.logins }
  } finally {
    await server.close()
  }
}

/** Repeats a run without a result once: the machine may be busy, and clients have time limits. */
const meetImpostor = async (
  world: World,
  trial: Trial,
  identity: Identity,
  options?: { withoutTls: boolean },
): Promise<Met> => {
  const once = async () => meet(world, trial, await startImpostor(world, trial.endpoint, identity, options))
  return once().catch(once)
}

const attemptRight = async (world: World, trial: Trial): Promise<{ worked: boolean; output: string }> => {
  const { protocol, trust } = trial.endpoint
  const control = await meetImpostor(world, trial, identitiesOf(world.identities, trust).right)
  const port = await world.real(trial.endpoint)
  if (port === undefined && !world.hasStandIn(trial.endpoint))
    throw new Error(`There is no real server for ${protocol} on this machine.`)
  const right = port === undefined ? control : await follow(world, trial, factsOf(world, trial.endpoint, port))
  if (right.worked && control.logins.length === 0)
    throw new Error(`The impostor does not see logins of this client: ${control.output}`)
  return right
}

/**
 * Connects to the right server: a real one, if the protocol has one. Then also to an impostor with the right certificate:
 * if it doesn't get the login, it couldn't detect a leak, and "refused" would prove nothing.
 */
const meetRight = async (world: World, trial: Trial): Promise<{ worked: boolean; output: string }> => {
  const again = () => attemptRight(world, trial)
  const first = await again().catch(again)
  return first.worked ? first : again()
}

/** @throws if a client reports success, but no login was seen */
const judge = ({ worked, logins, output }: Met): Outcome => {
  if (logins.length > 0) return 'leaked'
  if (worked) throw new Error(`The client says that it worked, but no login was seen: ${output}`)
  return 'refused'
}

/** @throws if a run has no result: no server, a client that never connected, an impostor that sees no login */
export const proveGuide = async (world: World, trial: Trial): Promise<Proven> => {
  const { guide, endpoint, client } = trial
  const identities = identitiesOf(world.identities, endpoint.trust)
  const said: Said[] = []
  const right = async (): Promise<Outcome> => {
    const { worked, output } = await meetRight(world, trial)
    if (!worked) said.push({ against: 'right', output })
    return worked ? 'connected' : 'refused'
  }
  const impostor = async (against: Exclude<ProofCase, 'right'>): Promise<Outcome> => {
    const met = await meetImpostor(world, trial, identities[against])
    said.push({ against, output: met.output })
    return judge(met)
  }
  /** An attacker without a certificate of the project can also claim to have no TLS. */
  const rogue = async (): Promise<Outcome> => {
    const outcome = await impostor('rogue')
    if (outcome === 'leaked' || !canBeStripped(endpoint)) return outcome
    return judge(await meetImpostor(world, trial, identities.rogue, { withoutTls: true }))
  }
  const meetings = [right, rogue, () => impostor('wrongHost'), () => impostor('expired')]
  const outcomes: Outcome[] = []
  if (client.alone) for (const meeting of meetings) outcomes.push(await meeting())
  else outcomes.push(...(await Promise.all(meetings.map((meeting) => meeting()))))
  const [first = 'not run', second = 'not run', third = 'not run', fourth = 'not run'] = outcomes
  return {
    key: proofKey(guide, factsOf(world, endpoint, 1)),
    outcomes: { right: first, rogue: second, wrongHost: third, expired: fourth },
    said,
  }
}

/** A client's output without a CA: runs the guide for public CAs against a server of the project. */
export const withoutCa = async (world: World, trial: Trial): Promise<string | undefined> => {
  const { guide, client } = trial
  const endpoint: Endpoint = { ...trial.endpoint, trust: 'public-ca' }
  if (trial.endpoint.trust !== 'project-ca' || !guide.applies(factsOf(world, endpoint, 1))) return undefined
  const server = await startImpostor(world, trial.endpoint, world.identities['project-ca'].right)
  try {
    const bare: Client = { ...client, systemTrust: [] }
    const { output } = await follow(world, { guide, endpoint, client: bare }, factsOf(world, endpoint, server.port))
    return output
  } finally {
    await server.close()
  }
}
