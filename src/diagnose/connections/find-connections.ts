/** Every connection string and configuration in a text. */
import { checkCode } from './code.ts'
import { rawLogin, type ConnectionCheck } from './connection.ts'
import { checkKafkaProperties } from './kafka.ts'
import { checkMysqlCommand, checkMysqlDsn, checkMysqlUri } from './mysql.ts'
import { checkPostgresKeywords, checkPostgresUri } from './postgresql.ts'
import { checkRedisUri } from './redis.ts'

const URIS =
  /\b(?:jdbc:)?(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?)(?:\+[a-z0-9]{1,20})?:\/\/[^\s"'`<>]{1,2000}/gi

/** A file of settings has a few; more would be a log. */
const MOST = 10

const checkUri = (uri: string): ConnectionCheck | undefined => {
  const raw = rawLogin(uri)
  return raw === undefined
    ? (checkPostgresUri(uri) ?? checkMysqlUri(uri) ?? checkRedisUri(uri))
    : { what: 'Connection string', text: uri, drivers: [], corrected: undefined, notes: [raw] }
}

const find = (text: string): ConnectionCheck[] => {
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

const BARE_URI = /^[a-z][\w+:.-]*:\/\/[^\s"'`<>]+$/i
/** Lines of `name=value`, blank ones and comments: no continuations, no quotes, nothing else. */
const PROPERTIES = /^(?:[ \t]*(?:[#!][^\n]*|[a-z][\w-]*(?:\.[\w-]+)+[ \t]*=[^\n]*(?<!\\))?(?:\n|$))+$/i

/** A correction of anything else would have to know the grammar of what stands around the settings. */
const canCorrect = (text: string): boolean => BARE_URI.test(text.trim()) || PROPERTIES.test(text)

const verifies = (text: string): boolean => {
  const found = find(text)
  return (
    found.length > 0 &&
    found.every(({ drivers }) => drivers.length > 0 && drivers.every((driver) => driver.verifies === 'full'))
  )
}

/**
 * A correction is offered only for a text that is a URI or lines of properties and nothing else, and only if it is
 * then judged to verify.
 * @param text at most some ten thousand characters
 */
export const findConnections = (text: string): ConnectionCheck[] => {
  const found = find(text)
  const mayCorrect = found.length === 1 && found[0]?.text.trim() === text.trim() && canCorrect(text)
  return found.map((connection) =>
    mayCorrect && connection.corrected !== undefined && verifies(connection.corrected)
      ? connection
      : { ...connection, corrected: undefined },
  )
}
