/** A step of the live build: beside every file worth it, the same compressed, for web servers to send as it lies. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

/** Below this a compressed file saves nothing: both fit into one packet. */
const WORTH_IT_BYTES = 1000

/**
 * Text files of a folder, index.html not among them: a server may write it again, or someone by hand, and would then
 * send the old one.
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

/** The plugin. It runs when everything is written, public files among it. */
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
