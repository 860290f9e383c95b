/**
 * `npm run live`: the console on the real API, for the user who starts it, on this machine. Builds the app, serves it on
 * loopback and adds the token, which stays in this process, to every request below `/v1`.
 */
import { buildApp } from './build-app.ts'
import { askUnseen } from './desk/prompt.ts'
import { serveDesk } from './desk/server.ts'
import { takeSettings } from './desk/settings.ts'
import { otherPort } from './listen.ts'

try {
  const ask = () => askUnseen("Your Aiven token (it isn't shown): ", { input: process.stdin, output: process.stdout })
  const { tokenSource, ...settings } = await takeSettings(process.argv.slice(2), process.env, ask)
  await buildApp('production')
  const desk = await serveDesk({ ...settings, folder: 'dist' })
  for (const line of [
    ...otherPort(settings.port, desk),
    `The console is running on ${settings.upstream.host}, with the token from ${tokenSource}.`,
    ...(settings.readOnly ? ['It is read-only: every change is rejected.'] : []),
    'Open this link. It works once, in one browser:',
    desk.link,
    `If your browser can't find that name (Safari), or to keep saved searches after a restart: ${desk.plainLink}`,
    'Stop it with Ctrl+C.',
  ])
    console.log(line)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
