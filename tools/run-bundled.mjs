/**
 * `node tools/run-bundled.mjs tools/NAME.ts ...`: runs a program of ours as one bundle, which starts in a fifth of the
 * time that loading its TypeScript file by file takes. The bundle lies in a cache, named by a digest of all that could
 * be in it, and is made when it is not there. Plain JavaScript, because Node runs it as it stands.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [node = '', , program = '', ...args] = process.argv
const name = basename(program, '.ts')

const sources = ['mocks', 'server', 'src/api'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((file) => /\.m?ts$/.test(file) && !file.endsWith('.test.ts'))
    .toSorted()
    .map((file) => join(root, folder, file)),
)
const digest = createHash('sha256')
for (const file of [...sources, join(root, 'package-lock.json')]) digest.update(file).update(readFileSync(file))

const cache = join(root, 'node_modules', '.cache', 'anchor')
const bundle = join(cache, `${name}-${digest.digest('hex').slice(0, 16)}`)

const make = async () => {
  const { rolldown } = await import('rolldown')
  // As in vite.config.ts: the mock sets no cookies, so msw's store for them stays out.
  const withoutCookies = {
    name: 'without-cookies',
    resolveId: {
      filter: { id: /^\.{1,2}\/.*cookieStore\.mjs$/ },
      handler: () => join(root, 'mocks', 'no-cookies.ts'),
    },
  }
  mkdirSync(cache, { recursive: true })
  // Made beside, then renamed: two that start at once don't see each other's half.
  const draft = mkdtempSync(join(cache, 'draft-'))
  const build = await rolldown({
    input: resolve(program),
    platform: 'node',
    logLevel: 'silent',
    plugins: [withoutCookies],
  })
  await build.write({ dir: draft, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  try {
    renameSync(draft, bundle)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(bundle)) throw error
  }
}

if (!existsSync(bundle)) await make()
process.argv = [node, program, ...args]
await import(pathToFileURL(join(bundle, `${name}.mjs`)).href)
