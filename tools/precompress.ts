/** A step of the live build: writes a compressed copy beside every file worth it, which web servers can send unchanged. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

/** Below this size, compression saves nothing: both fit into one packet. */
const WORTH_IT_BYTES = 1000

/**
 * Text files of a folder, except index.html: a server or a person may rewrite it, and the compressed copy would be stale.
 */
const compressFolder = async (folder: string): Promise<void> => {
  const names = (await readdir(folder, { recursive: true })).filter((path) => /\.(?:js|css|svg|json|txt)$/.test(path))
  const compress = async (path: string) => {
    const bytes = await readFile(path)
    if (bytes.length < WORTH_IT_BYTES) return
    const [gz, br] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ])
    await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)])
  }
  await Promise.all(names.map((name) => compress(join(folder, name))))
}

/** The Vite plugin. It runs when all files are written, including public ones. */
export const precompress = (): Plugin => {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir
    },
    closeBundle: () => compressFolder(folder),
  }
}
