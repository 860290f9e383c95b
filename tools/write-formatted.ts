import { writeFileSync } from 'node:fs'

import { format, resolveConfig } from 'prettier'

/** Writes a file of the repository as `npm run format` would: what a tool writes then passes `npm run check`. */
export const writeFormatted = async (path: string, text: string): Promise<void> => {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}
