/** Runs of the proof that switched the check off with one library. */
import type { Place } from '../../clients/postgresql.ts'

/** Runs of the proof with one library: a sign of it among the words of the code, and the setting that was run. */
const LIBRARY_RUNS: readonly (readonly [library: RegExp, name: RegExp, run: string])[] = [
  [
    /\b(?:from|import) requests\b|\brequests \. (?:get|post|put|patch|delete|head|request|Session)\b/,
    /^verify$/,
    'requests-verify-false',
  ],
  [/\b(?:from|import) httpx\b|\bhttpx \. \w/, /^verify$/, 'httpx-verify-false'],
  [/\b(?:from|import) opensearchpy\b/, /^verifycerts$/, 'opensearch-py-verify-certs'],
  [/\bsarama \. \w/, /insecureskipverify$/, 'sarama-skip-verify'],
  [/\bredis \. (?:Universal)?Options\b/, /insecureskipverify$/, 'go-redis-skip-verify'],
]

/**
 * The run that showed what a switch does; none where the code has several of these libraries.
 *
 * @param thrown names of the switches, lower case, letters only
 */
export const libraryRun = ({ container, words }: Place, thrown: readonly string[]): string | undefined => {
  if (container !== 'code') return undefined
  const used = LIBRARY_RUNS.filter(([library]) => library.test(words))
  const [[, name, run] = []] = used
  return used.length === 1 && thrown.some((letters) => name?.test(letters)) ? run : undefined
}
