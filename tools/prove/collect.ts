/** All trials there are, and what came of those that this machine can run. */
import { spawnSync } from 'node:child_process'

import { proofKey, type Guide } from '../../src/snippets/guide.ts'
import { GUIDES } from '../../src/snippets/guides.ts'
import type { Proof } from '../../src/snippets/proof.ts'
import { CLIENTS, type Client } from './clients.ts'
import { proveGuide, type Said, type Trial } from './prove-guide.ts'
import type { Endpoint } from './servers/impostors.ts'
import { makeWorkplace, run } from './workplace.ts'
import { factsOf, type World } from './world.ts'

/** What there is to connect to: each protocol with each way of logging in and each CA that Aiven has for it. */
const ENDPOINTS: readonly Endpoint[] = [
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'project-ca' },
  { protocol: 'postgresql', component: 'pg', authentication: 'password', trust: 'public-ca' },
  { protocol: 'mysql', component: 'mysql', authentication: 'password', trust: 'project-ca' },
  { protocol: 'kafka', component: 'kafka', authentication: 'certificate', trust: 'project-ca' },
  { protocol: 'kafka', component: 'kafka', authentication: 'sasl', trust: 'project-ca' },
  { protocol: 'kafka', component: 'kafka', authentication: 'sasl', trust: 'public-ca' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'project-ca' },
  { protocol: 'redis', component: 'valkey', authentication: 'password', trust: 'public-ca' },
  { protocol: 'https', component: 'prometheus', authentication: 'password', trust: 'project-ca' },
  { protocol: 'https', component: 'opensearch', authentication: 'password', trust: 'public-ca' },
]

/** A client's version on this machine; undefined when it is not here. */
export const versionOf = async ({ version: [command, ...args], pattern, libraries, env }: Client) => {
  const place = await makeWorkplace(env, libraries)
  const { output } = await run({ command, args, cwd: place.folder, env: place.env, seconds: 60 })
  await place.remove()
  return pattern.exec(output)?.[1]
}
export const collectProofs = () => [spawnSync, GUIDES, CLIENTS, proveGuide, proofKey, factsOf, ENDPOINTS] as unknown as [Said, Trial, World, Guide, Proof]
