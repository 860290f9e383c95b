/**
 * Runs Aiven's own client and this console's code against one mock API: each change is made once by the page's code, and
 * once by the avn command that the page shows for it, and both must then list the same. Files saved by avn must equal
 * those saved by the page.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { MutationObserver, QueryClient } from '@tanstack/react-query'

import { serveMockApi } from '../../../server/mock-server.ts'
import { createApi } from '../../../src/api/client.ts'
import { OPERATIONS, operationPath } from '../../../src/api/operations.ts'
import { projectCa } from '../../../src/api/project-ca.ts'
import { sendWrite } from '../../../src/api/send-write.ts'
import type { ServiceWrite } from '../../../src/api/service-write.ts'
import { serviceUserGet } from '../../../src/api/user.ts'
import { caCommands, clientCommands, type Command } from '../../../src/snippets/commands.ts'
import { writeCommands } from '../../../src/snippets/write-commands.ts'
import { KIT } from '../kit.ts'
import { makeWorkplace, type Workplace } from '../workplace.ts'
import { LISTS, PROJECT, STEPS, type List, type Read, type Step } from './steps.ts'

const BIN = join(KIT, 'python/venv/bin')
/** Longer than any change takes. */
const HOUR_MS = 3_600_000

interface Clients {
  readonly api: ReturnType<typeof createApi>
  readonly read: Read
  readonly send: (write: ServiceWrite) => Promise<unknown>
  readonly workplace: Workplace
  /** Advances the API's clock. */
  readonly passTime: () => void
}

/** @throws with avn's output, if it fails */
const run = async (workplace: Workplace, command: string, input = ''): Promise<string> => {
  const { status, output } = await workplace.shell(command, { input })
  if (status !== 0) throw new Error(`${command}: ${output.trim().split('\n').slice(-2).join(' ')}`)
  return output
}

const avnCommands = (commands: readonly Command[]): string[] =>
  commands.map(({ text }) => text).filter((text) => text.startsWith('avn '))

/** The page's commands of avn for a change; it asks for the name of what it deletes. */
const runChange = async (workplace: Workplace, write: ServiceWrite): Promise<void> => {
  const { operation, params } = write
  const request = { ...write, method: OPERATIONS[operation].method, path: operationPath(operation, params) }
  const commands = avnCommands(writeCommands('sh', request))
  if (commands.length === 0) throw new Error(`the page has no command of avn for ${operation}`)
  for (const command of commands) await run(workplace, command, `${params['service_name'] ?? ''}\n`)
}

const avnLines = async ({ workplace }: Clients, { avn, fields }: List): Promise<string[]> => {
  const items = JSON.parse(await run(workplace, `avn service ${avn} --project=${PROJECT} --json`)) as unknown[]
  return items.map((item) =>
    fields ? fields.map((field) => String((item as Record<string, unknown>)[field])).join(' ') : String(item),
  )
}

/** @returns differences */
const compareChange = async (clients: Clients, { list, change, expected }: Step): Promise<string[]> => {
  await clients.send(change('page'))
  await runChange(clients.workplace, change('avn'))
  clients.passTime()
  const page = (await LISTS[list].page(clients.api, clients.read)).map((values) => values.join(' '))
  const avn = await avnLines(clients, LISTS[list])
  const problems = (['page', 'avn'] as const).flatMap((actor) => {
    const words = expected(actor)
    const gone = words.startsWith('no ')
    const found = page.some((line) => `${line} `.startsWith(`${gone ? words.slice(3) : words} `))
    return found === gone ? [`after what ${actor} did: not “${words}”`] : []
  })
  const differs = page.toSorted().join('\n') !== avn.toSorted().join('\n')
  return differs ? [...problems, `the page tells ${page.join(', ')}; avn tells ${avn.join(', ')}`] : problems
}

/** What both save: the CA, and a Kafka user's certificate and key. */
const compareFiles = async ({ api, read, workplace }: Clients): Promise<string[]> => {
  const user = { project: PROJECT, service: 'events', username: 'avnadmin' }
  const { pem } = await read(projectCa(api, PROJECT))
  const { access_cert, access_key } = await read(serviceUserGet(api, user))
  const [caGet = ''] = avnCommands(caCommands('sh', PROJECT))
  const [download = ''] = avnCommands(clientCommands('sh', user.project, user.service, user.username))
  const differing = async (name: string, wanted: string | null | undefined) =>
    // A mark after the file's end: otherwise the shell would drop its last line break.
    (await run(workplace, `cat ${name} && printf .`)) === `${wanted ?? ''}.`
      ? []
      : [`${name} isn't what the page saves`]
  await run(workplace, caGet)
  const alone = await differing('ca.pem', pem)
  await run(workplace, `rm ca.pem && ${download}`)
  const three = [
    await differing('ca.pem', pem),
    await differing('service.cert', access_cert),
    await differing('service.key', access_key),
  ]
  return [...alone, ...three.flat()]
}

/** @returns differences, as sentences */
export const runAvn = async (report: (line: string) => void): Promise<string[]> => {
  if (!existsSync(join(BIN, 'avn'))) {
    report('avn: not run, it is not here (tools/prove/install.sh installs it)')
    return []
  }
  let ahead = 0
  const { origin, close } = await serveMockApi({ port: 0, clock: () => new Date(Date.now() + ahead) })
  const env = { AIVEN_WEB_URL: origin, AIVEN_AUTH_TOKEN: 'of-the-proof' }
  const workplace = await makeWorkplace({ path: [BIN], env })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const api = createApi({ origin, token: () => 'of-the-proof', fetch: (request) => fetch(request) })
  const clients: Clients = {
    api,
    workplace,
    passTime: () => {
      ahead += HOUR_MS
    },
    read: (query) => client.fetchQuery({ ...query, staleTime: 0 }),
    send: (write) => new MutationObserver(client, sendWrite(api)).mutate(write),
  }
  const problems: string[] = []
  const check = async (what: string, work: () => Promise<string[]>) => {
    const found = await work().catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    report(`avn/${what}: ${found.length === 0 ? 'the same' : 'DIFFERS'}`)
    problems.push(...found.map((text) => `avn/${what}: ${text}`))
  }
  try {
    await check('files', () => compareFiles(clients))
    for (const [what, step] of Object.entries(STEPS)) await check(what, () => compareChange(clients, step))
  } finally {
    await workplace.remove()
    await close()
  }
  return problems
}
