import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Two builds of one app: the live build (`vite build`, into `dist/`) talks to the real API and holds no mock
 * code; the demo (`--mode demo`, into `dist-demo/`) carries the mock API in a chunk of its own.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss()],
  define: { __DEMO__: JSON.stringify(mode === 'demo') },
  resolve: {
    // A list of public suffixes that msw wants for cookies: 110 kB gzip for a mock that sets none.
    alias: { tldts: new URL('mocks/no-public-suffixes.ts', import.meta.url).pathname },
  },
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    // Nothing inline: the Content-Security-Policy allows files of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}))
