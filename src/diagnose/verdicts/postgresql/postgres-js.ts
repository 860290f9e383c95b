/** postgres.js: `sslmode` of an address is its option `ssl`, and what the code passes counts before it. */
import { lookup } from '../../../lib/lookup.ts'
import type { Group } from '../../documents/document.ts'
import type { Beside } from '../beside/beside.ts'
import type { StringPlace } from '../finding.ts'
import { nodeTls } from '../languages/node-tls.ts'
import type { Judged, Params } from '../verdict.ts'

const PUBLIC: Judged = [
  'public',
  'postgres.js doesn’t read a CA file from an address: it trusts only Node.js’s public CAs. Pass ssl: { ca } in the code.',
]

const MODES: Readonly<Record<string, Judged>> = {
  disable: ['plain', 'This value of ssl turns TLS off.'],
  false: ['plain', 'This value of ssl turns TLS off.'],
  prefer: ['none', 'prefer encrypts only if the server offers TLS, and accepts any server.', 'postgres-js-prefer'],
  allow: ['none', 'allow encrypts, but accepts any server that answers.'],
  require: ['none', 'require encrypts, but accepts any server that answers.', 'postgres-js-require'],
  'verify-ca': PUBLIC,
  'verify-full': PUBLIC,
  'no-verify': PUBLIC,
  true: PUBLIC,
}

/** @param params of the address; of the code, as `ssl` and `ssl.ca`, in place of those */
export const postgresJs = (params: Params): Judged => {
  const said = params.get('sslrootcert') === 'system' ? 'verify-full' : (params.get('sslmode') ?? params.get('ssl'))
  if (said === undefined) return ['plain', 'Without ssl, postgres.js doesn’t use TLS, unless PGSSL is set.']
  const judged = lookup(MODES, said) ?? nodeTls(params, 'ssl') ?? PUBLIC
  return judged[0] === 'full' ? [judged[0], judged[1], 'postgres-js/password-project-ca'] : judged
}

/** The code's own options, in the place of those of an address. */
export const optionsInPlace = (options: Params): [string, string][] => {
  const ssl = options.get('ssl')
  return ssl === undefined
    ? []
    : [['sslrootcert', 'of the code'], ['sslmode', ssl], ...[...options].filter(([name]) => /^ssl(?:$|\.)/.test(name))]
}

const namesOf = ({ settings }: Group): [string, string][] =>
  settings.map(({ name, literal }) => [name.toLowerCase(), literal.value])

/** Options from several places: which of them count isn't known. */
const OPEN: Beside = { settings: [], isOpen: true }

/** What `postgres(url, options)` is called with, in place or as the one map that the text gives to that name. */
export const optionsBeside = ({ group, literal, document }: StringPlace): Beside => {
  const variable = group?.positional.find(
    ({ value, range }) =>
      range.start > literal.range.start &&
      /^[A-Za-z_$][\w$.]*$/.test(value) &&
      !group.settings.some(({ entry }) => entry.start <= range.start && range.end <= entry.end),
  )?.value
  const [options, another] =
    variable === undefined ? [group] : document.groups.filter(({ holder }) => holder === variable)
  if (another || (!options && variable !== undefined)) return OPEN
  const settings = options ? namesOf(options) : []
  const isTwice = settings.filter(([name]) => name === 'ssl').length > 1
  const own = variable?.replaceAll('$', String.raw`\$`).replaceAll('.', String.raw` \. `) ?? ''
  const isSet =
    own !== '' &&
    new RegExp(`(?<!\\w|\\. ?)${own} (?:[.[?]|(?:: [^=]{0,80})?= (?!\\{))|assign \\( ${own} `).test(document.words)
  return isTwice || isSet ? OPEN : { settings: optionsInPlace(new Map(settings)), isOpen: false }
}
