/** Clients for the search: name, language or platform, and other words for it. */
import { CLIENT_MARKS, type ClientMark } from '../../../features/brand-icons/client-marks.ts'
import type { Mark } from '../../../features/brand-icons/mark.ts'
import { storeItem, storedItem } from '../../../lib/browser-storage.ts'
import { lookup } from '../../../lib/lookup.ts'
import type { Guide, Protocol } from '../../../snippets/guide.ts'
import { wordTest } from '../../../lib/word-test.ts'

interface Platform {
  readonly mark?: ClientMark
  /** Other words for it, in lower case. */
  readonly words: string
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
  Python: { mark: 'python', words: 'py pip' },
  'Node.js': { mark: 'nodedotjs', words: 'nodejs javascript typescript js ts npm' },
  Go: { mark: 'go', words: 'golang' },
  Java: { mark: 'openjdk', words: 'jvm kotlin scala maven gradle' },
  Rust: { words: 'cargo crate' },
  PHP: { words: 'composer' },
  Ruby: { words: 'gem bundler activerecord' },
  '.NET': { words: 'dotnet c# csharp f# nuget entity framework' },
  Elixir: { words: 'ecto phoenix erlang mix' },
  'Command line': { words: 'cli shell terminal bash powershell' },
  Application: { words: 'gui desktop app' },
}

const MARKS: Readonly<Record<string, ClientMark>> = {
  psql: 'postgresql',
  pgadmin: 'postgresql',
  mariadb: 'mariadb',
  'mariadb-node': 'mariadb',
  'mariadb-jdbc': 'mariadb',
  kcat: 'apachekafka',
  'java-keystore': 'apachekafka',
  'java-pem': 'apachekafka',
  'kafka-connect': 'apachekafka',
  'redis-cli': 'redis',
  curl: 'curl',
  dbeaver: 'dbeaver',
  'django-postgresql': 'django',
  'django-mysql': 'django',
  drizzle: 'drizzle',
  sequelize: 'sequelize',
  'sequelize-mysql': 'sequelize',
  'spring-boot-postgresql': 'spring',
  'spring-boot-mysql': 'spring',
  'spring-boot-redis': 'spring',
  'spring-kafka': 'spring',
  'sqlalchemy-psycopg': 'sqlalchemy',
  'sqlalchemy-asyncpg': 'sqlalchemy',
  'sqlalchemy-mysql': 'sqlalchemy',
}

export interface Client {
  readonly guide: Guide
  /** "node-postgres" of "Node.js, node-postgres". */
  readonly title: string
  /** "Node.js". */
  readonly platform: string
  readonly mark: Mark | undefined
  /** Its letter, where it has no mark. */
  readonly monogram: string
}

/** Of clients whose name doesn't begin with it. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  form: 'Application',
  yaml: 'Application',
  ruby: 'Ruby',
  java: 'Java',
}

const platformOf = ({ name, language }: Guide): string => {
  const [before, after] = name.split(', ')
  if (after !== undefined && lookup(PLATFORMS, before ?? '')) return before ?? ''
  return lookup(BY_LANGUAGE, language) ?? 'Command line'
}

export const toClient = (guide: Guide): Client => {
  const platform = platformOf(guide)
  const title = guide.name.startsWith(`${platform}, `) ? guide.name.slice(platform.length + 2) : guide.name
  const mark = lookup(MARKS, guide.id) ?? lookup(PLATFORMS, platform)?.mark
  return {
    guide,
    title,
    platform,
    mark: mark && CLIENT_MARKS[mark],
    monogram: title.slice(0, 1).toUpperCase(),
  }
}

/** Those that a search finds: by name, language, or another word for one. */
export const findClients = (clients: readonly Client[], query: string): readonly Client[] => {
  const holdsAll = wordTest(query)
  return clients.filter(({ guide, platform }) =>
    holdsAll(`${guide.id} ${guide.name} ${platform} ${lookup(PLATFORMS, platform)?.words ?? ''}`),
  )
}

const lastKey = (protocol: Protocol) => `client:${protocol}`

/** The client that was chosen last for such a service. */
export const recallClient = (protocol: Protocol): string | undefined => storedItem(lastKey(protocol))

export const keepClient = (protocol: Protocol, id: string): void => {
  storeItem(lastKey(protocol), id)
}

/** The one chosen last comes first. */
export const lastFirst = (guides: readonly Guide[], last: string | undefined): readonly Guide[] =>
  guides.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
