/** Checks the registry's advisories for packages that affect users: those that ship, and those that run beside the token. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** The used part of what `npm audit --json` prints; without `vulnerabilities` it reached no registry. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>
}

const IMPORT = /\bfrom '((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g

/** Packages that sources import. @param sources texts by path; tests are left out */
export const importedPackages = (sources: ReadonlyMap<string, string>): Set<string> =>
  new Set(
    [...sources]
      .filter(([path]) => !path.includes('.test.'))
      .flatMap(([, text]) => [...text.matchAll(IMPORT)].map(([, name = '']) => name)),
  )

/** Those packages and all their dependencies, from the lock file. */
export const withAllTheyNeed = (lockFile: string, names: Iterable<string>): Set<string> => {
  const { packages } = JSON.parse(lockFile) as { packages: Readonly<Record<string, Locked>> }
  const needs = new Map<string, Set<string>>()
  for (const [path, { dependencies, optionalDependencies, peerDependencies }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1) ?? ''
    // Any version: if a package is installed twice, both are checked.
    const needed = needs.get(name) ?? new Set()
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      needed.add(other)
    needs.set(name, needed)
  }
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || !needs.has(name)) continue
    found.add(name)
    waiting.push(...(needs.get(name) ?? []))
  }
  return found
}

/**
 * @param report of this repository
 * @param known report about a package with a well-known vulnerability: a registry that doesn't report it reports none
 * @param packages whose advisories count
 * @returns sentences about what is wrong, or why it couldn't be checked
 */
export const adviseOn = (
  report: AuditReport,
  known: AuditReport,
  packages: ReadonlySet<string>,
): string[] | { readonly skipped: string } => {
  if (!report.vulnerabilities || Object.keys(known.vulnerabilities ?? {}).length === 0) {
    return { skipped: 'this registry doesn’t report advisories, so the packages weren’t audited' }
  }
  return Object.entries(report.vulnerabilities)
    .filter(([name, { severity }]) => packages.has(name) && (severity === 'high' || severity === 'critical'))
    .map(([name, { severity }]) => `${name}: a vulnerability of severity ${severity} is known`)
}

/** Asks the registry about the lock file of a folder. */
export const auditOf = (folder: string): AuditReport => {
  const options = { encoding: 'utf8', cwd: folder } as const
  const { stdout } = spawnSync('npm', ['audit', '--package-lock-only', '--json'], options)
  try {
    return JSON.parse(stdout) as AuditReport
  } catch {
    return {}
  }
}

/** The answer about a package with a vulnerability of 2020. */
export const auditOfKnown = (): AuditReport => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-audit-'))
  try {
    const root = { name: 'known', version: '1.0.0', dependencies: { minimist: '0.0.8' } }
    const packages = { '': root, 'node_modules/minimist': { version: '0.0.8' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(root))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...root, lockfileVersion: 3, packages }))
    return auditOf(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
