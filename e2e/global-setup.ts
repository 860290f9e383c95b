import { build } from 'vite'

import { serveBuild } from '../tools/static-server.ts'

/** Builds the demo and serves it on a free port, whose address the tests find in BASE_URL. */
export default async function globalSetup() {
  await build({ mode: 'demo', logLevel: 'warn' })
  const { url, close } = await serveBuild('dist-demo', 0)
  process.env['BASE_URL'] = url
  return close
}
