/** Settings of PostgreSQL that are no string: which they are among others, and what makes them verify. */
import { addEntry, setValue } from '../../documents/edit-entries.ts'
import type { Edit, Group, Setting } from '../../documents/document.ts'
import { findNames, flat } from '../../settings/names.ts'
import type { Params } from '../verdict.ts'

const PG_NAMES = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslnegotiation',
  'sslfactory',
  'sslRootCertFile',
  'PGSSLMODE',
  'PGSSLROOTCERT',
]

/** What brings in variables of another file, or of the cluster. */
export const INHERITED = /^[ \t]*(?:- )?(?:env_file|envFrom)[ \t]*:/m

export type Found = readonly { name: string; prefix: string; setting: Setting }[]

/** By the names that libpq gives them. */
export const pgSettings = (settings: readonly Setting[]): Found =>
  findNames(settings, PG_NAMES).map((named) => ({
    ...named,
    name: named.name.replace('PG', '').replace('CertFile', 'cert').toLowerCase(),
  }))

/** The value of the first setting with such a name. */
export const valueOf = (settings: readonly Setting[], name: RegExp): string | undefined =>
  settings.find((setting) => name.test(flat(setting.name)))?.literal.value

/** With it, Grafana takes the CA from tlsCACert, and reads no sslRootCertFile; without it, the other way round. */
export const isFileContent = (settings: readonly Setting[]) =>
  valueOf(settings, /tlsconfigurationmethod$/) === 'file-content'

/** What makes settings verify CA and name, in the form of those that are there. */
export const correctPg = (text: string, group: Group, params: Params, found: Found): Edit[] | undefined => {
  const mode = found.find(({ name }) => name === 'sslmode')
  const root = found.find(({ name }) => name === 'sslrootcert')
  if (!mode) return undefined
  if (mode.prefix.endsWith('jsonData.') && isFileContent(group.settings)) {
    const edit = params.has('sslrootcert') ? setValue(mode.setting, 'verify-full') : undefined
    return edit && [edit]
  }
  const written = mode.setting.name.slice(mode.prefix.length)
  const rootName =
    mode.prefix +
    (mode.prefix.endsWith('jsonData.')
      ? 'sslRootCertFile'
      : written === 'PGSSLMODE'
        ? 'PGSSLROOTCERT'
        : written === 'SSLMODE'
          ? 'SSLROOTCERT'
          : 'sslrootcert')
  const edits = [
    setValue(mode.setting, 'verify-full'),
    params.has('sslrootcert') && root ? undefined : addEntry(text, group, mode.setting, rootName, 'ca.pem'),
  ]
  return edits[0] && (root ?? edits[1]) ? edits.filter((edit) => edit !== undefined) : undefined
}
