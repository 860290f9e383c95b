/**
 * `npx tsx --no-cache tools/seen-clients.ts`: writes which clients printed which kind of message, so that the page
 * contains only their names, not their output. A test compares the file with the samples.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import { explainErrors } from '../src/diagnose/messages/explain.ts'
import { writeFormatted } from './write-formatted.ts'

const FOLDER = 'src/diagnose/messages'
const SAMPLES = ['samples.json', 'proof-samples.json']

interface Sample {
  readonly client: string
  readonly version: string
  readonly message: string
}

const samplesOf = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Sample[]

/** By the message's id, clients with their version in the order of their names: "psql 15.18". */
export const seenClients = (): Readonly<Record<string, readonly string[]>> => {
  const seen = new Map<string, Set<string>>()
  for (const { client, version, message } of SAMPLES.flatMap(samplesOf)) {
    for (const { id } of explainErrors(message)) seen.set(id, (seen.get(id) ?? new Set()).add(`${client} ${version}`))
  }
  const byName = [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(byName.map(([id, clients]) => [id, [...clients].toSorted()]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFormatted(`${FOLDER}/seen.json`, JSON.stringify(seenClients(), null, 2))
}
