/** Builds the app in a separate process that gets no token. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { forgetAccount } from './environment.mjs'

/**
 * @param mode of the build: `demo` with the mock API in the page, `production` without
 * @throws if the build fails; the reason is on standard error
 */
export const buildApp = async (mode: 'demo' | 'production'): Promise<void> => {
  const command = ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn']
  const child = spawn(process.execPath, command, {
    env: forgetAccount({ ...process.env }),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error('The console couldn’t be built.')
}
