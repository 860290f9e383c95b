/** Which clients have been seen to print what: the samples that the patterns are tested with. */
import { explainErrors } from './explain.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import samples from './samples.json' with { type: 'json' }

let found: ReadonlyMap<string, readonly string[]> | undefined

const collect = (): ReadonlyMap<string, readonly string[]> => {
  const seen = new Map<string, Set<string>>()
  for (const { client, version, message } of [...samples, ...proofSamples]) {
    for (const { id } of explainErrors(message)) seen.set(id, (seen.get(id) ?? new Set()).add(`${client} ${version}`))
  }
  return new Map([...seen].map(([id, clients]) => [id, [...clients].toSorted()]))
}

/** Clients, with version, whose message of this kind was taken down when the client was run: "psql 15.18". */
export const seenWith = (pattern: string): readonly string[] => {
  found ??= collect()
  return found.get(pattern) ?? []
}
