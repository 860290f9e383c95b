/** The builds to measure: each made on first use, separate from those of `npm start` and the tests. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { build, type InlineConfig } from 'vite'

const FOLDER = '.cache/bench'

const CONFIGS = {
  /** The build that users get. */
  live: {},
  demo: { mode: 'demo' },
} as const satisfies Record<string, InlineConfig>

export type BuildName = keyof typeof CONFIGS

/** Gives the folder of a build. */
export type Builds = (name: BuildName) => Promise<string>

export const createBuilds = (): Builds => {
  const made = new Map<BuildName, Promise<string>>()
  const make = async (name: BuildName) => {
    const outDir = join(FOLDER, name)
    rmSync(outDir, { recursive: true, force: true })
    await build({ ...CONFIGS[name], logLevel: 'warn', build: { outDir } })
    return outDir
  }
  return (name) => {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    return known
  }
}
