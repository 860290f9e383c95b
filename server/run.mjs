/**
 * `node server/run.mjs server/NAME.ts ...`: runs one of our programs as a bundle. Plain Node: no compiler runs in the
 * process that holds a token, and nothing is run from a folder shared by users of the machine. The bundle is in a private
 * folder, named by a digest of all possible inputs, and is made if missing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { forgetAccount } from './environment.mjs'
import { privateFolder } from './private-folder.mjs'

const DAY_MS = 86_400_000

const root = fileURLToPath(new URL('..', import.meta.url))
const [node = '', , program = '', ...args] = process.argv
const name = basename(program, '.ts')

const digestOfSources = () => {
  const digest = createHash('sha256')
    .update(resolve(program))
    .update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['mocks', 'server', 'src']) {
    for (const file of readdirSync(join(root, folder), { recursive: true }).map(String).toSorted()) {
      if (!/\.m?[jt]s$/.test(file) || file.endsWith('.test.ts')) continue
      digest.update(`${folder}/${file}`).update(readFileSync(join(root, folder, file)))
    }
  }
  return digest.digest('hex').slice(0, 16)
}

/** Deletes bundles of older sources, except recent ones, which another run may be about to read. */
const removeOld = (/** @type {string} */ folder) => {
  for (const file of readdirSync(folder).filter((other) => other.startsWith(`${name}-`))) {
    const path = join(folder, file)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats && Date.now() - stats.mtimeMs > DAY_MS) rmSync(path, { force: true })
  }
}

const findBundle = () => {
  const folder = privateFolder()
  const file = join(folder, `${name}-${digestOfSources()}.mjs`)
  if (!existsSync(file)) {
    const maker = fileURLToPath(new URL('bundle.mjs', import.meta.url))
    const { status } = spawnSync(node, [maker, resolve(program), file], {
      cwd: root,
      env: forgetAccount({ ...process.env }),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (status !== 0) throw new Error(`${program} couldn’t be bundled.`)
    removeOld(folder)
  }
  return file
}

try {
  const file = findBundle()
  process.argv = [node, program, ...args]
  await import(pathToFileURL(file).href)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
