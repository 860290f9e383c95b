import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'
import { maskSecrets } from './mask/mask-secrets.ts'
import { CONTAINERS, VARIABLES, type Pairs } from './testing/containers.ts'

const ALL = { ...CONTAINERS, ...VARIABLES }

/** Seeded, so that what fails once fails again. */
const SEED = 20261129
const RUNS = 10_000
const SECRET = 'S3cr3tS3cr3t'

const KAFKA: Pairs = [
  ['bootstrap.servers', 'k.example.com:1'],
  ['security.protocol', 'SASL_SSL'],
  ['security.protocol', 'PLAINTEXT'],
  ['sasl.mechanism', 'PLAIN'],
  ['sasl.password', SECRET],
  ['sasl.jaas.config', `x required username="u" password="${SECRET}";`],
  ['ssl.truststore.location', 'a.jks'],
  ['ssl.truststore.password', SECRET],
  ['ssl.truststore.type', 'PEM'],
  ['ssl.ca.location', '~/ca.pem'],
  ['ssl.endpoint.identification.algorithm', ''],
  ['enable.ssl.certificate.verification', 'false'],
  ['producer.security.protocol', 'SSL'],
]
const URIS = [
  `postgres://u:${SECRET}@h.example.com:1/d?sslmode=require`,
  `postgresql+asyncpg://u:${SECRET}@h/d`,
  `mysql://u:${SECRET}@h:1/d?ssl-mode=REQUIRED`,
  `rediss://:${SECRET}@h:1`,
  `jdbc:postgresql://h/d?user=u&password=${SECRET}&sslmode=require`,
  `u:${SECRET}@tcp(h:1)/d?tls=true`,
  `host=h dbname=d password=${SECRET} sslmode=require`,
  `Host=h;Username=u;Password=${SECRET};SSL Mode=Require`,
]
const STRINGS: Pairs = URIS.map((uri) => ['database.url', uri] as const)

const settings = fc
  .uniqueArray(fc.constantFrom(...KAFKA, ...STRINGS), { minLength: 1, maxLength: 8, selector: ([name]) => name })
  .chain((pairs) => fc.record({ pairs: fc.constant(pairs), container: fc.constantFrom(...Object.keys(ALL)) }))
const text = settings.map(({ pairs, container }) => ALL[container]?.(pairs) ?? '')

/** What happens to a text on its way: how it is cut, joined and encoded. */
const BENDS: Readonly<Record<string, (whole: string, at: number) => string>> = {
  none: (whole) => whole,
  cut: (whole, at) => whole.slice(0, at),
  doubled: (whole) => `${whole}\n\n${whole}`,
  // A letter, `:` or `@` less, and nothing tells any longer that there is a secret.
  dropped: (whole, at) =>
    /[^"'{}()[\],;\s]/.test(whole.charAt(at)) ? whole : whole.slice(0, at) + whole.slice(at + 1),
  crlf: (whole) => whole.replaceAll(/\r?\n/g, '\r\n'),
  marked: (whole) => `\ufeff${whole}`,
  'non-breaking': (whole) => whole.replaceAll('  ', '\u00a0 '),
  typographic: (whole) => whole.replaceAll(/"([^"\n]*)"/g, '“$1”'),
  'in JSON': (whole) => JSON.stringify({ file: whole }),
  'in YAML': (whole) => `data:\n  file: |\n${whole.replaceAll(/^/gm, '    ')}`,
  'quoted again': (whole) => whole.replaceAll(/^/gm, '> '),
  added: (whole) => whole.replaceAll(/^/gm, '+'),
  'in HTML': (whole) => `<pre>${whole.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
}

const bent = fc
  .tuple(text, fc.nat(), fc.constantFrom(...Object.values(BENDS)))
  .map(([whole, at, bend]) => bend(whole, at % (whole.length + 1)))

describe(`${String(RUNS)} texts made of settings, containers and damage`, () => {
  it('no exception, no secret in what is shown, and every correction parses and verifies', async () => {
    const property = fc.asyncProperty(bent, async (whole) => {
      const found = await findConnections(whole)
      const said = found.map(({ what, shown, drivers, notes }) => JSON.stringify({ what, shown, drivers, notes }))
      expect(said.join('')).not.toContain(SECRET)
      for (const { corrected } of found) {
        if (corrected === undefined) continue
        expect(maskSecrets(corrected)).not.toContain(SECRET)
        const again = await findConnections(corrected)
        expect(again.length).toBe(found.length)
        expect(
          again.some(({ drivers }) => drivers.length > 0 && drivers.every(({ verifies }) => verifies === 'full')),
        ).toBe(true)
      }
    })
    await fc.assert(property, { seed: SEED, endOnFailure: true, numRuns: RUNS })
  }, 600_000)
})
