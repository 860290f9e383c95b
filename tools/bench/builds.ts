/** The builds that are measured, each made when it is first asked for, apart from those of `npm start` and the tests. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { build, type InlineConfig, type Plugin } from 'vite'

const FOLDER = '.cache/bench'

/** Replaces a text that must be there: a build that measures something else than it says is worse than none. */
const replacing = (file: RegExp, from: string, to: string): Plugin => ({
  name: 'bench-replacing',
  enforce: 'pre',
  transform: {
    filter: { id: file },
    handler: (code) => {
      if (!code.includes(from)) throw new Error(`The bench looks for "${from}", which is no longer there.`)
      return code.replace(from, to)
    },
  },
})

/** The list in a page of its own, in place of the app. */
const listAlone: Plugin = {
  name: 'bench-list-alone',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/main.tsx', '/src/pages/service-list/testing/list-alone.tsx'),
  },
}

const CONFIGS = {
  /** What users get. */
  live: {},
  demo: { mode: 'demo' },
  /** The live build with all rows in the document, however many. */
  plain: {
    plugins: [
      replacing(/service-list\/service-browser\.tsx$/, 'const WINDOWED_FROM = 300', 'const WINDOWED_FROM = Infinity'),
    ],
  },
  'list-alone': { plugins: [listAlone] },
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
