/**
 * A private folder for generated code that is then run: inside the project, never in a folder shared by users of the
 * machine. Plain JavaScript, because it runs before anything is bundled.
 */
import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url))

/**
 * The folder; created if missing.
 * @param {string} [parent]
 * @returns {string} its path
 * @throws if another user could have written there, with what to do
 */
export const privateFolder = (parent = CACHE) => {
  const folder = join(parent, 'anchor-private')
  mkdirSync(parent, { recursive: true })
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const stats = lstatSync(folder)
  // Windows has neither; there the project is usually in the user's profile.
  const user = process.getuid?.()
  const isOurs = user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0)
  if (!stats.isDirectory() || !isOurs) {
    throw new Error(`${folder} isn’t a folder that only you can use, so nothing in it is run. Remove it and try again.`)
  }
  return folder
}
