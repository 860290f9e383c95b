/** Clients that somebody's sentences name: those that they use, and those that they don't. */
import { isSentence } from './posts.ts'

/** By a name of our own, as people write them. */
const NAMES: readonly (readonly [id: string, names: string])[] = [
  ['asyncpg', 'asyncpg'],
  ['psycopg', String.raw`psycopg[23]?(?:-binary)?`],
  ['node-postgres', String.raw`node-postgres|node-pg`],
  ['postgres.js', String.raw`postgres\.js|porsager(?:\/postgres)?`],
  ['lib/pq', String.raw`lib\/pq|libpq-go`],
  ['pgx', 'pgx'],
  ['prisma', 'prisma'],
  ['sqlx', 'sqlx'],
  ['postgrex', 'postgrex|ecto'],
  ['mysql2', 'mysql2'],
  ['other-mysql', String.raw`pymysql|mysqlclient|mysql-connector(?:-python)?|mysqli|aiomysql|asyncmy`],
  [
    'other',
    String.raw`jdbc|pgjdbc|npgsql|pg8000|drizzle|typeorm|sequelize|knex|debezium|pgadmin|dbeaver|ioredis|node-redis|redis-py|jedis|lettuce|phpredis|kafkajs|kafka-python|aiokafka|confluent-kafka|librdkafka|sarama|franz-go|kafka-ui`,
  ],
]
const ALL = NAMES.map(([, names]) => names).join('|')
const BEGINS = String.raw`(?<![\w./@:-])["'\`]?`
const ENDS = String.raw`["'\`]?(?![\w/@=]|[.:]\w|-\w)`
const ANY = new RegExp(`${BEGINS}(?:${ALL})${ENDS}`, 'i')

const NO = String.raw`(?<!(?:could|can|did|does|was|if) )not(?! only)|no longer|never|without|instead of|rather than|unlike|don[’']t use|do not use|doesn[’']t use|aren[’']t using|isn[’']t|moved (?:away )?from|migrated (?:away )?from|switched (?:away )?from|dropped|removed|replaced|nicht|keine?n?|statt|ohne|pas|sans|au lieu de|sin|en lugar de|não`
const BUT = 'but|sondern|mais|sino|mas|to|with|by|we|i|it|is'
/** `not psycopg2 or JDBC`, `we don't use the JDBC driver`: as far as the first word that says something else. */
const EXCLUDED = new RegExp(
  String.raw`\b(?:${NO})(?:[ \t]+(?!(?:${BUT})\b)[\w’'-]{1,20}){0,2}?[ \t]+${BEGINS}(?:${ALL})${ENDS}(?:(?:,| or| and| nor|\/)[ \t]+${BEGINS}(?:${ALL})${ENDS})*`,
  'gi',
)
/** Names of images say what a container holds, not which client prints or reads something. */
const IMAGES = /^[ \t]*(?:-[ \t]+)?(?:image:|FROM)[ \t][^\n]*$/gim
const COMMENT = /^[ \t]*(?:#|\/\/|--)[ \t]/

export interface NamedClients {
  readonly uses: readonly string[]
  readonly excludes: readonly string[]
}
const NONE: NamedClients = { uses: [], excludes: [] }

const idsIn = (text: string): string[] =>
  NAMES.flatMap(([id, names]) => (new RegExp(`${BEGINS}(?:${names})${ENDS}`, 'i').test(text) ? [id] : []))

/** @param text of which only the sentences and comments count */
export const namedIn = (text: string): NamedClients => {
  if (!ANY.test(text)) return NONE
  const said = text
    .split('\n')
    .filter((line) => ANY.test(line) && (COMMENT.test(line) || isSentence(line)))
    .join('\n')
  return { uses: idsIn(said.replaceAll(EXCLUDED, ' ')), excludes: idsIn((said.match(EXCLUDED) ?? []).join(' ')) }
}

/** The text without the clients that its sentences exclude, and without the names of images. */
export const withoutExcluded = (text: string): string =>
  ANY.test(text) ? text.replaceAll(IMAGES, '').replaceAll(EXCLUDED, ' ') : text.replaceAll(IMAGES, '')
