/** Where a string stands, and which service it is for. */
import type { Place } from './place.ts'
import type { ConnectionString } from '../settings/connection-string.ts'
import { isNodeOffBeside } from './beside/doubted.ts'
import type { ParsedDocument } from '../documents/document.ts'
import { once } from './once.ts'
import type { StringPlace } from './finding.ts'

/** Frameworks that give their name to settings: the client is one of that language, whatever the file is. */
const FRAMEWORKS: readonly (readonly [name: RegExp, language: string])[] = [
  [/^(?:spring|quarkus|micronaut|hibernate)[._]/i, 'java'],
  [/^(?:celery|django|flask|sqlalchemy|airflow)[._]/i, 'python'],
  [/^(?:sidekiq|rails)[._]/i, 'ruby'],
]

/** Whether code of JavaScript imports node-postgres, by itself or with Drizzle. */
const isPg = once(
  ({ language, literals }: ParsedDocument) =>
    language === 'javascript' &&
    literals.some(({ literal: { value } }) =>
      /^(?:pg|drizzle-orm\/node-postgres|@payloadcms\/db-postgres)$/.test(value),
    ),
)

/** Whether code of JavaScript imports a driver of PostgreSQL of which it isn't known what it makes of an address. */
const isOther = once(
  ({ language, literals }: ParsedDocument) =>
    language === 'javascript' &&
    literals.some(({ literal: { value } }) =>
      /^https:\/\/deno\.land\/x\/postgres\b|^(?:jsr:)?@(?:db|bartlomieju)\/postgres\b/.test(value),
    ),
)

/** The place of a string, with the language of the framework that its name tells. */
export const placeOf = ({ document, name, group, literal }: StringPlace): Place => {
  const framework = document.container === 'code' ? undefined : FRAMEWORKS.find(([sign]) => sign.test(name))
  return {
    container: framework ? 'code' : document.container,
    language: framework?.[1] ?? (isNodeOffBeside({ document, group, literal }) ? 'javascript' : document.language),
    words: document.words,
    holder: group?.holder ?? '',
    name,
    said: document.said,
    beside: group?.positional.map(({ value }) => value) ?? [],
    isPg: isPg(document),
    isOther: isOther(document),
  }
}

const SERVICES: readonly (readonly [service: 'pg' | 'mysql' | 'redis' | 'clickhouse' | 'other', scheme: RegExp])[] = [
  [
    'pg',
    /^(?:jdbc:|r2dbcs?:(?:pool:)?(?:proxy:)?|vertx-reactive:)?(?:postgres(?:ql)?|pgsql|cockroachdb)(?:[+:]\w+)?$|^ecto$|^dbi:pg$/,
  ],
  ['mysql', /^(?:jdbc:|r2dbc:|vertx-reactive:)?(?:mysql[x2]?|mariadb)(?:[+:]\w+)?$|^trilogy$|^dbi:(?:mysql|mariadb)$/],
  ['redis', /^(?:redis|valkey)s?$/],
  ['clickhouse', /^(?:clickhouse(?:s|db)?|ch|chs)(?:\+\w+)?$|^jdbc:(?:clickhouse|ch)(?::\w+)?$/],
  ['other', /^(?:https?|mongodb(?:\+srv)?|amqps?|opensearch|elasticsearch)$/],
]

/** undefined for a service that isn't known here. */
export const serviceOf = ({ kind, scheme, params }: ConnectionString, { language, words }: Place) => {
  if (kind === 'keywords') return 'pg'
  if (kind !== 'dotnet') return SERVICES.find(([, pattern]) => pattern.test(scheme))?.[0]
  if (/\bMySql/.test(words) || params.has('uid') || params.has('sslca') || params.has('sslmode'))
    return params.has('root certificate') || /\bNpgsql/.test(words) ? 'pg' : 'mysql'
  return params.has('host') || params.has('ssl mode') || language === 'csharp' ? 'pg' : undefined
}
