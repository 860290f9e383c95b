/** PgBouncer as a client of PostgreSQL: its own file, whose [databases] take no settings of TLS. */
import type { Edit, Group, ParsedDocument } from '../../documents/document.ts'
import { addEntry, setValue } from '../../documents/edit-entries.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { DISABLED, NO_FALLBACK } from './postgresql-words.ts'
import { standsElsewhere, type Client, type Judged } from '../verdict.ts'

const PGBOUNCER: Client = {
  name: 'PgBouncer',
  basis: 'documented',
  source: 'https://www.pgbouncer.org/config.html',
}

const MODE = 'server_tls_sslmode'
const CA = 'server_tls_ca_file'

const judge = (mode: string | undefined, ca: string | undefined): Judged => {
  if (mode === undefined || mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'disable') return ['plain', DISABLED]
  if (mode === 'require') return ['none', `${MODE}=require encrypts, but accepts any server that answers.`]
  if (standsElsewhere(mode)) return ['depends', `The text doesn’t show the value of ${MODE}.`]
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', `PgBouncer doesn’t know this ${MODE}.`]
  if (ca === undefined) return ['depends', `It’s not known which CAs it trusts without ${CA}.`]
  return mode === 'verify-full' ? FULL : ['chain', 'verify-ca doesn’t check the host name.']
}

/** Whether a text is PgBouncer's own file: its [databases] take keywords, never an address with a scheme. */
export const isPgBouncer = ({ container, groups }: ParsedDocument): boolean =>
  container === 'ini' &&
  groups.some(
    ({ holder, settings }) =>
      holder === 'pgbouncer' ||
      (holder === 'databases' && settings.every(({ literal }) => !/^\w[\w+]*:\/\//.test(literal.value))),
  )

/** What PgBouncer makes of its servers; nothing of other sections, and where nothing is said. */
export const judgePgBouncer = (text: string, group: Group): Finding[] => {
  const of = (wanted: string) => group.settings.find(({ name }) => name === wanted)
  const mode = of(MODE)
  const ca = of(CA)
  if (group.holder !== 'pgbouncer' || !(mode ?? ca)) return []
  const edits: (Edit | undefined)[] = mode
    ? [setValue(mode, 'verify-full'), ...(ca ? [] : [addEntry(text, group, mode, CA, 'ca.pem')])]
    : [undefined]
  return [
    {
      what: 'PgBouncer settings',
      range: group.range,
      drivers: [
        verdictByCaFile(
          PGBOUNCER,
          judge(mode?.literal.value, ca?.literal.value),
          new Map([[CA, ca?.literal.value ?? '']]),
        ),
      ],
      notes: ['This is how PgBouncer connects to the server. How clients connect to PgBouncer is separate.'],
      edits: edits.every((edit) => edit !== undefined) ? edits : undefined,
    },
  ]
}
