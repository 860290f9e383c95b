/** Where `install-kit.ts` puts the libraries of the clients, and in which versions. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

import pinned from './kit.json' with { type: 'json' }

export const KIT = resolve(process.env['ANCHOR_PROVE_KIT'] ?? join(homedir(), '.cache', 'anchor-prove'))

interface Crate {
  readonly version: string
  readonly features?: readonly string[]
  readonly 'default-features'?: boolean
}

export const PINNED: {
  /** Day on which these were the versions to take. */
  readonly dated: string
  readonly python: Readonly<Record<string, string>>
  readonly npm: Readonly<Record<string, string>>
  /** `group:artifact:version` by set: each set is a class path. With `:zip`, a plugin that holds all that it needs. */
  readonly maven: Readonly<Record<string, readonly string[]>>
  /** Sets of servers that aren't of CI's fixed set. */
  readonly servers: Readonly<Record<string, readonly string[]>>
  /** Sets of clients that are not. */
  readonly workers: Readonly<Record<string, readonly string[]>>
  /** From npm, apart from the others for its size. */
  readonly prisma: Readonly<Record<string, string>>
  readonly go: Readonly<Record<string, string>>
  readonly cargo: Readonly<Record<string, Crate>>
} = pinned

/** A distribution may have extras in brackets: `psycopg[binary]`. */
export const pinnedPython = (distribution: string): string | undefined =>
  Object.entries(PINNED.python).find(([name]) => name.split('[')[0] === distribution)?.[1]

/** @param artifact may also be a pattern */
export const pinnedJar = (
  set: string,
  artifact: string | RegExp,
  group: 'maven' | 'workers' = 'maven',
): string | undefined =>
  PINNED[group][set]
    ?.map((one) => one.split(':'))
    .find(([, name = '']) => (typeof artifact === 'string' ? name === artifact : artifact.test(name)))?.[2]

/** Where a set's jar of this artifact is. */
export const jarOf = (set: string, artifact: string): string =>
  join(KIT, 'maven', set, 'lib', `${artifact}-${pinnedJar(set, artifact) ?? ''}.jar`)
