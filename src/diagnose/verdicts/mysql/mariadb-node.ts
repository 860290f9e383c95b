/** The package mariadb for Node.js. */
import type { ParsedDocument } from '../../documents/document.ts'
import { nodeTls } from '../languages/node-tls.ts'
import type { Judged, Params } from '../verdict.ts'
import type { MysqlClient } from './mysql.ts'

const judge = (params: Params): Judged => {
  const judged = nodeTls(params, 'ssl') ?? ['plain', 'Without ssl, it doesn’t use TLS.']
  return judged[0] === 'public'
    ? [
        'depends',
        'Without ca it trusts only Node.js’s public CAs, unless the server says that it is MariaDB 11.4 or later: then it logs in first.',
      ]
    : judged
}

export const MARIADB_NODE: MysqlClient = { name: 'mariadb (Node.js)', basis: 'run', source: 'mariadb 3.5.4', judge }

/** Whether code names this package, and no other for MySQL. */
export const isMariadbNode = ({ language, literals }: ParsedDocument): boolean => {
  const has = (name: RegExp) => literals.some(({ literal }) => name.test(literal.value))
  return language === 'javascript' && has(/^mariadb(?:$|\/)/) && !has(/^(?:promise-)?mysql2?(?:$|\/)/)
}
