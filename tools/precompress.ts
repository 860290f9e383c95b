/** A step of the live build: beside every file worth it, the same compressed, for web servers to send as it lies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import type { Plugin } from 'vite'

/** Below this a compressed file saves nothing: both fit into one packet. */
const WORTH_IT_BYTES = 1000

/**
 * Text files of a folder, index.html not among them: a server may write it anew, or someone by hand, and would then
 * send the old one.
 */
const compressFolder = (folder: string): void => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((path) => /\.(?:js|css|svg|json|txt|wasm)$/.test(path))) {
    const path = join(folder, name)
    const bytes = readFileSync(path)
    if (bytes.length < WORTH_IT_BYTES) continue
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
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
    closeBundle: () => {
      compressFolder(folder)
    },
  }
}
