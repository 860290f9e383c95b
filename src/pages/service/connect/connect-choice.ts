import type { Service } from '../../../api/service.ts'
import type { Component } from '../../../api/service.ts'
import { ownSystem } from '../../../features/command-line/own-system.ts'
import type { System, Trust } from '../../../snippets/guide.ts'
import { trustOf } from '../../../snippets/facts.ts'
import type { Verdict } from '../../../domain/verdict.ts'

export const SYSTEMS: readonly { readonly value: System; readonly label: string }[] = [
  { value: 'linux', label: 'Linux' },
  { value: 'macos', label: 'macOS' },
  { value: 'windows', label: 'Windows' },
]

export const TRUSTS: readonly { readonly value: Trust; readonly label: string }[] = [
  { value: 'public-ca', label: 'Public CA' },
  { value: 'project-ca', label: 'Project CA' },
]

export const systemChoice = (params: URLSearchParams): System =>
  SYSTEMS.find(({ value }) => value === params.get('os'))?.value ?? ownSystem()

/** Who signs the endpoint: the user's choice counts only if it isn't known. */
export const trustChoice = (params: URLSearchParams, verdict: Verdict): { trust: Trust; sure: boolean } => {
  const { trust, sure } = trustOf(verdict)
  const said = TRUSTS.find(({ value }) => value === params.get('trust'))?.value
  return { trust: (sure ? undefined : said) ?? trust, sure }
}

export interface DatabaseChoice {
  /** What the choice is called. */
  readonly label: 'Database' | 'Pool'
  readonly value: string
  /** Pools are listed by the API; databases are named by the user. */
  readonly options: readonly string[] | undefined
  /** The URL names a pool that doesn't exist: then none is chosen (`value` is ''), instead of another one. */
  readonly missing: string | undefined
}

/** The database or pool, for protocols that have one. */
export const databaseChoice = (
  params: URLSearchParams,
  service: Service,
  { component }: Component,
): DatabaseChoice | undefined => {
  const wanted = params.get('database')
  if (component === 'pgbouncer') {
    const options = service.connection_pools.map(({ pool_name }) => pool_name)
    // What couldn't be read may be the pool that the URL names.
    if (wanted !== null && service.problems.length > 0 && !options.includes(wanted)) options.push(wanted)
    const [first] = options
    if (first === undefined && wanted === null) return undefined
    const isMissing = wanted !== null && !options.includes(wanted)
    return {
      label: 'Pool',
      value: isMissing ? '' : (wanted ?? first ?? ''),
      options,
      missing: isMissing ? wanted : undefined,
    }
  }
  if (component !== 'pg' && component !== 'mysql') return undefined
  return {
    label: 'Database',
    value: (wanted || service.service_uri_params['dbname']) ?? 'defaultdb',
    options: undefined,
    missing: undefined,
  }
}

/** A sentence about an invalid folder. */
export const folderProblem = (folder: string): string | undefined =>
  folder.trim().startsWith('~') ? 'Write the whole path: most clients don’t know what ~ stands for.' : undefined
