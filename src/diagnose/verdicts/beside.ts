/** What stands beside a connection string and counts with it: arguments of the same call, properties, variables. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import { flat } from '../settings/names.ts'
import { isPublicFile } from './ca-file.ts'
import type { StringPlace } from './finding.ts'
import type { DriverVerdict, Judged } from './verdict.ts'

/** The last part of a name: `connect_args.sslmode`, `data-source-properties.sslmode`. */
const lastOf = (name: string) => name.split('.').at(-1) ?? name

type Named = Readonly<Record<string, string>>
/** By letters and digits, as the client's own rules know them. */
const PG_ARGUMENTS: Named = { sslmode: 'sslmode', sslrootcert: 'sslrootcert', sslcert: 'sslcert', sslkey: 'sslkey' }
const NPGSQL_ARGUMENTS: Named = {
  sslmode: 'ssl mode',
  rootcertificate: 'root certificate',
  trustservercertificate: 'trust server certificate',
}
const JDBC_PROPERTIES: Named = { ...PG_ARGUMENTS, ssl: 'ssl', sslfactory: 'sslfactory' }

/** A file may be one group with a thousand strings: what it holds is looked for once. */
const once = <T>(find: (group: Group) => T): ((group: Group) => T) => {
  const known = new WeakMap<Group, T>()
  return (group) => {
    const before = known.get(group)
    if (before !== undefined) return before
    const found = find(group)
    known.set(group, found)
    return found
  }
}

const finderOf = (names: Named) =>
  once(({ settings }) =>
    settings.flatMap(({ name, literal }): [string, string][] => {
      const known = names[flat(lastOf(name))]
      return known === undefined ? [] : [[known, literal.value]]
    }),
  )
const pgArguments = finderOf(PG_ARGUMENTS)
const npgsqlArguments = finderOf(NPGSQL_ARGUMENTS)
const jdbcProperties = finderOf(JDBC_PROPERTIES)

/** Arguments of the call that holds the string; of .NET the enum's last word is the value. */
export const argumentsBeside = ({ group, document }: StringPlace, isNpgsql: boolean): [string, string][] => {
  if (!group || document.container !== 'code') return []
  return isNpgsql ? npgsqlArguments(group).map(([name, value]) => [name, lastOf(value)]) : pgArguments(group)
}

/** Properties that Java hands to the driver beside its URL, wherever the text sets them. */
export const propertiesBeside = ({ document, group }: StringPlace): [string, string][] =>
  (document.container === 'code' ? document.groups : group ? [group] : []).flatMap(jdbcProperties)

/** The groups whose settings were judged with a string. */
export const coveredBy = ({ document, group }: StringPlace, isJdbc: boolean): Group[] =>
  isJdbc && document.container === 'code'
    ? document.groups.filter((one) => jdbcProperties(one).length > 0)
    : group
      ? [group]
      : []

/** libpq takes from the environment what a string doesn't say. */
const PG_VARIABLE = /(?:^|\.)PG(SSLMODE|SSLROOTCERT|REQUIRESSL)$/

/** A file has one environment, and may have a thousand strings. */
const environments = new WeakMap<ParsedDocument, [string, string][]>()

export const environmentOf = ({ document }: StringPlace): readonly [string, string][] => {
  const known = environments.get(document)
  if (known) return known
  const found = document.groups.flatMap(({ settings }) =>
    settings.flatMap(({ name, literal }): [string, string][] => {
      const variable = PG_VARIABLE.exec(name)?.[1]
      return variable === undefined ? [] : [[variable.toLowerCase(), literal.value]]
    }),
  )
  environments.set(document, found)
  return found
}

/** `ssl=context` of asyncpg.connect(), `connect_args={"ssl": …}`. */
export const sslBeside = ({ group, literal }: StringPlace): string | undefined =>
  group?.settings.find((setting) => setting.literal !== literal && lastOf(setting.name) === 'ssl')?.literal.value

/** Texts that speak of such settings: a file in a string, options in JSON. */
const tellers = once(({ settings }) =>
  settings.flatMap(({ name, literal }) =>
    /["']?(?:sslmode|sslrootcert|connect_args)["']?\s*:/.test(literal.value) &&
    // A map is read itself: its names are settings of the group.
    !settings.some((inner) => inner.name.startsWith(`${name}.`))
      ? [literal]
      : [],
  ),
)

/** Whether another text beside a string speaks of such settings. */
export const isToldElsewhere = ({ group, literal }: StringPlace): boolean =>
  group !== undefined && tellers(group).some((other) => other !== literal)

const contexts = new WeakMap<ParsedDocument, Judged | undefined>()

/** An SSLContext of Python whose checks the text switches off. */
export const contextOf = (document: ParsedDocument): Judged | undefined => {
  if (!contexts.has(document)) {
    const { words } = document
    contexts.set(
      document,
      /verify_mode = (?:ssl \. )?CERT_NONE|_create_unverified_context/.test(words)
        ? ['none', 'The SSLContext checks nothing: any server will do.']
        : /check_hostname = False/.test(words)
          ? ['chain', 'The SSLContext doesn’t check the name: any server of the same CA will do.']
          : undefined,
    )
  }
  return contexts.get(document)
}

/** The variable by which Node.js trusts the CAs of one more file. */
const EXTRA = /(?:^|\.)NODE_EXTRA_CA_CERTS$/

/** Of clients on Node.js: with that variable beside the settings, the public CAs are not all that they trust. */
export const withExtraCas = ({ groups }: ParsedDocument): ((driver: DriverVerdict) => DriverVerdict) => {
  const extra = groups.flatMap(({ settings }) => settings).find(({ name }) => EXTRA.test(name))?.literal.value ?? ''
  return (driver) =>
    extra !== '' && !isPublicFile(extra) && driver.verifies === 'public' && /node|kafkajs/i.test(driver.driver)
      ? {
          ...driver,
          verifies: 'full',
          because:
            'NODE_EXTRA_CA_CERTS adds its file to the CAs that Node.js trusts: with the project’s ca.pem in it, CA and name are verified.',
          basis: 'documented',
          source: 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile',
          seen: undefined,
        }
      : driver
}
