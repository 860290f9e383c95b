import { describe, expect, it } from 'vitest'

import { UnwritableError } from './escape.ts'
import { proofKey, renderGuide, type ConnectionFacts, type Guide, type Rendered, type System } from './guide.ts'
import { ANOTHER_CLIENT, GUIDES, guidesFor } from './guides.ts'
import { OTHER_CLIENTS } from './other-clients.ts'
import { CONNECTIONS } from './testing/facts.ts'
import { CASES, OFFERED } from './testing/guide-cases.ts'
import { VERIFIES } from './testing/verifies.ts'

const SECRET = 'AVNS_secret_of_the_test'

const snippetsOf = ({ files, prepare, run }: Rendered) => [
  ...files,
  ...(prepare ? [prepare] : []),
  ...(run ? [run] : []),
]

/** All that is copied or typed in. */
const textOf = (rendered: Rendered): string =>
  [
    ...snippetsOf(rendered).map(({ text }) => text),
    ...(rendered.fields ?? []).map(({ label, value }) => `${label}=${value}`),
  ].join('\n')

/** What looks secure and isn't, or breaks: seen in samples of others. */
const TRAPS =
  /sslmode=(require|prefer|verify-ca)|uselibpqcompat|rejectUnauthorized: false|CERT_NONE|check_hostname ?= ?False|--insecure|\s-k\s|verify=0|changeit|redis-cli[^\n]*--tls|ssl-mode=REQUIRED/

/** How programs are had where the user isn't. */
const OF_OTHER_SYSTEMS: Readonly<Record<System, RegExp>> = {
  linux: /\bbrew\b|Homebrew|\.exe\b|\bpy -m\b/,
  macos: /\bapt\b|Debian|Ubuntu|\bsudo\b|\.exe\b|\bpy -m\b/,
  windows: /\bapt\b|Debian|Ubuntu|\bsudo\b|\bbrew\b|Homebrew|\bpython3\b/,
}

describe('every guide', () => {
  it('is offered for some way to connect, has a word on verification, and an id of its own', () => {
    expect(new Set(OFFERED.map(({ id }) => id)).size).toBe(OFFERED.length)
    expect(OFFERED.map(({ id }) => id).toSorted()).toEqual(Object.keys(VERIFIES).toSorted())
    expect(new Set(CASES.map(({ guide }) => guide.id)).size).toBe(OFFERED.length)
  })

  it('is installed as its system does it', () => {
    for (const { guide, facts, system } of CASES) {
      const { what, command = '' } = renderGuide(guide, facts, system).install
      expect(`${guide.id}: ${what} ${command}`).not.toMatch(OF_OTHER_SYSTEMS[system])
    }
  })

  it('pretends no TLS where there is none', () => {
    for (const facts of Object.values(CONNECTIONS))
      expect(GUIDES.filter((guide) => guide.applies({ ...facts, trust: 'plaintext' }))).toEqual([])
  })

  it('that replicates or migrates is not for pools', () => {
    const direct = CONNECTIONS['postgresql, project CA']
    if (!direct) throw new Error('no facts')
    const others = GUIDES.filter(
      (guide) => guide.applies(direct) && !guide.applies({ ...direct, component: 'pgbouncer' }),
    )
    expect(others.map(({ id }) => id).toSorted()).toEqual(['debezium-postgresql', 'prisma-migrate'])
  })

  it('asks Aiven’s users for no publication of all tables, which takes a superuser: Debezium', () => {
    const way = CONNECTIONS['postgresql, project CA']
    const guide = OFFERED.find(({ id }) => id === 'debezium-postgresql')
    const [file] = (way && guide && renderGuide(guide, way, 'linux').files) ?? []
    const settings = JSON.parse(file?.text ?? '{}') as Record<string, string>
    expect(settings).toMatchObject({
      'publication.autocreate.mode': 'filtered',
      'table.include.list': expect.stringMatching(/./),
    })
  })

  it.each(CASES)('$name: verifies the server, with the right trust', ({ guide, facts, system }) => {
    const rendered = renderGuide(guide, facts, system)
    const text = textOf(rendered)
    for (const word of VERIFIES[guide.id] ?? []) expect(text).toMatch(word)
    expect(text).not.toMatch(TRAPS)
    const trust = rendered.needs.filter(({ role }) => role === 'ca' || role === 'truststore')
    expect(trust).toHaveLength(facts.trust === 'project-ca' ? 1 : 0)
    for (const { name } of rendered.needs) expect(text).toContain(name)
    if (facts.trust === 'public-ca') expect(text).not.toMatch(/ca\.pem|truststore/)
  })

  it.each(CASES)('$name: holds a password only when told to, and says so', ({ guide, facts, system }) => {
    const without = renderGuide(guide, facts, system)
    expect(snippetsOf(without).some(({ secret }) => secret === true)).toBe(false)
    const rendered = renderGuide(guide, { ...facts, password: SECRET }, system)
    for (const { text, secret } of snippetsOf(rendered)) expect(text.includes(SECRET)).toBe(secret === true)
    expect(JSON.stringify({ ...rendered, files: [], run: null, environment: [] })).not.toContain(SECRET)
    const given = textOf(rendered).includes(SECRET) || rendered.environment.some(({ value }) => value === SECRET)
    expect(given).toBe(facts.authentication !== 'certificate' && guide.language !== 'form')
  })

  it.each(CASES)('$name: finds its files in a folder of Windows', ({ guide, facts, system }) => {
    const directory = system === 'windows' ? 'C:\\Users\\me\\certs\\new' : '/home/me/certs'
    if (guide.id === 'redis-cli' && system === 'windows') return
    const text = textOf(renderGuide(guide, { ...facts, directory }, system))
    expect(text).not.toContain('\\Users')
    const paths = guide.id === 'java-pem' ? /ca\.pem/ : /ca\.pem|truststore\.p12/
    if (facts.trust === 'project-ca') expect(text).toMatch(paths)
    if (facts.trust === 'project-ca') expect(text).toContain(`${directory.replaceAll('\\', '/')}/`)
  })
})

it.each(OTHER_CLIENTS)('$name, which has no guide, leads to guides that there are', ({ closest }) => {
  for (const [protocol, id] of Object.entries(closest))
    expect(guidesFor(protocol as keyof typeof closest).map((guide) => guide.id)).toContain(id)
})

describe('what is refused', () => {
  const [guide] = OFFERED
  const facts = CONNECTIONS['postgresql, project CA']
  const changed = (change: Partial<ConnectionFacts>) => () =>
    guide && facts && renderGuide(guide, { ...facts, ...change }, 'linux')

  it('by every guide of Kafka: a login with a password where the service takes none', () => {
    const way = Object.values(CONNECTIONS).find(({ authentication }) => authentication === 'sasl')
    const refusing = OFFERED.filter((one) => way && one.applies(way))
    expect(refusing.length).toBeGreaterThan(5)
    for (const one of refusing)
      expect(() => way && renderGuide(one, { ...way, mechanism: undefined }, 'linux')).toThrow(UnwritableError)
  })

  it('a protocol that no guide is for: the settings of any client, and nothing else', () => {
    const applying = OFFERED.filter((one) => facts && one.applies({ ...facts, protocol: 'other', component: 'm3' }))
    expect(applying.map(({ id }) => id)).toEqual([ANOTHER_CLIENT.id])
  })

  it.each(['', 'a b', 'a;b', '-a', 'a/b', "a'", '$(x)', 'a\n', 'evil.example.com/?', 'a@b', 'ä.example.com'])(
    'the host %j',
    (host) => {
      expect(changed({ host })).toThrow(UnwritableError)
    },
  )

  it.each([0, -1, 65_536, 1.5, NaN])('the port %d', (port) => {
    expect(changed({ port })).toThrow(UnwritableError)
  })

  it.each(['a\0b', '\ud800', 'a\ufffd'])('the text %j', (text) => {
    for (const what of ['user', 'database', 'password', 'directory'])
      expect(changed({ [what]: text })).toThrow(UnwritableError)
  })
})

it('a proof belongs to a client, a way to log in and a CA', () => {
  const kcat = GUIDES.find(({ id }) => id === 'kcat')
  const facts = CONNECTIONS['kafka, SASL, public CA']
  expect(kcat && facts && proofKey(kcat, facts)).toBe('kcat/sasl-public-ca')
})

it.each(Object.entries(CONNECTIONS))(
  'the guides of its protocol are all that apply, in their order: %s',
  (_, facts) => {
    const applying = (guides: readonly Guide[]) => new Set(guides.filter(({ applies }) => applies(facts)))
    expect(applying(guidesFor(facts.protocol))).toEqual(applying(GUIDES))
  },
)
