/** Runs one guide against the right server and the impostors, exactly as on the page, and returns the result. */
import { proofKey, renderGuide, type ConnectionFacts, type Rendered } from '../../src/snippets/guide.ts'
import type { Outcome, ProofCase } from '../../src/snippets/proof.ts'
import type { Client } from './client-kinds.ts'
import { proofFacts } from './facts.ts'
import { canBeStripped, startImpostor } from './servers/impostors.ts'
import type { Endpoint } from './endpoints.ts'
import type { Identity, TestServer } from './servers/test-server.ts'
import { makeWorkplace, type CommandResult } from './workplace.ts'
import type { Trial } from './trials.ts'
import { identitiesOf, type ProofSetup } from './proof-setup.ts'

/** A client's output for one server. */
export interface ClientOutput {
  readonly against: ProofCase
  readonly output: string
}

export interface GuideResult {
  readonly key: string
  readonly outcomes: Readonly<Record<ProofCase, Outcome>>
  readonly outputs: readonly ClientOutput[]
}

/** What the guide's command did: the contract is in `guide.ts`. */
const hasWorked = ({ success = '' }: Rendered, { status, output }: CommandResult, { shows }: Client): boolean =>
  shows === undefined
    ? status === 0 && output.includes(success)
    : [success, shows].every((text) => output.includes(text))

const environmentOf = (setup: ProofSetup, { client, endpoint }: Trial): Record<string, string> => {
  const trust = endpoint.trust === 'public-ca' ? (client.systemTrust ?? []) : []
  return Object.assign({ ...client.env }, ...trust.map((store) => setup.systemTrust[store])) as Record<string, string>
}

/** Follows the guide as a user would. */
const follow = async (
  setup: ProofSetup,
  trial: Trial,
  facts: ConnectionFacts,
  hasSeen?: () => boolean,
): Promise<CommandResult & { worked: boolean }> => {
  const rendered = renderGuide(await trial.guide.load(), facts, 'linux')
  const { client } = trial
  const place = await makeWorkplace({ ...client, env: environmentOf(setup, trial) })
  try {
    // libpq and the JDBC driver look here if no CA is set: put a foreign CA there.
    await place.write('~/.postgresql/root.crt', setup.strayCa)
    for (const { role, name } of rendered.needs) await place.write(name, setup.files[role])
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

interface MeetingResult {
  readonly worked: boolean
  readonly output: string
  readonly logins: readonly string[]
}

/** Protocols whose impostor answers queries and is the right server too: their clients run to the end. */
const answers = ({ protocol }: Endpoint): boolean => protocol === 'https'

/** @throws if the run has no result: the client never connected, or never ended */
const meet = async (setup: ProofSetup, trial: Trial, server: TestServer): Promise<MeetingResult> => {
  const hasSeen = () => server.seen.logins.length > 0
  const until = answers(trial.endpoint) ? undefined : hasSeen
  try {
    const facts = proofFacts(setup, trial.endpoint, server.port)
    const { status, worked, output } = await follow(setup, trial, facts, until)
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
  setup: ProofSetup,
  trial: Trial,
  identity: Identity,
  options?: { withoutTls: boolean },
): Promise<MeetingResult> => {
  const once = async () => meet(setup, trial, await startImpostor(setup, trial.endpoint, identity, options))
  return once().catch(once)
}

const attemptRight = async (setup: ProofSetup, trial: Trial): Promise<{ worked: boolean; output: string }> => {
  const { protocol, trust } = trial.endpoint
  const control = await meetImpostor(setup, trial, identitiesOf(setup.identities, trust).right)
  const port = await setup.real(trial.endpoint)
  if (port === undefined && !setup.hasStandIn(trial.endpoint))
    throw new Error(`There is no real server for ${protocol} on this machine.`)
  const right = port === undefined ? control : await follow(setup, trial, proofFacts(setup, trial.endpoint, port))
  if (right.worked && control.logins.length === 0)
    throw new Error(`The impostor does not see logins of this client: ${control.output}`)
  return right
}

/**
 * Connects to the right server: a real one, if the protocol has one. Then also to an impostor with the right certificate:
 * if it doesn't get the login, it couldn't detect a leak, and "refused" would prove nothing.
 */
const meetRight = async (setup: ProofSetup, trial: Trial): Promise<{ worked: boolean; output: string }> => {
  const again = () => attemptRight(setup, trial)
  const first = await again().catch(again)
  return first.worked ? first : again()
}

/** @throws if a client reports success, but no login was seen */
const judge = ({ worked, logins, output }: MeetingResult): Outcome => {
  if (logins.length > 0) return 'leaked'
  if (worked) throw new Error(`The client says that it worked, but no login was seen: ${output}`)
  return 'refused'
}

/** @throws if a run has no result: no server, a client that never connected, an impostor that sees no login */
export const proveGuide = async (setup: ProofSetup, trial: Trial): Promise<GuideResult> => {
  const { guide, endpoint, client } = trial
  const identities = identitiesOf(setup.identities, endpoint.trust)
  const outputs: ClientOutput[] = []
  const right = async (): Promise<Outcome> => {
    const { worked, output } = await meetRight(setup, trial)
    if (!worked) outputs.push({ against: 'right', output })
    return worked ? 'connected' : 'refused'
  }
  const impostor = async (against: Exclude<ProofCase, 'right'>): Promise<Outcome> => {
    const meeting = await meetImpostor(setup, trial, identities[against])
    outputs.push({ against, output: meeting.output })
    return judge(meeting)
  }
  /** An attacker without a certificate of the project can also claim to have no TLS. */
  const rogue = async (): Promise<Outcome> => {
    const outcome = await impostor('rogue')
    if (outcome === 'leaked' || !canBeStripped(endpoint)) return outcome
    return judge(await meetImpostor(setup, trial, identities.rogue, { withoutTls: true }))
  }
  const meetings = [right, rogue, () => impostor('wrongHost'), () => impostor('expired')]
  const outcomes: Outcome[] = []
  if (client.alone) for (const meeting of meetings) outcomes.push(await meeting())
  else outcomes.push(...(await Promise.all(meetings.map((meeting) => meeting()))))
  const [first = 'not run', second = 'not run', third = 'not run', fourth = 'not run'] = outcomes
  return {
    key: proofKey(guide, proofFacts(setup, endpoint)),
    outcomes: { right: first, rogue: second, wrongHost: third, expired: fourth },
    outputs,
  }
}

/** A client's output without a CA: runs the guide for public CAs against a server of the project. */
export const outputWithoutCa = async (setup: ProofSetup, trial: Trial): Promise<string | undefined> => {
  const { guide, client } = trial
  const endpoint: Endpoint = { ...trial.endpoint, trust: 'public-ca' }
  if (trial.endpoint.trust !== 'project-ca' || !guide.applies(proofFacts(setup, endpoint))) return undefined
  const server = await startImpostor(setup, trial.endpoint, setup.identities['project-ca'].right)
  try {
    const bare: Client = { ...client, systemTrust: [] }
    const { output } = await follow(setup, { guide, endpoint, client: bare }, proofFacts(setup, endpoint, server.port))
    return output
  } finally {
    await server.close()
  }
}
