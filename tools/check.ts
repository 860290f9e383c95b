/**
 * `npm run check`: everything that isn't a test. Each check reports what is wrong and its command; all of them run, so
 * that one run shows everything.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { build } from 'vite'

import { adviseOn, auditOf, auditOfKnown, importedPackages, withAllTheyNeed } from './advisories.ts'
import { eagerFormatters, importViolations } from './architecture.ts'
import { checkMock } from './conformance.ts'
import { staleDeployFiles } from './deploy-files.ts'
import { measureFirstScreen, measureRoutes, overBudget, routesOverBudget } from './first-screen.ts'
import { pagePaths } from './page-paths.ts'
import {
  licenceProblems,
  lockFileProblems,
  longFiles,
  missingFiles,
  missingScripts,
  mockInBuild,
  readFolder,
  readSources,
  sharedNumbers,
} from './repository.ts'
import { sentencesInTests } from './test-sentences.ts'

/** Why a check couldn't run here. */
interface Skipped {
  readonly skipped: string
}

/** Sentences about what is wrong, none when all is well; or that nothing was checked. */
type Outcome = readonly string[] | Skipped

type Check = () => Outcome | Promise<Outcome>

/** A tool of node_modules, by its command line. */
const run =
  (script: string, ...args: string[]): Check =>
  () => {
    const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' })
    return status === 0 ? [] : [`see above: ${[script, ...args].join(' ')}`]
  }

const sizes: Check = async () => {
  const measured = await measureFirstScreen('dist')
  const { script, style, files } = measured
  console.log(`  ${String(script)} bytes of script and ${String(style)} of style (gzip -9) in ${String(files)} files`)
  return overBudget(measured)
}

/** Each page's own code, for every route there is. */
const routeSizes: Check = async () => {
  const costs = await measureRoutes('dist', ['sign-in', ...(await pagePaths())])
  for (const { route, script } of costs) console.log(`  ${String(script).padStart(6)} bytes beyond it: /${route}`)
  return routesOverBudget(costs)
}

/** Against Aiven's own API document, wherever AIVEN_OPENAPI says that it lies. */
const conformance: Check = async () => {
  const file = process.env['AIVEN_OPENAPI']
  if (file === undefined || file === '') {
    return { skipped: "AIVEN_OPENAPI does not say where Aiven's OpenAPI document is" }
  }
  const { answers, problems } = await checkMock(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
  console.log(`  ${String(answers)} answers checked against ${file}`)
  return answers === 0 ? ['no answer was checked'] : problems
}

/** Scripts and files that documents mention. Decisions are history, so what they name may be gone. */
const documents: Check = () => {
  const { scripts: known } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'))
  const clashes = sharedNumbers(readdirSync('docs/decisions'))
  const claims = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.map((name) => `docs/${name}`)].flatMap(
    (document) => {
      const text = readFileSync(document, 'utf8')
      return [
        ...missingScripts(text, known).map((script) => `${document}: there is no npm script "${script}"`),
        ...missingFiles(text, existsSync).map((path) => `${document}: there is no file ${path}`),
      ]
    },
  )
  return [...clashes, ...claims]
}

/** Advisories for shipped packages, and for those that build or run the programs with a token. */
const audit: Check = () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const beside = new Map([...readFolder('server'), ['vite.config.ts', readFileSync('vite.config.ts', 'utf8')]])
  const names = [...Object.keys(dependencies), ...importedPackages(beside)]
  const packages = withAllTheyNeed(readFileSync('package-lock.json', 'utf8'), names)
  console.log(`  ${String(packages.size)} packages ship, or build what holds the token`)
  return adviseOn(auditOf('.'), auditOfKnown(), packages)
}

const CHECKS: Record<string, Check> = {
  types: run('typescript/bin/tsc'),
  lint: run('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
  format: run('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'direction of imports': () => importViolations(readSources()),
  'formatters made when needed': () => eagerFormatters(readSources()),
  'length of files': () => longFiles(readSources()),
  'tests that depend on sentences': () => sentencesInTests(readSources()),
  'unused code and dependencies': run('knip/bin/knip.js', '--treat-config-hints-as-errors'),
  'lock file': () => lockFileProblems(readFileSync('package-lock.json', 'utf8')),
  'files of deploy/': staleDeployFiles,
  licences: () => licenceProblems(readFileSync('package-lock.json', 'utf8')),
  'known vulnerabilities': audit,
  'what documents name': documents,
  'answers of the mock': conformance,
  'live build': async () => {
    await build({ logLevel: 'warn' })
    return []
  },
  'no mock in the live build': () => mockInBuild(readFolder('dist')),
  'first screen': sizes,
  'every other page': routeSizes,
}

let failed = 0
let skipped = 0
for (const [name, check] of Object.entries(CHECKS)) {
  const begun = performance.now()
  console.log(`- ${name}`)
  const outcome: Outcome = await Promise.resolve()
    .then(check)
    .catch((error: unknown) => [String(error)])
  const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`
  if ('skipped' in outcome) {
    skipped += 1
    console.log(`  skipped: ${outcome.skipped}`)
    continue
  }
  for (const problem of outcome) console.log(`  ${problem}`)
  failed += outcome.length > 0 ? 1 : 0
  console.log(`  ${outcome.length > 0 ? 'FAILED' : 'good'}, ${took}`)
}
const rest = skipped === 0 ? '' : ` ${String(skipped)} skipped.`
console.log(failed === 0 ? `Checks are good.${rest}` : `${String(failed)} checks failed.${rest}`)
process.exitCode = failed === 0 ? 0 : 1
