/** What stands beside a connection string and counts with it: arguments of the same call, properties, variables. */
import { lookup } from '../../../lib/lookup.ts'
import { isChain, type Group, type Literal, type ParsedDocument } from '../../documents/document.ts'
import { flat, lastOf, saidBy } from '../../settings/names.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { once } from '../once.ts'
import type { Params } from '../verdict.ts'

type Named = Readonly<Record<string, string>>
/** By letters and digits, as the client's own rules know them. */
const PG_ARGUMENTS: Named = { sslmode: 'sslmode', sslrootcert: 'sslrootcert', sslcert: 'sslcert', sslkey: 'sslkey' }
const NPGSQL_ARGUMENTS: Named = {
  sslmode: 'ssl mode',
  rootcertificate: 'root certificate',
  trustservercertificate: 'trust server certificate',
}
const JDBC_PROPERTIES: Named = { ...PG_ARGUMENTS, ssl: 'ssl', sslfactory: 'sslfactory' }
/** Of both drivers of MySQL's. */
const MYSQL_PROPERTIES: Named = Object.fromEntries(
  [
    'sslmode',
    'usessl',
    'requiressl',
    'verifyservercertificate',
    'trustcertificatekeystoreurl',
    'serversslcert',
    'truststore',
    'trustservercertificate',
    'disablesslhostnameverification',
  ].map((name) => [name, name]),
)

interface Found {
  /** As written. */
  readonly path: string
  /** As the client's rules know it. */
  readonly name: string
  readonly value: string
}

const finderOf = (names: Named) =>
  once(({ settings }: Group) =>
    settings.flatMap(({ name: path, literal }): Found[] => {
      const name = lookup(names, flat(lastOf(path)))
      return name === undefined ? [] : [{ path, name, value: saidBy(name, literal) }]
    }),
  )
const pgArguments = finderOf(PG_ARGUMENTS)
const npgsqlArguments = finderOf(NPGSQL_ARGUMENTS)
const jdbcProperties = finderOf(JDBC_PROPERTIES)
const mysqlProperties = finderOf(MYSQL_PROPERTIES)
/** The properties of the driver whose address it is. */
const propertiesOf = (address: string) => (address.startsWith('jdbc:m') ? mysqlProperties : jdbcProperties)

const paths = once(({ settings }: Group) => new Map(settings.map(({ name, literal }) => [literal.range.start, name])))

/** The path of what holds a string: two strings of a file may be two connections. */
const parentOf = (group: Group | undefined, { range }: Literal, name: string): string => {
  const path = (group && paths(group).get(range.start)) ?? name
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0))
}

/** What pools and frameworks put between a connection and the settings that they hand to its driver. */
const HANDED =
  /^(?:(?:(?:hikari|tomcat|dbcp2|agroal|jdbc|engine_options)\.)?(?:[\w-]*properties|data-?source|connect_args|options)\.)?[^.]+$/i

const isOf = (parent: string, path: string): boolean =>
  parent === '' ? HANDED.test(path) : path.startsWith(`${parent}.`) && HANDED.test(path.slice(parent.length + 1))

const STRING = /^(?:jdbc:)?postgres(?:ql)?(?:\+\w+)?:|^jdbc:(?:mysql|mariadb):/
/** Where the connections of a file stand. */
const connections = new WeakMap<ParsedDocument, { readonly parents: readonly string[]; readonly count: number }>()
const connectionsOf = (document: ParsedDocument) => {
  const known = connections.get(document)
  if (known) return known
  const strings = document.literals.filter(({ literal }) => STRING.test(literal.value))
  const found = {
    parents: [...new Set(strings.map(({ group, literal, name }) => parentOf(group, literal, name)))],
    count: new Set(strings.map(({ literal }) => literal.range.start)).size,
  }
  connections.set(document, found)
  return found
}

export interface Beside {
  readonly settings: readonly [string, string][]
  /** Whether some stand in the text that may be this connection's, or another's. */
  readonly isOpen: boolean
}
const NOTHING: Beside = { settings: [], isOpen: false }

/** Other clients have an `ssl` as well: where nothing ties it to the string, it says nothing of it. */
const isTelling = ({ name }: Found) => name !== 'ssl'

/** Of what was found, that which is the string's own, and whether some of it is nobody's. */
const sorted = ({ document, group, literal, name }: StringPlace, found: readonly Found[]): Beside => {
  const parent = parentOf(group, literal, name)
  const own = found.filter(({ path }) => isOf(parent, path))
  const { parents } = connectionsOf(document)
  return {
    settings: own.map((one): [string, string] => [one.name, one.value]),
    isOpen: found.some(
      (one) => isTelling(one) && !own.includes(one) && !parents.some((other) => isOf(other, one.path)),
    ),
  }
}

/** What is set on Npgsql's own objects, by the names of its strings; of an enum the last word. */
export const npgsqlSettings = (group: Group): [string, string][] =>
  npgsqlArguments(group).map(({ name, value }): [string, string] => [name, lastOf(value)])

/** Arguments of the call that holds the string; of .NET the enum's last word is the value. */
export const argumentsBeside = (place: StringPlace, isNpgsql: boolean): Beside => {
  const { group, document } = place
  if (!group || document.container !== 'code') return NOTHING
  return isNpgsql
    ? {
        settings: npgsqlSettings(group),
        isOpen: false,
      }
    : sorted(place, pgArguments(group))
}

/** Properties that Java hands to the driver beside its URL: in code, those of the map that the same call takes. */
export const propertiesBeside = (place: StringPlace): Beside => {
  const { document, group, literal } = place
  const properties = propertiesOf(literal.value)
  if (document.container !== 'code') return group ? sorted(place, properties(group)) : NOTHING
  if (group && isChain(group))
    return {
      settings: properties(group).map((one): [string, string] => [one.name, one.value]),
      isOpen: false,
    }
  const handed = document.groups.filter(
    ({ holder }) =>
      holder !== '' &&
      (group?.positional.some(({ value }) => value === holder) === true ||
        group?.holder.startsWith(`${holder}.`) === true),
  )
  const found = document.groups.flatMap(properties)
  const own = [
    ...(group ? properties(group) : []).filter(({ path }) => isOf(parentOf(group, place.literal, place.name), path)),
    ...handed.flatMap(properties),
  ]
  // Two connections may share a variable's name.
  if (found.length > 0 && connectionsOf(document).count > 1) return { settings: [], isOpen: true }
  return {
    settings: own.map(({ name, value }): [string, string] => [name, value]),
    isOpen: found.some((one) => !own.includes(one)),
  }
}

/** The groups whose settings were judged with a string. */
export const coveredBy = ({ document, group, literal }: StringPlace, isJdbc: boolean): Group[] =>
  isJdbc && document.container === 'code' && !(group && isChain(group))
    ? document.groups.filter(
        (one) => one === group || propertiesOf(literal.value)(one).some((found) => isTelling(found)),
      )
    : group
      ? [group]
      : []

/** `ssl=context` of asyncpg.connect(), `connect_args={"ssl": …}`. */
export const sslBeside = ({ group, literal, name }: StringPlace): Literal | undefined => {
  const parent = parentOf(group, literal, name)
  return group?.settings.find(
    (setting) =>
      setting.literal !== literal &&
      setting.literal.value !== 'None' &&
      lastOf(setting.name) === 'ssl' &&
      isOf(parent, setting.name),
  )?.literal
}

/** A file in a string, options in JSON. */
const tellers = once(({ settings }: Group) =>
  settings.flatMap(({ name, literal }) =>
    (/sql_alchemy_connect_args$/i.test(name)
      ? literal.value !== ''
      : /["']?(?:sslmode|sslrootcert|connect_args)["']?\s*:/.test(literal.value)) &&
    // A map is read itself: its names are settings of the group.
    !settings.some((inner) => inner.name.startsWith(`${name}.`))
      ? [literal]
      : [],
  ),
)

/** Whether another text beside a string speaks of such settings. */
export const isToldElsewhere = ({ group, literal }: StringPlace): boolean =>
  group !== undefined && tellers(group).some((other) => other !== literal)

/** The variable by which Node.js trusts the CAs of one more file. */
const EXTRA = /(?:^|\.)NODE_EXTRA_CA_CERTS$/

const extras = once(({ settings }: Group) =>
  settings.filter(({ name, literal }) => EXTRA.test(name) && literal.value !== ''),
)

const extraGroups = once(({ groups }: ParsedDocument) => groups.filter((group) => extras(group).length > 0))

/** Of clients on Node.js: with that variable beside their string, the public CAs may not be all that they trust. */
export const withExtraCas =
  (document: ParsedDocument): ((finding: Finding) => Finding) =>
  (finding) => {
    const { start } = finding.range
    // Node.js reads it when it starts: what code sets comes too late.
    const isSet =
      document.container !== 'code' &&
      extraGroups(document).some((group) => {
        const path = paths(group).get(start)
        return (
          path !== undefined && extras(group).some(({ name }) => isOf(path.slice(0, -lastOf(path).length - 1), name))
        )
      })
    if (!isSet) return finding
    return {
      ...finding,
      drivers: finding.drivers.map((driver) =>
        driver.verifies === 'public' && /node|kafkajs/i.test(driver.driver)
          ? {
              ...driver,
              verifies: 'depends',
              because:
                'NODE_EXTRA_CA_CERTS adds a file to the CAs that Node.js trusts. It verifies CA and host name if Node.js starts with it and the file contains the project CA.',
              basis: 'documented',
              source: 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile',
              seen: undefined,
            }
          : driver,
      ),
    }
  }

/** A string's settings with those beside it, which count first: an empty file name takes away the string's. */
export const withBeside = (said: Params, beside: readonly (readonly [name: string, value: string])[]): Params => {
  const own = new Map([...said, ...beside])
  if (own.get('sslrootcert') === '') own.delete('sslrootcert')
  return own
}
