/**
 * A folder of this user's for what is made here and then run: in the project, never in a folder that users of the
 * machine share. Plain JavaScript, because it runs before anything is bundled.
 */
import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url))

/**
 * The folder; made when it isn't there.
 * @param {string} [parent]
 * @returns {string} its path
 * @throws when somebody else could have written there, with what to do
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
  // Windows has neither; there the project lies in the user's own profile.
  const user = process.getuid?.()
  const isOurs = user === undefined || (stats.uid === user && (stats.mode & 0o077) === 0)
  if (!stats.isDirectory() || !isOurs) {
    throw new Error(`${folder} isn’t a folder that only you can use, so nothing in it is run. Remove it and try again.`)
  }
  return folder
}
