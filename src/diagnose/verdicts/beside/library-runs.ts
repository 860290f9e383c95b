/** Runs of the proof that switched the check off with one library. */
import type { Place } from '../place.ts'
import type { DriverVerdict } from '../verdict.ts'

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

type Library = Pick<DriverVerdict, 'driver' | 'basis' | 'source'>

/** Libraries that were run with a switch of their own, by what only they are called. */
const LIBRARIES: readonly (readonly [sign: RegExp, switched: RegExp, library: Library])[] = [
  [/\bio \. lettuce\b|\bRedisURI\b/, /VerifyPeer/, { driver: 'Lettuce (Java)', basis: 'run', source: 'Lettuce 7.7.0' }],
  [
    /\bredis \. clients \. jedis\b|\bJedis\w*/,
    /sslVerifyMode/,
    { driver: 'Jedis (Java)', basis: 'run', source: 'Jedis 8.0.2' },
  ],
]

/** @param switched words of the code that turn the check off; undefined where no library is known by them */
export const libraryOf = ({ words }: Place, switched: string): Library | undefined =>
  LIBRARIES.find(([sign, own]) => own.test(switched) && sign.test(words))?.[2]
