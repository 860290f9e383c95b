import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { precompress } from './tools/precompress.ts'

const file = (path: string) => new URL(path, import.meta.url).pathname

/**
 * What every visit needs before the first list is usable goes into one file: it compresses better, and the
 * list's page then waits for nothing but itself (124 kB gzip in 3 files instead of 126 kB in 6).
 */
const FIRST_SCREEN = [
  /rolldown.runtime/,
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core)|valibot)\/(?!.*Queries|.*queries)/,
  /src\/(main\.tsx|paths\.ts|app\/(?!account-panel|demo-panel|foot|theme-choice|token-refused)|api\/(?!writes|user-certificates)|pages\/service-list\/[^/]+$)/,
  /src\/tls\/(requirements|endpoint|verdict|unusable-file)\.ts/,
  /src\/components\/(service-type|service-status|requirement-mark|api-problem|not-found|pending|project-switcher|evidence|last-project)\.tsx?/,
  /src\/ui\/(?!choice|not-kept|tabs|fact-table|save-|use-prompt-value|select|dialog|check|by-hand|secret|shortcuts|confirm-dialog)/,
]

/**
 * Names for React's developer tools keep the router's components in the build that nobody uses (Form,
 * ScrollRestoration, ...): without the names, and told that making a component does nothing else, they go.
 */
const routerWithoutNames: Plugin = {
  name: 'router-without-names',
  transform: {
    filter: { id: /node_modules\/react-router\/dist\/production\// },
    handler: (code) =>
      code
        .replace(/^\w+\.displayName = ".*";$/gm, '')
        .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1')
        .replace(/\binvariant\(([^;]*?),\s*(?:"[^"\n]*"|`[^`]*`)\s*\);/g, 'invariant($1);'),
  },
}

const DEFAULT_API = 'https://api.aiven.io'

/** Which API this is, and who holds the token for it: src/api/access.ts reads it. The demo heeds no environment. */
const sayWhichApi = (demo: boolean): Plugin => ({
  name: 'say-which-api',
  transformIndexHtml: () => {
    const { origin } = new URL((!demo && process.env['AIVEN_WEB_URL']) || DEFAULT_API)
    const attrs = { name: 'anchor-api', content: origin, 'data-token': demo ? 'demo' : 'sign-in' }
    return [{ tag: 'meta', attrs, injectTo: 'head' }]
  },
})

/**
 * Vite wraps every `import()` to load the styles and modules that come with it first. Here nothing comes with it:
 * one style sheet, no preloading. What is left of the wrapper is the call.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}

/**
 * Two builds of one app: the live build (`vite build`, into `dist/`) talks to the real API and holds no mock
 * code; the demo (`--mode demo`, into `dist-demo/`) carries the mock API in a chunk of its own.
 */
export default defineConfig(({ mode, command }) => ({
  plugins: [
    react(),
    tailwindcss(),
    routerWithoutNames,
    plainImports,
    sayWhichApi(mode === 'demo'),
    // The demo is built at every start and goes no further than loopback.
    ...(mode === 'demo' ? [] : [precompress()]),
  ],
  define: { __DEMO__: JSON.stringify(mode === 'demo') },
  resolve: {
    alias: [
      // The mock sets no cookies: msw's store for them, with its libraries, stays out.
      { find: /^\.{1,2}\/.*cookieStore\.mjs$/, replacement: file('mocks/no-cookies.ts') },
      // Its package only ever names its development build; the production one lies beside it.
      ...(command === 'build'
        ? [{ find: /^react-router$/, replacement: file('node_modules/react-router/dist/production/index.mjs') }]
        : []),
    ],
  },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    // What ships of others goes with its licences.
    license: { fileName: 'licenses.md' },
    // Nothing inline: the Content-Security-Policy allows files of our own origin only.
    assetsInlineLimit: 0,
    // Pages import nothing that is not loaded already, so there is nothing to preload for them.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      // Compressing takes its time, and is no warning.
      checks: { bundlerTimings: false },
      // No library here has getters that do something when they are read.
      treeshake: { propertyReadSideEffects: false, manualPureFunctions: ['warning', 'warningOnce'] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'index', priority: 2, test: (id) => FIRST_SCREEN.some((part) => part.test(id)) },
            // With all that it needs: a service's page asks once, not for twenty small files of which each names the next.
            {
              name: 'service',
              priority: 1,
              test: /src\/(pages\/service\/(service-layout|overview-page)|ui\/save-button)\.tsx$/,
            },
            { name: 'connect', test: /src\/pages\/service\/connect-page\.tsx$/ },
          ],
        },
      },
    },
  },
}))
