/** Settings of one client that stand as names and values: calls, maps, sections, commands, variables. */
import type { Place } from './place.ts'
import type { Group, ParsedDocument, Setting } from '../documents/document.ts'
import { changesVariables, OWN } from '../documents/shells/launch.ts'
import { paramsOf } from '../settings/names.ts'
import { npgsqlSettings } from './beside/beside.ts'
import { environmentGroups, environmentOf, isEnvironmentOpen, PG_VARIABLE } from './postgresql/environment.ts'
import { verdictByCaFile } from './ca-file.ts'
import { judgeNodeSsl } from './languages/node-pools.ts'
import type { Finding } from './finding.ts'
import { judgeAirflow, judgeAsyncpg, judgeDatabaseUrl, judgeDjango } from './languages/judge-python.ts'
import { judgeKafkaCall } from './kafka/judge-kafka-calls.ts'
import { isPgBouncer, judgePgBouncer } from './postgresql/pgbouncer.ts'
import { byUnknownName } from './postgresql/postgresql-libpq.ts'
import { isOfLibpq, PG, type PgClient } from './postgresql/postgresql.ts'
import { judgeMysqlGroup } from './mysql/judge-mysql-groups.ts'
import { correctPg, isFileContent, pgSettings, valueOf, type Found } from './postgresql/pg-settings.ts'
import { judgeOwnNames } from './programs/own-names.ts'
import { pgClientOf } from './postgresql/pg-group-client.ts'
import { GRAFANA } from './postgresql/pg-programs.ts'
import { judgeProgram } from './programs/programs.ts'
import { judgeStunnel } from './programs/proxies.ts'
import { judgeRedisSettings } from './redis/redis.ts'
import { overSocket } from './beside/socket.ts'
import { judgeTerminal } from './programs/terminal.ts'
import { isTakenOver } from './inherited-settings.ts'
import { verdictOf, type Judged, type Params } from './verdict.ts'

/** Where a group stands. */
export const placeOfGroup = ({ container, language, words }: ParsedDocument, { holder, positional }: Group): Place => ({
  container,
  language,
  words,
  holder,
  name: '',
  beside: positional.map(({ value }) => value),
})

/** More of one map are not told. */
const MAX_CONNECTIONS = 10

/** A part of a Compose file, or of GitLab's, that is there for others to take. */
const isTemplate = (prefix: string) => /^(?:x-|\.)/.test(prefix)

/** Several connections of one map, told apart by what stands before their names: where one holds another, by their modes. */
const connectionsOf = (found: Found): Found[] => {
  const all = [...new Set(found.map(({ prefix }) => prefix))]
  const isNested = all.some((one) => all.some((other) => one !== other && other.startsWith(one)))
  const modes = found.filter(({ name }) => name === 'sslmode').map(({ prefix }) => prefix)
  const told = isNested ? [...new Set(modes)] : all
  const prefixes = told.every(isTemplate) ? told : told.filter((prefix) => !isTemplate(prefix))
  return prefixes.length > 1 || prefixes.length < all.length
    ? prefixes.slice(0, MAX_CONNECTIONS).map((prefix) => found.filter((one) => one.prefix === prefix))
    : [found]
}

const isOdbc = ({ settings }: Group) => settings.some(({ name }) => /^driver$/i.test(name))

/** A file's name that is none: empty, or `None` of the code. */
const isNothing = (file: string | undefined, { container }: Place) =>
  file === '' || (container === 'code' && /^(?:none|null|nil|undefined)$/i.test(file ?? ''))

/** The container of some variables. */
const scopeOf = (prefix: string) => prefix.replace(/(?:^|(?<=\.))(?:environment|env)\.$/, '')

/** Whether the command of a container sets its variables anew. */
const isReset = ({ literals, container }: ParsedDocument, { range }: Group, prefix: string): boolean =>
  container === 'yaml' &&
  literals.some(
    ({ name, literal }) =>
      /^(?:command|entrypoint|args)$/.test(name.slice(scopeOf(prefix).length)) &&
      name.startsWith(scopeOf(prefix)) &&
      range.start <= literal.range.start &&
      literal.range.end <= range.end &&
      changesVariables(literal.value),
  )

/** Whether a container reads variables from a file too, or from a map of the cluster: what stands in its list counts before. */
const isFed = ({ groups, literals, container }: ParsedDocument, { range }: Group, prefix: string): boolean => {
  if (container !== 'yaml') return false
  const scope = scopeOf(prefix)
  const file = `${scope}env_file`
  return (
    groups.some(({ settings }) => settings.some(({ name }) => name.startsWith(`${scope}extends.`))) ||
    literals.some(({ name }) => name === file) ||
    groups.some(
      (one) =>
        one.holder === file ||
        (/(?:^|\.)envFrom$/.test(one.holder) && range.start <= one.range.start && one.range.end <= range.end),
    )
  )
}

/** libpq takes from the environment that the code sets what its arguments don't say. */
const fromEnvironment = (document: ParsedDocument, client: PgClient | undefined, found: Found): Params =>
  document.container === 'code' &&
  client !== undefined &&
  isOfLibpq(client) &&
  !found.some(({ setting }) => PG_VARIABLE.test(setting.name))
    ? new Map(environmentOf(document))
    : new Map()

const isService = ({ name, literal }: Setting) => /(?:^|\.)PGSERVICE$/.test(name) && literal.value !== ''

const ALTERED = /\bALTER\s+SERVER\b[^;]*\bssl/i

const HOST_NAME = /^(?:PG)?HOST(?:NAME)?$/i
/** Settings with the host that stands beside them, or beside the map that holds them: it may be a socket. */
const withHost = (params: Params, { settings }: Group, prefix: string): Params => {
  const outer = prefix.replace(/[^.]+\.$/, '')
  const host = settings.find(({ name }) =>
    [prefix, outer].some((one) => name.startsWith(one) && HOST_NAME.test(name.slice(one.length))),
  )
  return host ? new Map([...params, ['host', host.literal.value]]) : params
}

/** Calls whose arguments go to libpq by their names. */
const CALLED = /^psycopg2?\.(?:\w+\.)*(?:connect|\w*Pool)$/

const judgeConnection = (text: string, document: ParsedDocument, place: Place, group: Group, found: Found): Finding => {
  // Each output of dbt has a type of its own.
  const prefix = found[0]?.prefix ?? ''
  const isOwn = ({ name }: Setting) => !/(?:^|\.)outputs\./.test(prefix) || name.startsWith(prefix)
  const client = pgClientOf(
    place,
    group.settings.filter((setting) => isOwn(setting)),
  )
  const environment = fromEnvironment(document, client, found)
  const params: Map<string, string> =
    client === PG.npgsql ? new Map(npgsqlSettings(group)) : new Map([...environment, ...paramsOf(found)])
  if (isNothing(params.get('sslrootcert'), place)) params.delete('sslrootcert')
  const hasText = client === GRAFANA && valueOf(group.settings, /tlscacert$/) !== undefined
  const isUnread = hasText && !isFileContent(group.settings)
  if (client === GRAFANA && isFileContent(group.settings)) {
    params.delete('sslrootcert')
    if (hasText) params.set('sslrootcert', 'tlsCACert')
  }
  const judged: Judged = isReset(document, group, prefix)
    ? ['depends', OWN]
    : client &&
        params.get('sslmode') !== 'disable' &&
        !(params.has('sslmode') && params.has('sslrootcert')) &&
        isFed(document, group, prefix)
      ? ['depends', 'It also takes variables from a file or a map (env_file, envFrom) that the text doesn’t show.']
      : environment.size > 0 &&
          isEnvironmentOpen(document) &&
          !(found.some(({ name }) => name === 'sslmode') && found.some(({ name }) => name === 'sslrootcert'))
        ? ['depends', 'The code also sets variables that count, and the text doesn’t show what they come to.']
        : place.container === 'code' &&
            found.every(({ setting, name }) => name !== 'sslmode' && PG_VARIABLE.test(setting.name))
          ? ['depends', 'The text doesn’t show whether PGSSLMODE is set elsewhere.']
          : client && isOfLibpq(client) && group.settings.some(isService)
            ? ['depends', 'A connection service (PGSERVICE) counts before these variables.']
            : place.language === 'sql' && ALTERED.test(place.words)
              ? ['depends', 'An ALTER SERVER of the text changes such options.']
              : client === PG.libpq && found.some(({ setting }) => /PG_SSL|PGSSL_/.test(setting.name))
                ? ['depends', 'libpq reads only PGSSLMODE and PGSSLROOTCERT: another name is for something else.']
                : ((client === PG.psycopg && CALLED.test(place.holder)
                    ? byUnknownName(
                        group.settings.map(({ name }) => name),
                        false,
                      )
                    : undefined) ??
                  client?.judge(params, '', '') ?? ['unknown', ''])
  return {
    what: 'PostgreSQL settings',
    range: group.range,
    drivers: client ? [verdictByCaFile(client, judged, withHost(params, group, prefix))] : [],
    notes: client
      ? isUnread
        ? ['Grafana reads tlsCACert only with tlsConfigurationMethod: file-content.']
        : []
      : ['It’s not known which client reads these settings.'],
    // ODBC's file has a name of its own for what it hands to libpq.
    edits:
      client && client !== PG.npgsql && 'correction' in client && !(place.container === 'ini' && isOdbc(group))
        ? correctPg(text, group, params, found)
        : undefined,
    isTaken: isTakenOver(found.map(({ setting }) => setting)),
    // What it says itself counts before the environment.
    covers:
      environment.size > 0 && found.some(({ name }) => name === 'sslmode') ? environmentGroups(document) : undefined,
  }
}

const judgePg = (text: string, document: ParsedDocument, place: Place, group: Group): Finding[] => {
  const found = pgSettings(group.settings)
  if (!found.some(({ name }) => name === 'sslmode' || name === 'sslrootcert')) return []
  // PgBouncer's own, wherever they stand.
  if (place.container === 'ini' && found.some(({ prefix }) => /^(?:server|client)_tls_$/.test(prefix))) return []
  // `ssl_mode` of other databases ends alike.
  if (found.some(({ setting }) => /ssl[-_.]mode$/i.test(setting.name))) return []
  if (
    /mysql|maria/i.test(
      `${place.holder} ${valueOf(group.settings, /(?:engine|adapter|driver|type|connection)$/) ?? ''}`,
    )
  )
    return []
  // Properties that a pool hands to MySQL's driver.
  if (
    /^(?:java|kotlin)$/.test(place.language) &&
    document.literals.some(({ literal }) => literal.value.startsWith('jdbc:m'))
  )
    return []
  // A CA in the environment, beside an address: judged with that.
  const isBeside = group.settings.some(({ literal }) => /^postgres(?:ql)?:/.test(literal.value))
  if (isBeside && found.every(({ name, setting }) => name !== 'sslmode' && /PGSSL\w*$/.test(setting.name))) return []
  return connectionsOf(found).map((own) => judgeConnection(text, document, place, group, own))
}

/** Findings of one group but for Kafka's own names, which may stand under prefixes. */
export const judgeGroup = (text: string, document: ParsedDocument, group: Group): Finding[] => {
  if (isPgBouncer(document)) return judgePgBouncer(text, group)
  const stunnel = document.container === 'ini' ? judgeStunnel(group, document) : undefined
  if (stunnel) return [stunnel]
  const program = judgeProgram(document, group)
  if (program) return [program]
  const place = placeOfGroup(document, group)
  const terminal = judgeTerminal(document, place, group)
  if (terminal) return [terminal]
  const own = judgeOwnNames(text, document, group)
  if (own.findings.length > 0) {
    const others = group.settings.filter((setting) => !own.used.has(setting))
    return [...own.findings, ...(others.length > 0 ? judgeGroup(text, document, { ...group, settings: others }) : [])]
  }
  const kafka = judgeKafkaCall(document, place, group)
  if (kafka) return [kafka]
  const node = judgeNodeSsl(text, document, place, group)
  if (node.length > 0) return [{ what: 'Settings in code', range: group.range, drivers: node, notes: [] }]
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const redis = judgeRedisSettings(params, place)
  if (redis)
    return [
      {
        what: 'Redis or Valkey settings',
        range: group.range,
        drivers: [verdictOf(redis[0], overSocket(...redis, params))],
        notes: [],
      },
    ]
  const python = [
    ...judgeDjango(text, document, group),
    ...judgeAsyncpg(document, group),
    ...judgeAirflow(text, group),
    ...judgeDatabaseUrl(group),
  ]
  return python.length > 0
    ? python
    : [...judgePg(text, document, place, group), ...judgeMysqlGroup(text, document, place, group)]
}
