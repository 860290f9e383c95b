import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

import { pageGroups } from './tools/page-files.ts'
import { precompress } from './tools/precompress.ts'

const file = (path: string) => new URL(path, import.meta.url).pathname

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
 * Two builds of one app: the live build (`vite build`, into `dist/`) talks to the real API and holds no mock
 * code; the demo (`--mode demo`, into `dist-demo/`) carries the mock API in a chunk of its own.
 */
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwindcss(),
    sayWhichApi(mode === 'demo'),
    // The demo is built at every start and goes no further than loopback.
    ...(mode === 'demo' ? [] : [precompress()]),
  ],
  define: { __DEMO__: JSON.stringify(mode === 'demo') },
  resolve: {
    alias: [
      // The mock sets no cookies: msw's store for them, with its libraries, stays out.
      { find: /^\.{1,2}\/.*cookieStore\.mjs$/, replacement: file('mocks/no-cookies.ts') },
    ],
  },
  build: {
    // What public/supported.js asks for, and README names.
    target: ['chrome126', 'edge126', 'firefox126', 'safari18'],
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    // What ships of others goes with its licences.
    license: { fileName: 'licenses.md' },
    // Nothing inline: the Content-Security-Policy allows files of our own origin only.
    assetsInlineLimit: 0,
    // Every browser of `target` knows it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the first page needs is one file; without this it is forty. Other files go by the pages that need them.
      output: { codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }, ...pageGroups()] } },
      // How long compressing takes is no warning.
      checks: { bundlerTimings: false },
    },
  },
}))
