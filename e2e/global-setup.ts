import { build } from 'vite'

import { serveBuild } from '../server/static-server.ts'

/**
 * Builds the live build, which tests find in dist/, and the demo, which it serves on a free port: tests find its
 * address in BASE_URL. With E2E_BUILT, both builds exist already.
 */
export default async function globalSetup() {
  if (process.env['E2E_BUILT'] === undefined) {
    await build({ logLevel: 'warn' })
    await build({ mode: 'demo', logLevel: 'warn' })
  }
  const { url, close } = await serveBuild('dist-demo', 0)
  process.env['BASE_URL'] = url
  return close
}
