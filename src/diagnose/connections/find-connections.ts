/** Every connection string and configuration in a text. */
import { checkCode } from './code.ts'
import type { ConnectionCheck } from './connection.ts'
import { checkKafkaProperties } from './kafka.ts'
import { checkMysqlCommand, checkMysqlDsn, checkMysqlUri } from './mysql.ts'
import { checkPostgresKeywords, checkPostgresUri } from './postgresql.ts'
import { checkRedisUri } from './redis.ts'

const URIS =
  /\b(?:jdbc:)?(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?)(?:\+[a-z0-9]{1,20})?:\/\/[^\s"'`<>]{1,2000}/gi

/** A file of settings has a few; more would be a log. */
const MOST = 10

const checkUri = (uri: string) => checkPostgresUri(uri) ?? checkMysqlUri(uri) ?? checkRedisUri(uri)

/** @param text at most some ten thousand characters */
export const findConnections = (text: string): ConnectionCheck[] => {
  const uris = [...text.matchAll(URIS)].slice(0, MOST).flatMap(([uri]) => checkUri(uri) ?? [])
  const lines = text.split('\n').filter((line) => line.length < 2000)
  const commands = lines.flatMap((line) => checkMysqlCommand(line.trim()) ?? []).slice(0, MOST)
  const keywords =
    uris.length > 0
      ? []
      : lines
          .filter((line) => /\bhost\s*=/i.test(line) && !line.includes('://'))
          .flatMap((line) => checkPostgresKeywords(line.trim()) ?? [])
          .slice(0, MOST)
  return [...uris, ...commands, ...keywords, checkMysqlDsn(text), checkKafkaProperties(text), checkCode(text)].filter(
    (found) => found !== undefined,
  )
}
