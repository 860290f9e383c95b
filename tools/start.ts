/**
 * `npm start`: the demo. Builds the app with the mock API in the page and serves it on loopback.
 * Reads PORT (4173 by default) and no other variable: whatever token the environment holds stays there.
 */
import { build } from 'vite'

import { serveBuild } from './static-server.ts'

const DEFAULT_PORT = 4173

const port = Number(process.env['PORT'] ?? DEFAULT_PORT)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, but is "${String(process.env['PORT'])}".`)
  process.exit(1)
}
await build({ mode: 'demo', logLevel: 'warn' })
const { url } = await serveBuild('dist-demo', port)
console.log('The demo is running on mock data. Open')
console.log(url)
console.log('Stop it with Ctrl+C.')
