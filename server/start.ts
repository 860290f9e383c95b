/**
 * `npm start`: the demo. Builds the app with the mock API in the page and serves it on loopback.
 * Reads only the variable PORT (4173 by default), so a token in the environment isn't used.
 */
import { buildApp } from './build-app.ts'
import { DEFAULT_PORT, otherPort, parsePort } from './listen.ts'
import { serveBuild } from './static-server.ts'

try {
  const port = parsePort('PORT', process.env['PORT'] ?? DEFAULT_PORT)
  await buildApp('demo')
  const server = await serveBuild('dist-demo', port)
  for (const line of [...otherPort(port, server), 'The demo is running on mock data. Open', server.url])
    console.log(line)
  console.log('Stop it with Ctrl+C.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
