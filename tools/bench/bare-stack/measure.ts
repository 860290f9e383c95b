/** Measures the libraries of the first screen alone, to compare with our own code. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export interface BareStack {
  /** Bytes after gzip -9. */
  readonly script: number
  readonly style: number
}

/** Builds it in memory, as Vite does by default. */
export const measureBareStack = async (): Promise<BareStack> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: path('.'),
    plugins: [react(), tailwindcss()],
    build: { write: false },
  })
  if (!('output' in built)) throw new Error('The bare stack was built into something else than one bundle.')
  const size = (extension: string) =>
    built.output
      .filter(({ fileName }) => fileName.endsWith(extension))
      .reduce((sum, file) => sum + gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length, 0)
  return { script: size('.js'), style: size('.css') }
}
