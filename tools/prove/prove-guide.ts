/** Runs one guide against the right server and the impostors, exactly as the page says, and tells what came of it. */
import { proofKey, renderGuide, type ConnectionFacts, type Guide, type Rendered } from '../../src/snippets/guide.ts'
import type { Outcome, ProofCase } from '../../src/snippets/proof.ts'
import type { Client } from './clients.ts'
import { canBeStripped, startImpostor, type Endpoint } from './servers/impostors.ts'
import type { Identity, TestServer } from './servers/test-server.ts'
import { makeWorkplace, run, type Ran } from './workplace.ts'
import { factsOf, type World } from './world.ts'

/** A machine that runs other things as well is slow; a client that waits for ever is not right. */
const LIMIT_SECONDS = 90

export interface Trial {
  readonly guide: Guide
  readonly client: Client
  readonly endpoint: Endpoint
}

/** What a client printed when it met a server. */
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
const hasWorked = ({ success = '' }: Rendered, { status, output }: Ran): boolean =>
  status === 0 && output.includes(success)

const environmentOf = (world: World, { client, endpoint }: Trial): Record<string, string> => {
  const trust = endpoint.trust === 'public-ca' ? (client.systemTrust ?? []) : []
  return Object.assign({ ...client.env }, ...trust.map((way) => world.systemTrust[way])) as Record<string, string>
}

/** Does what a user does who follows the guide. */
const follow = async (world: World, trial: Trial, facts: ConnectionFacts) => {
  const rendered = renderGuide(trial.guide, facts, 'linux')
  const { client } = trial
  const place = await makeWorkplace(environmentOf(world, trial), client.libraries, client.standIns)
  try {
    // Where libpq and the JDBC driver look when nobody tells them which CA to trust: somebody else's.
    await place.write('~/.postgresql/root.crt', world.strayCa)
    for (const { role, name } of rendered.needs) await place.write(name, world.files[role])
    for (const { name, text } of rendered.files) await place.write(name, text)
    const variables = Object.fromEntries(rendered.environment.map(({ name, value }) => [name, value ?? '']))
    const env = { ...place.env, ...variables }
    const shell = (text: string, input?: string) =>
      run({ command: 'sh', args: ['-c', text], cwd: place.folder, env, input, seconds: LIMIT_SECONDS })
    if (rendered.prepare) await shell(rendered.prepare.text)
    const ran = await shell(rendered.run?.text ?? 'false', rendered.input)
    const output = ran.output.replaceAll(place.folder, '<folder>').replaceAll(place.home, '<home>')
    return { ran: { ...ran, output }, worked: hasWorked(rendered, ran) }
  } finally {
    await place.remove()
  }
}

type Met = { readonly ran: Ran; readonly worked: boolean; readonly logins: readonly string[] }

const meet = async (world: World, trial: Trial, server: TestServer): Promise<Met> => {
  try {
    const { ran, worked } = await follow(world, trial, factsOf(world, trial.endpoint, server.port))
    if (server.seen.connections === 0) throw new Error(`The client never came to the server: ${ran.output}`)
    return { ran, worked, logins: server.seen.logins }
  } finally {
    await server.close()
  }
}

const meetImpostor = async (
  world: World,
  trial: Trial,
  identity: Identity,
  options?: { withoutTls: boolean },
): Promise<Met> => meet(world, trial, await startImpostor(world, trial.endpoint, identity, options))

/**
 * The right server: a real one, where the protocol has one. An impostor with the right certificate is met as well
 * then: unless it gets the login, it could not tell that a client leaks, and "refused" would mean nothing.
 */
const meetRight = async (world: World, trial: Trial): Promise<{ outcome: Outcome; output: string }> => {
  const { protocol, trust } = trial.endpoint
  const { right } = world.identities[trust === 'public-ca' ? 'public-ca' : 'project-ca']
  const control = await meetImpostor(world, trial, right)
  const isReal = protocol === 'kafka' || protocol === 'https'
  const real = world.real(protocol, trust)
  if (!isReal && !real) throw new Error(`There is no real server for ${protocol} on this machine.`)
  const { ran, worked } = real ? await follow(world, trial, factsOf(world, trial.endpoint, real.port)) : control
  if (worked && control.logins.length === 0)
    throw new Error(`The impostor does not see logins of this client: ${control.ran.output}`)
  return { outcome: worked ? 'connected' : 'refused', output: ran.output }
}

/** @throws when a client says that it worked, and no login was seen */
const judge = ({ worked, logins, ran }: Met): Outcome => {
  if (logins.length > 0) return 'leaked'
  if (worked) throw new Error(`The client says that it worked, but no login was seen: ${ran.output}`)
  return 'refused'
}

/** @throws when a run says nothing about the guide: no server, a client that never came, a blind impostor */
export const proveGuide = async (world: World, trial: Trial): Promise<Proven> => {
  const { guide, endpoint } = trial
  const identities = world.identities[endpoint.trust === 'public-ca' ? 'public-ca' : 'project-ca']
  const right = await meetRight(world, trial)
  const said: Said[] = right.outcome === 'connected' ? [] : [{ against: 'right', output: right.output }]
  const against = async (which: Exclude<ProofCase, 'right'>): Promise<Outcome> => {
    const met = await meetImpostor(world, trial, identities[which])
    said.push({ against: which, output: met.ran.output })
    return judge(met)
  }
  const outcomes: Record<ProofCase, Outcome> = {
    right: right.outcome,
    rogue: await against('rogue'),
    wrongHost: await against('wrongHost'),
    expired: await against('expired'),
  }
  // Whoever has no certificate of the project's can also say that there is no TLS.
  if (outcomes.rogue === 'refused' && canBeStripped(endpoint))
    outcomes.rogue = judge(await meetImpostor(world, trial, identities.rogue, { withoutTls: true }))
  return { key: proofKey(guide, factsOf(world, endpoint, 1)), outcomes, said }
}
