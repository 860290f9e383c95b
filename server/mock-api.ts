/** `npm run mock-api -- --port N [--token T] [--scenario S] [--speed N]`: the mock API as a server, for avn, curl or a proxy. */
import { parseArgs } from 'node:util'

import { isScenarioName, scenarioNames } from '../mocks/scenarios.ts'
import { otherPort, parsePort } from './listen.ts'
import { serveMockApi, type MockServerOptions } from './mock-server.ts'

const DEFAULT_PORT = '8787'
const USAGE = 'Usage: npm run mock-api -- [--port N] [--token T] [--scenario S] [--speed N]'

/** @throws with a sentence for the user */
const readOptions = (args: string[]): MockServerOptions => {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      token: { type: 'string' },
      scenario: { type: 'string' },
      speed: { type: 'string' },
    },
  })
  const { port = DEFAULT_PORT, token, scenario = 'default' } = values
  const speed = Number(values.speed ?? 1)
  if (!(speed > 0 && speed < Infinity))
    throw new Error('--speed must be a number above 0: how many times faster changes finish.')
  if (!isScenarioName(scenario)) {
    throw new Error(`There is no scenario "${scenario}". Choose one of: ${scenarioNames.join(', ')}.`)
  }
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new Error('--token must be visible ASCII characters without spaces, because it’s sent in a header.')
  }
  return { port: parsePort('--port', port), scenario, speed, ...(token !== undefined && { token }) }
}

/** A word quoted for sh. */
const quote = (word: string) => (/^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)

const avnLines = (origin: string, token: string) =>
  [
    'project list',
    'service list --project demo-shop',
    'service get --project demo-shop events',
    'service user-list --project demo-shop events',
    'project ca-get --project demo-shop --target-filepath ca.pem',
    'service user-creds-download --project demo-shop --username avnadmin events',
    'service user-kafka-java-creds --project demo-shop --username avnadmin events',
  ].map((command) => `  AIVEN_WEB_URL=${origin} AIVEN_AUTH_TOKEN=${quote(token)} avn ${command}`)

try {
  const options = readOptions(process.argv.slice(2))
  const server = await serveMockApi(options)
  for (const line of [
    ...otherPort(options.port, server),
    `The mock API is running; scenario: ${options.scenario ?? 'default'}.`,
    server.origin,
    "With Aiven's own client:",
    ...avnLines(server.origin, options.token ?? 'any-token'),
    'Stop it with Ctrl+C.',
  ])
    console.log(line)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  console.error(USAGE)
  process.exitCode = 1
}
